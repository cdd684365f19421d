import { useMutation } from '@apollo/client/react';
import { limits } from '@laurel/schema/limits';
import { Radio, Textarea } from '@mantine/core';
import '@mantine/core/styles/Radio.layer.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecideCaseDocument, type CaseReason } from '../../gql/DecideCase';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
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

/** One organizer's word on a case, with a reason; it takes somebody else's, too. */
export function DecideDialog({ held, verdict, onClose, onDone }: Props) {
  const { t } = useTranslation('votes');
  const [reason, setReason] = useState<CaseReason>();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const [decide, { loading }] = useMutation(DecideCaseDocument);
  const agreeing = held.decisions.find((decision) => decision.verdict === verdict);
  const differing = held.decisions.find((decision) => decision.verdict !== verdict);

  const confirm = async () => {
    if (!reason) return;
    setProblem(undefined);
    const input = { caseId: held.id, verdict, reason, note: note.trim() };
    const answer = await decide({ variables: { input } }).catch(() => undefined);
    const result = answer?.data?.decideCase;
    switch (result?.__typename) {
      case 'DecideCaseSuccess':
        onDone(t(`decide.done.${result.case.state}`, { count: result.case.votes }));
        return;
      case 'AlreadyDecidedError':
      case 'CaseSettledError':
        onDone(result.message);
        return;
      case 'ResultsPublishedError':
        setProblem(result.message);
        return;
      case 'InvalidInputError':
        setProblem(result.fields[0]?.message ?? result.message);
        return;
      default:
        setProblem(t('decide.network'));
    }
  };

  return (
    <ConfirmDialog
      title={t(`decide.title.${verdict}`, { count: held.votes })}
      action={t(`cases.${verdict === 'VOID' ? 'void' : 'restore'}`)}
      color={verdict === 'VOID' ? 'seal' : 'laurel'}
      isOpen
      isBusy={loading}
      isDisabled={!reason || note.trim() === ''}
      problem={problem}
      onConfirm={() => void confirm()}
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
      <Textarea
        label={t('decide.note')}
        description={t('decide.noteHelp')}
        autosize
        minRows={3}
        maxLength={limits.comment}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
