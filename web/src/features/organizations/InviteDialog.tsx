import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InviteMemberDocument, type MemberRole } from '../../gql/InviteMember';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Choice, Choices } from '../../ui/wizard/Choice';
import { useAct } from './useAct';

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onDone: (news: string) => void;
}

const roles = ['EDITOR', 'MANAGER'] as const satisfies MemberRole[];

export function InviteDialog({ organization, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const { act, isBusy, problems } = useAct();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MemberRole>('EDITOR');
  const [invite] = useMutation(InviteMemberDocument);
  const send = async () => {
    const done = await act(async () => {
      const input = { organizationId: organization.id, email: email.trim(), role };
      return (await invite({ variables: { input } })).data?.inviteMember;
    });
    if (done) onDone(t('invite.done', { email: done.invitation.email }));
  };
  const wrong = problems.fields['email'];
  return (
    <ConfirmDialog
      title={t('invite.title')}
      action={t('invite.action')}
      isOpen
      isBusy={isBusy}
      isDisabled={email.trim() === ''}
      problem={wrong ? undefined : problems.message}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <p>{t('invite.text', { organization: organization.name })}</p>
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
      <Choices legend={t('invite.role')}>
        {roles.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="role"
            value={one}
            isChosen={role === one}
            title={t(`role.${one}`)}
            text={t(`roleMeans.${one}`)}
            onChange={() => setRole(one)}
          />
        ))}
      </Choices>
    </ConfirmDialog>
  );
}
