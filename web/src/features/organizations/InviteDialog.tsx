import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import { InviteMemberDocument, type MemberRole } from '../../gql/InviteMember';
import { Choice, Choices } from '../../ui/wizard/Choice';
import { EmailField } from './EmailField';

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
  onDone: (news: string) => void;
}

const roles = ['EDITOR', 'MANAGER'] as const satisfies MemberRole[];

export function InviteDialog({ organization, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MemberRole>('EDITOR');
  const act = useAct(InviteMemberDocument, { shows: 'all' });
  const send = async () => {
    const done = await act.run({ organizationId: organization.id, email: email.trim(), role });
    if (done) onDone(t('invite.done', { email: done.invitation.email }));
  };
  const wrong = act.errorAt('email');
  return (
    <ActDialog
      act={act}
      title={t('invite.title')}
      action={t('invite.action')}
      isDisabled={email.trim() === ''}
      problem={!wrong && act.problem}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{t('invite.text', { organization: organization.name })}</p>
      <EmailField value={email} error={wrong} onChange={setEmail} />
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
    </ActDialog>
  );
}
