import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../../forms/ActDialog';
import { ReasonField } from '../../../forms/ReasonField';
import { useAct } from '../../../forms/useAct';
import { WithdrawEntryDocument } from '../../../gql/WithdrawEntry';

interface Props {
  entry: { id: string; number: number };
  onClose: () => void;
  onWithdrawn: () => void;
}

export function WithdrawDialog({ entry, onClose, onWithdrawn }: Props) {
  const { t } = useTranslation('projects');
  const [reason, setReason] = useState('');
  const act = useAct(WithdrawEntryDocument, { shows: ['reason'] });
  return (
    <ActDialog
      act={act}
      title={t('withdraw.title', { number: entry.number })}
      action={t('withdraw.action')}
      color="seal"
      isDisabled={reason.trim() === ''}
      onConfirm={async () => {
        if (await act.run({ entryId: entry.id, reason: reason.trim() })) onWithdrawn();
      }}
      onClose={onClose}
    >
      <p>{t('withdraw.text')}</p>
      <ReasonField
        label={t('withdraw.reason')}
        help={t('withdraw.reasonHelp')}
        error={act.errorAt('reason')}
        rows={3}
        value={reason}
        onChange={setReason}
        isFirst
      />
    </ActDialog>
  );
}
