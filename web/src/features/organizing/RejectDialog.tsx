import { Textarea } from '@mantine/core';
import { limits } from '@laurel/schema/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

interface Props {
  entry: { number: number; title: string };
  isBusy: boolean;
  problem: string | undefined;
  onReject: (reason: string) => void;
  onClose: () => void;
}

/** The organization reads the reason, so there has to be one. */
export function RejectDialog({ entry, isBusy, problem, onReject, onClose }: Props) {
  const { t } = useTranslation('organizing');
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={t('review.rejectTitle', { number: entry.number })}
      action={t('review.reject')}
      color="seal"
      isOpen
      isBusy={isBusy}
      isDisabled={reason.trim() === ''}
      problem={problem}
      onConfirm={() => onReject(reason.trim())}
      onClose={onClose}
    >
      <p>{t('review.rejectText', { title: entry.title })}</p>
      <Textarea
        label={t('review.reason')}
        description={t('review.reasonHelp')}
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
