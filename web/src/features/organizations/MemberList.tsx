import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member_memberFragment } from '../../gql/Member_member';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import { deviceZone } from '../../ui/time/device-zone';
import classes from './MemberList.module.css';

export type ActOnMember = 'promote' | 'demote' | 'remove' | 'transfer';

interface Props {
  members: readonly Member_memberFragment[];
  /** What a manager may do; nothing is offered to others. */
  onAct?: ((kind: ActOnMember, member: Member_memberFragment) => void) | undefined;
}

export function MemberList({ members, onAct }: Props) {
  const { t } = useTranslation('organizations');
  const acts = ({ role, isViewer }: Member_memberFragment): ActOnMember[] => {
    if (isViewer) return [];
    return role === 'MANAGER' ? ['demote', 'remove'] : ['promote', 'transfer', 'remove'];
  };
  return (
    <Card as="ul" pad={0} className="lined">
      {members.map((member) => {
        const { id, name, address, role, joinedAt, leftAt, isViewer } = member;
        const who = name || (address ?? t('member.unnamed'));
        return (
          <li key={id} className={classes.row}>
            <Stack className="anywhere">
              <b>
                {who} {isViewer && <span className={classes.you}>{t('member.you')}</span>}
              </b>
              <span className="faint small">
                {name && address && <>{address} · </>}
                {leftAt ? (
                  <>
                    {t('member.left')} <DateTime value={leftAt} timeZone={deviceZone} isDay />
                  </>
                ) : (
                  <>
                    {t('member.joined')} <DateTime value={joinedAt} timeZone={deviceZone} isDay />
                  </>
                )}
              </span>
            </Stack>
            <Tag tone={role === 'MANAGER' ? 'laurel' : 'plain'}>{t(`role.${role}`)}</Tag>
            {onAct && !leftAt && (
              <Row className={classes.acts}>
                {acts(member).map((kind) => (
                  <Button
                    key={kind}
                    variant="subtle"
                    px="xs"
                    color={kind === 'remove' ? 'seal' : 'laurel'}
                    aria-label={`${t(`member.act.${kind}`)}: ${who}`}
                    onClick={() => onAct(kind, member)}
                  >
                    {t(`member.act.${kind}`)}
                  </Button>
                ))}
              </Row>
            )}
          </li>
        );
      })}
    </Card>
  );
}
