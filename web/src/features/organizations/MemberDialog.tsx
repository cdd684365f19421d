import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.layer.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { useAct } from '../../forms/useAct';
import type { Member_memberFragment } from '../../gql/Member_member';
import { RemoveMemberDocument } from '../../gql/RemoveMember';
import { SetMemberRoleDocument } from '../../gql/SetMemberRole';
import { TransferOrganizationDocument } from '../../gql/TransferOrganization';
import type { ActOnMember } from './MemberList';

interface Props {
  kind: ActOnMember;
  member: Member_memberFragment;
  onClose: () => void;
  /** `isGone`: the viewer acts for the organization no longer. */
  onDone: (news: string, isGone?: boolean) => void;
}

/** Says what changes for a member before it does. */
export function MemberDialog({ kind, member, onClose, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const [leaves, setLeaves] = useState(false);
  const setRole = useAct(SetMemberRoleDocument);
  const remove = useAct(RemoveMemberDocument);
  const transfer = useAct(TransferOrganizationDocument);
  const acts = { promote: setRole, demote: setRole, remove, transfer };
  const { id: memberId } = member;
  const who = member.name || (member.address ?? t('member.unnamed'));

  const send = () => {
    switch (kind) {
      case 'remove':
        return remove.run({ memberId });
      case 'transfer':
        return transfer.run({ memberId, leaves });
      default:
        return setRole.run({ memberId, role: kind === 'promote' ? 'MANAGER' : 'EDITOR' });
    }
  };
  const confirm = async () => {
    if (await send()) onDone(t(`member.done.${kind}`, { who }), kind === 'transfer' && leaves);
  };
  return (
    <ActDialog
      act={acts[kind]}
      title={t(`member.of.${kind}`, { who })}
      action={t(`member.act.${kind}`)}
      color={kind === 'remove' ? 'seal' : 'laurel'}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(`member.means.${kind}`, { who })}</p>
      {kind === 'transfer' && (
        <Checkbox
          label={t('transfer.leaves')}
          checked={leaves}
          onChange={({ currentTarget }) => setLeaves(currentTarget.checked)}
        />
      )}
    </ActDialog>
  );
}
