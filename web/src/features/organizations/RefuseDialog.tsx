import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { RefuseOrganizationDocument } from '../../gql/RefuseOrganization';

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onDone: (news: string) => void;
}

/** Its members read the reason, so there has to be one. */
export function RefuseDialog({ organization, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const [reason, setReason] = useState('');
  const act = useAct(RefuseOrganizationDocument);
  const { id: organizationId, name } = organization;
  const confirm = async () => {
    if (await act.run({ organizationId, reason: reason.trim() })) onDone(t('verify.refused', { name }));
  };
  return (
    <ActDialog
      act={act}
      title={t('verify.refuseOf', { name })}
      action={t('verify.refuse')}
      color="seal"
      isDisabled={reason.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('verify.refuseText')}</p>
      <ReasonField
        isFirst
        rows={3}
        label={t('verify.reason')}
        help={t('verify.reasonHelp')}
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  );
}
