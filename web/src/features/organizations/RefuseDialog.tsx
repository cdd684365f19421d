import { useMutation } from '@apollo/client/react';
import { limits } from '@laurel/schema/limits';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefuseOrganizationDocument } from '../../gql/RefuseOrganization';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useAct } from './useAct';

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onDone: (news: string) => void;
}

/** Its members read the reason, so there has to be one. */
export function RefuseDialog({ organization, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const { act, isBusy, problems } = useAct();
  const [reason, setReason] = useState('');
  const [refuse] = useMutation(RefuseOrganizationDocument);
  const { id: organizationId, name } = organization;
  const confirm = async () => {
    const done = await act(async () => {
      const { data } = await refuse({ variables: { input: { organizationId, reason: reason.trim() } } });
      return data?.refuseOrganization;
    });
    if (done) onDone(t('verify.refused', { name }));
  };
  return (
    <ConfirmDialog
      title={t('verify.refuseOf', { name })}
      action={t('verify.refuse')}
      color="seal"
      isOpen
      isBusy={isBusy}
      isDisabled={reason.trim() === ''}
      problem={problems.fields['reason'] ?? problems.message}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('verify.refuseText')}</p>
      <Textarea
        label={t('verify.reason')}
        description={t('verify.reasonHelp')}
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
