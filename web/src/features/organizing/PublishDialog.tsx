import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk_competitionFragment } from '../../gql/Desk_competition';
import { PublishResultsDocument } from '../../gql/PublishResults';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useRefusal } from './useRefusal';

interface Props {
  competition: Desk_competitionFragment;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** Once and for all: the ranking becomes the results. */
export function PublishDialog({ competition, onClose, onDone }: Props) {
  const { t } = useTranslation('organizing');
  const [problem, setProblem] = useState<string>();
  const refusal = useRefusal(competition.timeZone);
  const [publish, { loading }] = useMutation(PublishResultsDocument);

  const confirm = async () => {
    setProblem(undefined);
    const answer = await publish({ variables: { input: { competitionId: competition.id } } }).catch(() => undefined);
    const result = answer?.data?.publishResults;
    if (result?.__typename === 'PublishResultsSuccess') {
      onDone(t('publish.done'));
      return;
    }
    setProblem(refusal(result));
  };

  return (
    <ConfirmDialog
      title={t('publish.title', { name: competition.name })}
      action={t('actions.publish')}
      color="seal"
      isOpen
      isBusy={loading}
      problem={problem}
      onConfirm={() => void confirm()}
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
    </ConfirmDialog>
  );
}
