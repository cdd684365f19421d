import { limits } from '@laurel/schema/limits';
import { Radio } from '@mantine/core';
import '@mantine/core/styles/Radio.layer.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { DecideCaseDocument, type CaseReason } from '../../gql/DecideCase';
import { Notice } from '../../ui/Notice';
import classes from './DecideDialog.module.css';
import type { Case } from './useCases';

const reasonsFor = {
  VOID: ['AUTOMATED', 'COORDINATED', 'BOUGHT', 'FALSE_IDENTITY', 'DECLARED_RULE'],
  RESTORE: ['HONEST_GROUP', 'NOTHING_FOUND'],
} as const satisfies Record<string, CaseReason[]>;

interface Props {
  held: Case;
  verdict: 'VOID' | 'RESTORE';
  onClose: () => void;
  /** With what became of it, in words. */
  onDone: (news: string) => void;
}

/** One organizer's verdict on a case, with a reason; a second organizer has to agree. */
export function DecideDialog({ held, verdict, onClose, onDone }: Props) {
  const { t } = useTranslation('votes');
  const [reason, setReason] = useState<CaseReason>();
  const [note, setNote] = useState('');
  const act = useAct(DecideCaseDocument);
  const agreeing = held.decisions.find((decision) => decision.verdict === verdict);
  const differing = held.decisions.find((decision) => decision.verdict !== verdict);

  const confirm = async () => {
    if (!reason) return;
    const alreadyDone = ({ message }: { message: string }) => onDone(message);
    const done = await act.run(
      { caseId: held.id, verdict, reason, note: note.trim() },
      { AlreadyDecidedError: alreadyDone, CaseSettledError: alreadyDone },
    );
    if (done) onDone(t(`decide.done.${done.case.state}`, { count: done.case.votes }));
  };

  return (
    <ActDialog
      act={act}
      title={t(`decide.title.${verdict}`, { count: held.votes })}
      action={t(`cases.${verdict === 'VOID' ? 'void' : 'restore'}`)}
      color={verdict === 'VOID' ? 'seal' : 'laurel'}
      isDisabled={!reason || note.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('decide.about', { label: held.label, number: held.entry.number, title: held.entry.title })}</p>
      <Notice tone={agreeing ? 'trouble' : 'info'}>
        {agreeing && <p>{t(`decide.settles.${verdict}`, { by: agreeing.by, count: held.votes })}</p>}
        {!agreeing && differing && <p>{t('decide.differs', { by: differing.by })}</p>}
        {!agreeing && <p>{t('decide.first')}</p>}
      </Notice>
      <Radio.Group label={t('decide.reason')} value={reason ?? ''} onChange={(value) => setReason(value as CaseReason)}>
        <div className={classes.reasons}>
          {reasonsFor[verdict].map((one) => (
            <Radio key={one} value={one} label={t(`reasons.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <ReasonField
        rows={3}
        maxLength={limits.comment}
        label={t('decide.note')}
        help={t('decide.noteHelp')}
        value={note}
        onChange={setNote}
      />
    </ActDialog>
  );
}
