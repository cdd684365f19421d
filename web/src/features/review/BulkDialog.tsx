import { Textarea } from '@mantine/core';
import { limits } from '@laurel/schema/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewVerdict } from '../../gql/types';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useLanguage } from '../../i18n/useLanguage';
import type { Ruling } from './useReview';

interface Props {
  verdict: ReviewVerdict;
  entries: readonly { number: number }[];
  isBusy: boolean;
  problem: string | undefined;
  onDecide: (ruling: Ruling) => void;
  onClose: () => void;
}

const actions = { ACCEPT: 'accept', REJECT: 'reject', RETURN: 'return' } as const;

/** Says which entries and how many before anything happens to them. */
export function BulkDialog({ verdict, entries, isBusy, problem, onDecide, onClose }: Props) {
  const { t } = useTranslation('review');
  const listed = new Intl.ListFormat(useLanguage());
  const [reason, setReason] = useState('');
  const needsReason = verdict !== 'ACCEPT';
  return (
    <ConfirmDialog
      title={t(`bulk.confirm.${verdict}`, { count: entries.length })}
      action={t(actions[verdict])}
      color={verdict === 'REJECT' ? 'seal' : 'laurel'}
      isOpen
      isBusy={isBusy}
      isDisabled={needsReason && reason.trim() === ''}
      problem={problem}
      onConfirm={() => onDecide({ verdict, ...(needsReason && { reason: reason.trim() }) })}
      onClose={onClose}
    >
      <p>{t('bulk.text', { numbers: listed.format(entries.map(({ number }) => String(number))) })}</p>
      {needsReason && (
        <Textarea
          label={verdict === 'RETURN' ? t('returnReason') : t('reason')}
          autosize
          minRows={3}
          maxLength={limits.reason}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          data-autofocus
        />
      )}
    </ConfirmDialog>
  );
}
