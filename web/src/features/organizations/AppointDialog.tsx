import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppointManagerDocument } from '../../gql/AppointManager';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useAct } from './useAct';

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onDone: (news: string) => void;
}

export function AppointDialog({ organization, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const { act, isBusy, problems } = useAct();
  const [email, setEmail] = useState('');
  const [appoint] = useMutation(AppointManagerDocument);
  const { id: organizationId, name } = organization;
  const wrong = problems.fields['email'];
  const confirm = async () => {
    const done = await act(async () => {
      const { data } = await appoint({ variables: { input: { organizationId, email: email.trim() } } });
      return data?.appointManager;
    });
    if (done) onDone(t('appoint.done', { email: email.trim() }));
  };
  return (
    <ConfirmDialog
      title={t('appoint.of', { name })}
      action={t('appoint.action')}
      isOpen
      isBusy={isBusy}
      isDisabled={email.trim() === ''}
      problem={wrong ? undefined : problems.message}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('appoint.text')}</p>
      <TextInput
        label={t('invite.email')}
        type="email"
        autoCapitalize="none"
        autoComplete="off"
        value={email}
        error={wrong}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
