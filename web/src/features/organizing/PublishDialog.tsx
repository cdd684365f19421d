import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import { PublishResultsDocument } from '../../gql/PublishResults';
import type { Organized } from './today';
import { useRefusal } from './useRefusal';

interface Props {
  competition: Organized;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** Once and for all: the ranking becomes the results. */
export function PublishDialog({ competition, onClose, onDone }: Props) {
  const { t } = useTranslation('organizing');
  const publish = useAct(PublishResultsDocument);
  const inWords = useRefusal(competition.timeZone);
  return (
    <ActDialog
      act={publish}
      problem={inWords(publish)}
      title={t('publish.title', { name: competition.name })}
      action={t('actions.publish')}
      color="seal"
      onConfirm={async () => {
        if (await publish.run({ competitionId: competition.id })) onDone(t('publish.done'));
      }}
      onClose={onClose}
    >
      <p>{t('publish.text')}</p>
      <p>{t('publish.final')}</p>
      {competition.awards.length > 0 && (
        <ul style={{ paddingLeft: '1.25rem' }}>
          {competition.awards.map(({ id, name, quota }) => (
            <li key={id}>{t('publish.award', { name, quota })}</li>
          ))}
        </ul>
      )}
    </ActDialog>
  );
}
