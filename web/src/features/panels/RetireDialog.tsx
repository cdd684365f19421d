import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { RetireJudgeDocument } from '../../gql/RetireJudge';
import { Choice, Choices } from '../../ui/wizard/Choice';
import type { PanelJudge } from './types';

interface Props {
  judge: PanelJudge;
  onClose: () => void;
  onDone: (news: string) => void;
}

/** A judge drops out: why, and whether what is submitted goes on counting. */
export function RetireDialog({ judge, onClose, onDone }: Props) {
  const { t } = useTranslation('panels');
  const [reason, setReason] = useState('');
  const [keepsSheets, setKeeps] = useState(true);
  const act = useAct(RetireJudgeDocument);
  const { code } = judge;
  const { submitted } = judge.progress;
  const confirm = async () => {
    const done = await act.run(
      { judgeId: judge.id, keepsSheets, reason: reason.trim() },
      { JudgeRetiredError: ({ message }) => onDone(message) },
    );
    if (done) onDone(t('retire.done', { code, count: done.released }));
  };
  return (
    <ActDialog
      act={act}
      title={t('retire.title', { code })}
      action={t('retire.action')}
      color="seal"
      isDisabled={reason.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('retire.text')}</p>
      {submitted > 0 && (
        <Choices legend={t('retire.sheets', { count: submitted })}>
          {([true, false] as const).map((keeps) => (
            <Choice
              key={String(keeps)}
              type="radio"
              name="keepsSheets"
              value={String(keeps)}
              isChosen={keepsSheets === keeps}
              title={t(keeps ? 'retire.keep.title' : 'retire.drop.title')}
              text={t(keeps ? 'retire.keep.text' : 'retire.drop.text')}
              onChange={() => setKeeps(keeps)}
            />
          ))}
        </Choices>
      )}
      <ReasonField label={t('retire.reason')} help={t('retire.reasonHelp')} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
