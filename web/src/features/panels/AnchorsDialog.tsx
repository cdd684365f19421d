import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import { SetAnchorsDocument } from '../../gql/SetAnchors';
import type { PanelStage } from './types';
import { useEntryNumbers } from './useEntryNumbers';

interface Props {
  slug: string;
  stage: PanelStage;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** Sample entries that every judge of the stage marks first, so that their scales meet. */
export function AnchorsDialog({ slug, stage, onClose, onDone }: Props) {
  const { t } = useTranslation('panels');
  const numbers = useEntryNumbers(slug, 5, (stage.anchors ?? []).map(({ number }) => number).join(', '));
  const act = useAct(SetAnchorsDocument);
  const confirm = async () => {
    const entryIds = await numbers.find();
    if (entryIds && (await act.run({ stageId: stage.id, entryIds }))) {
      onDone(t('anchors.done', { count: entryIds.length }));
    }
  };
  return (
    <ActDialog
      act={{ isBusy: numbers.isBusy || act.isBusy, problem: numbers.problem ?? act.problem }}
      title={t('anchors.title', { stage: stage.name })}
      action={t('anchors.action')}
      isDisabled={numbers.isWrong}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('anchors.text')}</p>
      <TextInput {...numbers.field} description={t('anchors.help')} />
    </ActDialog>
  );
}
