import { useMutation } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.layer.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member_memberFragment } from '../../gql/Member_member';
import { RemoveMemberDocument } from '../../gql/RemoveMember';
import { SetMemberRoleDocument } from '../../gql/SetMemberRole';
import { TransferOrganizationDocument } from '../../gql/TransferOrganization';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import type { ActOnMember } from './MemberList';
import { useAct } from './useAct';

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
  const { act, isBusy, problems } = useAct();
  const [leaves, setLeaves] = useState(false);
  const [setRole] = useMutation(SetMemberRoleDocument);
  const [remove] = useMutation(RemoveMemberDocument);
  const [transfer] = useMutation(TransferOrganizationDocument);
  const { id: memberId } = member;
  const who = member.name || (member.address ?? t('member.unnamed'));

  const send = async () => {
    switch (kind) {
      case 'remove':
        return (await remove({ variables: { input: { memberId } } })).data?.removeMember;
      case 'transfer': {
        const { data } = await transfer({ variables: { input: { memberId, leaves } } });
        return data && { __typename: 'TransferOrganizationSuccess' as const };
      }
      default: {
        const role = kind === 'promote' ? 'MANAGER' : 'EDITOR';
        return (await setRole({ variables: { input: { memberId, role } } })).data?.setMemberRole;
      }
    }
  };
  const confirm = async () => {
    if (await act(send)) onDone(t(`member.done.${kind}`, { who }), kind === 'transfer' && leaves);
  };
  return (
    <ConfirmDialog
      title={t(`member.of.${kind}`, { who })}
      action={t(`member.act.${kind}`)}
      color={kind === 'remove' ? 'seal' : 'laurel'}
      isOpen
      isBusy={isBusy}
      problem={problems.message}
      onConfirm={() => void confirm()}
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
    </ConfirmDialog>
  );
}
