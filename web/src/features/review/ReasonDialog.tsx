import { Textarea } from '@mantine/core';
import { limits } from '@laurel/schema/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import type { Ruling } from './useReview';

interface Props {
  entry: { number: number; title: string };
  verdict: 'ACCEPT' | 'REJECT';
  /** Whether it settles what reviewers do not agree on. */
  isSettling: boolean;
  isBusy: boolean;
  problem: string | undefined;
  onDecide: (ruling: Ruling) => void;
  onClose: () => void;
}

/** The organization, or who said otherwise, reads the reason, so there has to be one. */
export function ReasonDialog({ entry, verdict, isSettling, isBusy, problem, onDecide, onClose }: Props) {
  const { t } = useTranslation('review');
  const [reason, setReason] = useState('');
  const { number, title } = entry;
  const action = isSettling ? (verdict === 'ACCEPT' ? t('settleAccept') : t('settleReject')) : t('reject');
  return (
    <ConfirmDialog
      title={isSettling ? t('settleTitle', { number }) : t('rejectTitle', { number })}
      action={action}
      color={verdict === 'REJECT' ? 'seal' : 'laurel'}
      isOpen
      isBusy={isBusy}
      isDisabled={reason.trim() === ''}
      problem={problem}
      onConfirm={() => onDecide({ verdict, reason: reason.trim(), ...(isSettling && { settles: true }) })}
      onClose={onClose}
    >
      <p>{isSettling ? t(`settleText.${verdict}`, { title }) : t('rejectText', { title })}</p>
      <Textarea
        label={t('reason')}
        description={verdict === 'REJECT' ? t('reasonHelp') : undefined}
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
