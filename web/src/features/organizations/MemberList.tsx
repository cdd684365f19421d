import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member_memberFragment } from '../../gql/Member_member';
import { DateTime } from '../../ui/DateTime';
import { Tag } from '../../ui/Tag';
import { deviceZone } from '../../ui/device-zone';
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
    <ul className={classes.list}>
      {members.map((member) => {
        const { id, name, address, role, joinedAt, leftAt, isViewer } = member;
        const who = name || (address ?? t('member.unnamed'));
        return (
          <li key={id} className={classes.row}>
            <div className={classes.words}>
              <b>
                {who} {isViewer && <span className={classes.faint}>{t('member.you')}</span>}
              </b>
              <span className={classes.faint}>
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
            </div>
            <Tag tone={role === 'MANAGER' ? 'laurel' : 'plain'}>{t(`role.${role}`)}</Tag>
            {onAct && !leftAt && (
              <div className={classes.acts}>
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
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
