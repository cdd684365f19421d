import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../forms/useAct';
import type { ManagedOrganization_organizationFragment } from '../../gql/ManagedOrganization_organization';
import { RevokeInvitationDocument } from '../../gql/RevokeInvitation';
import { DateTime } from '../../ui/time/DateTime';
import { deviceZone } from '../../ui/time/device-zone';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import { Tag } from '../../ui/Tag';
import classes from './MemberList.module.css';

interface Props {
  invitations: ManagedOrganization_organizationFragment['invitations']['edges'];
  onDone: (news: string) => void;
}

/** People who were invited and have not answered yet. */
export function InvitationList({ invitations, onDone }: Props) {
  const { t } = useTranslation('organizations');
  const revoke = useAct(RevokeInvitationDocument);
  const takeBack = async (invitationId: string, email: string) => {
    if (await revoke.run({ invitationId })) onDone(t('invitation.revoked', { email }));
  };
  return (
    <>
      <Outcome trouble={revoke.problem} />
      <Card as="ul" pad={0} className="lined">
        {invitations.map(({ node: { id, email, role, status, expiresAt } }) => (
          <li key={id} className={classes.row}>
            <Stack className="anywhere">
              <b>{email}</b>
              <span className="faint small">
                {t(status === 'EXPIRED' ? 'invitation.expired' : 'invitation.until')}{' '}
                <DateTime value={expiresAt} timeZone={deviceZone} isDay />
              </span>
            </Stack>
            <Tag>{t(`role.${role}`)}</Tag>
            <Row className={classes.acts}>
              {status === 'OPEN' && (
                <Button
                  variant="subtle"
                  px="xs"
                  color="seal"
                  disabled={revoke.isBusy}
                  aria-label={t('invitation.revokeOf', { email })}
                  onClick={() => void takeBack(id, email)}
                >
                  {t('invitation.revoke')}
                </Button>
              )}
            </Row>
          </li>
        ))}
      </Card>
    </>
  );
}
