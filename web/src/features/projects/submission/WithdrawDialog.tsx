import { useMutation } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { limits } from '@laurel/schema/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WithdrawEntryDocument } from '../../../gql/WithdrawEntry';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';

interface Props {
  entry: { id: string; number: number };
  onClose: () => void;
  onWithdrawn: () => void;
}

export function WithdrawDialog({ entry, onClose, onWithdrawn }: Props) {
  const { t } = useTranslation('projects');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [reasonProblem, setReasonProblem] = useState<string>();
  const [withdrawEntry, { loading }] = useMutation(WithdrawEntryDocument);

  const withdraw = async () => {
    setProblem(undefined);
    setReasonProblem(undefined);
    const answer = await withdrawEntry({
      variables: { input: { entryId: entry.id, reason: reason.trim() } },
    }).catch(() => undefined);
    const result = answer?.data?.withdrawEntry;
    switch (result?.__typename) {
      case 'WithdrawEntrySuccess':
        onWithdrawn();
        return;
      case 'InvalidInputError':
        setReasonProblem(result.fields[0]?.message ?? result.message);
        return;
      default:
        setProblem(result?.message ?? t('withdraw.failed'));
    }
  };

  return (
    <ConfirmDialog
      title={t('withdraw.title', { number: entry.number })}
      action={t('withdraw.action')}
      color="seal"
      isOpen
      isBusy={loading}
      isDisabled={reason.trim() === ''}
      problem={problem}
      onConfirm={() => void withdraw()}
      onClose={onClose}
    >
      <p>{t('withdraw.text')}</p>
      <Textarea
        label={t('withdraw.reason')}
        description={t('withdraw.reasonHelp')}
        error={reasonProblem}
        autosize
        minRows={3}
        maxLength={limits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
