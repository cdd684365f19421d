import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { LeaveOrganizationDocument } from '../../gql/LeaveOrganization';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useAct } from './useAct';

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onLeft: () => void;
}

export function LeaveDialog({ organization, onClose, onLeft }: Props) {
  const { t } = useTranslation('organizations');
  const { act, isBusy, problems } = useAct();
  const [leave] = useMutation(LeaveOrganizationDocument);
  const confirm = async () => {
    const done = await act(async () => {
      const { data } = await leave({ variables: { input: { organizationId: organization.id } } });
      return data?.leaveOrganization;
    });
    if (done) onLeft();
  };
  return (
    <ConfirmDialog
      title={t('leave.title', { organization: organization.name })}
      action={t('leave.action')}
      color="seal"
      isOpen
      isBusy={isBusy}
      problem={problems.message}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
}
