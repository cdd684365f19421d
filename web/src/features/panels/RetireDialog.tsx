import { useMutation } from '@apollo/client/react';
import { limits } from '@laurel/schema/limits';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RetireJudgeDocument } from '../../gql/RetireJudge';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Choice, Choices } from '../../ui/wizard/Choice';
import type { PanelJudge } from './types';

interface Props {
  judge: PanelJudge;
  onClose: () => void;
  /** With what became of it, in words. */
  onDone: (news: string) => void;
}

/** A judge drops out: why, and whether what is submitted goes on counting. */
export function RetireDialog({ judge, onClose, onDone }: Props) {
  const { t } = useTranslation('panels');
  const [reason, setReason] = useState('');
  const [keepsSheets, setKeeps] = useState(true);
  const [problem, setProblem] = useState<string>();
  const [retire, { loading }] = useMutation(RetireJudgeDocument);
  const { submitted } = judge.progress;

  const confirm = async () => {
    setProblem(undefined);
    const input = { judgeId: judge.id, keepsSheets, reason: reason.trim() };
    const answer = await retire({ variables: { input } }).catch(() => undefined);
    const result = answer?.data?.retireJudge;
    switch (result?.__typename) {
      case 'RetireJudgeSuccess':
        onDone(t('retire.done', { code: judge.code, count: result.released }));
        return;
      case 'JudgeRetiredError':
        onDone(result.message);
        return;
      case 'ResultsStandError':
        setProblem(result.message);
        return;
      case 'InvalidInputError':
        setProblem(result.fields[0]?.message ?? result.message);
        return;
      default:
        setProblem(t('network'));
    }
  };

  return (
    <ConfirmDialog
      title={t('retire.title', { code: judge.code })}
      action={t('retire.action')}
      color="seal"
      isOpen
      isBusy={loading}
      isDisabled={reason.trim() === ''}
      problem={problem}
      onConfirm={() => void confirm()}
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
      <Textarea
        label={t('retire.reason')}
        description={t('retire.reasonHelp')}
        autosize
        minRows={2}
        maxLength={limits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
