import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import { LeaveOrganizationDocument } from '../../gql/LeaveOrganization';

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onLeft: () => void;
}

export function LeaveDialog({ organization, onClose, onLeft }: Props) {
  const { t } = useTranslation('organizations');
  const act = useAct(LeaveOrganizationDocument);
  const confirm = async () => {
    if (await act.run({ organizationId: organization.id })) onLeft();
  };
  return (
    <ActDialog
      act={act}
      title={t('leave.title', { organization: organization.name })}
      action={t('leave.action')}
      color="seal"
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('leave.text')}</p>
    </ActDialog>
  );
}
