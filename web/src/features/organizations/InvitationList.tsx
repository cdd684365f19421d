import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ManagedOrganization_organizationFragment } from '../../gql/ManagedOrganization_organization';
import { RevokeInvitationDocument } from '../../gql/RevokeInvitation';
import { DateTime } from '../../ui/DateTime';
import { deviceZone } from '../../ui/device-zone';
import { Notice } from '../../ui/Notice';
import { Tag } from '../../ui/Tag';
import classes from './MemberList.module.css';
import { useAct } from './useAct';

interface Props {
  invitations: ManagedOrganization_organizationFragment['invitations']['edges'];
  onDone: (news: string) => void;
}

/** Who was invited and has not come yet. */
export function InvitationList({ invitations, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const { act, isBusy, problems } = useAct();
  const [revoke] = useMutation(RevokeInvitationDocument);
  const takeBack = async (invitationId: string, email: string) => {
    const done = await act(async () => {
      const { data } = await revoke({ variables: { input: { invitationId } } });
      return data?.revokeInvitation;
    });
    if (done) onDone(t('invitation.revoked', { email }));
  };
  return (
    <>
      <div role="alert">{problems.message && <Notice tone="trouble">{problems.message}</Notice>}</div>
      <ul className={classes.list}>
        {invitations.map(({ node: { id, email, role, status, expiresAt } }) => (
          <li key={id} className={classes.row}>
            <div className={classes.words}>
              <b>{email}</b>
              <span className={classes.faint}>
                {t(status === 'EXPIRED' ? 'invitation.expired' : 'invitation.until')}{' '}
                <DateTime value={expiresAt} timeZone={deviceZone} isDay />
              </span>
            </div>
            <Tag>{t(`role.${role}`)}</Tag>
            <div className={classes.acts}>
              {status === 'OPEN' && (
                <Button
                  variant="subtle"
                  px="xs"
                  color="seal"
                  disabled={isBusy}
                  aria-label={t('invitation.revokeOf', { email })}
                  onClick={() => void takeBack(id, email)}
                >
                  {t('invitation.revoke')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
