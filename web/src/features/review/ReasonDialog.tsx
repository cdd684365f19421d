import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import type { ActState } from '../../forms/useAct';
import type { Ruling } from './useReview';

interface Props {
  act: ActState;
  entry: { number: number; title: string };
  verdict: 'ACCEPT' | 'REJECT';
  /** Whether it settles what reviewers do not agree on. */
  isSettling: boolean;
  onDecide: (ruling: Ruling) => void;
  onClose: () => void;
}

/** The organization, or the reviewer who said otherwise, reads the reason, so there has to be one. */
export function ReasonDialog({ act, entry, verdict, isSettling, onDecide, onClose }: Props) {
  const { t } = useTranslation('review');
  const [reason, setReason] = useState('');
  const { number, title } = entry;
  const action = isSettling ? (verdict === 'ACCEPT' ? t('settleAccept') : t('settleReject')) : t('reject');
  return (
    <ActDialog
      act={act}
      title={isSettling ? t('settleTitle', { number }) : t('rejectTitle', { number })}
      action={action}
      color={verdict === 'REJECT' ? 'seal' : 'laurel'}
      isDisabled={reason.trim() === ''}
      onConfirm={() => onDecide({ verdict, reason: reason.trim(), ...(isSettling && { settles: true }) })}
      onClose={onClose}
    >
      <p>{isSettling ? t(`settleText.${verdict}`, { title }) : t('rejectText', { title })}</p>
      <ReasonField
        isFirst
        rows={3}
        label={t('reason')}
        help={verdict === 'REJECT' ? t('reasonHelp') : undefined}
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  );
}
