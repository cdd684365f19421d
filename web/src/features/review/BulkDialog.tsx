import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import type { ActState } from '../../forms/useAct';
import type { ReviewVerdict } from '../../gql/types';
import { useLanguage } from '../../i18n/useLanguage';
import type { Ruling } from './useReview';

interface Props {
  act: ActState;
  verdict: ReviewVerdict;
  entries: readonly { number: number }[];
  onDecide: (ruling: Ruling) => void;
  onClose: () => void;
}

const actions = { ACCEPT: 'accept', REJECT: 'reject', RETURN: 'return' } as const;

/** Says which entries and how many before anything happens to them. */
export function BulkDialog({ act, verdict, entries, onDecide, onClose }: Props) {
  const { t } = useTranslation('review');
  const listed = new Intl.ListFormat(useLanguage());
  const [reason, setReason] = useState('');
  const needsReason = verdict !== 'ACCEPT';
  return (
    <ActDialog
      act={act}
      title={t(`bulk.confirm.${verdict}`, { count: entries.length })}
      action={t(actions[verdict])}
      color={verdict === 'REJECT' ? 'seal' : 'laurel'}
      isDisabled={needsReason && reason.trim() === ''}
      onConfirm={() => onDecide({ verdict, ...(needsReason && { reason: reason.trim() }) })}
      onClose={onClose}
    >
      <p>{t('bulk.text', { numbers: listed.format(entries.map(({ number }) => String(number))) })}</p>
      {needsReason && (
        <ReasonField
          isFirst
          rows={3}
          label={t(verdict === 'RETURN' ? 'returnReason' : 'reason')}
          value={reason}
          onChange={setReason}
        />
      )}
    </ActDialog>
  );
}
