import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { LineField } from '../../forms/LineField';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { MoveStageDocument } from '../../gql/MoveStage';
import { localTime } from '../../ui/time/zoned-time';
import type { StepProps } from './types';

interface Props {
  stage: StepProps['competition']['stages'][number];
  timeZone: string;
  onClose: () => void;
  onMoved: () => Promise<void>;
}

const times = ['opensAt', 'closesAt'] as const;

/** Other times for a stage of an open competition, and why; everybody reads both. */
export function MoveStageDialog({ stage, timeZone, onClose, onMoved }: Props) {
  const { t } = useTranslation('setup');
  const act = useAct(MoveStageDocument, { shows: 'all' });
  const saved = { opensAt: localTime(stage.opensAt, timeZone), closesAt: localTime(stage.closesAt, timeZone) };
  const [draft, setDraft] = useState({ ...saved, reason: '' });
  const confirm = async () => {
    // What clocks show twice would come back as the first of the two; what was not touched is not sent.
    const changed = (field: (typeof times)[number]) => (draft[field] === saved[field] ? null : draft[field]);
    const input = { stageId: stage.id, opensAt: changed('opensAt'), closesAt: changed('closesAt') };
    if (!(await act.run({ ...input, reason: draft.reason }))) return;
    await onMoved();
    onClose();
  };
  return (
    <ActDialog
      act={act}
      title={t('move.title', { stage: stage.name })}
      action={t('move.action')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('move.text')}</p>
      {times.map((field) => (
        <LineField
          key={field}
          kind="localTime"
          label={t(`stages.${field}`)}
          value={draft[field]}
          error={act.errorAt(field)}
          onChange={(value) => setDraft({ ...draft, [field]: value })}
        />
      ))}
      <ReasonField
        label={t('move.reason')}
        help={t('move.reasonHelp')}
        value={draft.reason}
        error={act.errorAt('reason')}
        onChange={(reason) => setDraft({ ...draft, reason })}
      />
    </ActDialog>
  );
}
