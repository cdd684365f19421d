import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { User } from '../../../platform/identity/index.ts';
import { Invitation } from './invitation.entity.ts';
import type { MemberRole } from './member.entity.ts';
import { TooManyInvitationsError } from './member.types.ts';
import type { Organization } from '../organization.entity.ts';
import { notifyInvited } from '../notify.ts';

const daysOpen = 14;
/** Of one organization, so that nobody sends letters to the world in the name of one they made up. */
const mostADay = 20;
const day = 86_400_000;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Writes an invitation and the letter that carries its link; an open one to the same mailbox gives way. The token is the
 * right to accept it: beside the letter only its hash is kept. The caller holds the organization.
 */
export async function invite(
  context: Context,
  em: EntityManager,
  organization: Organization,
  { email, role }: { email: string; role: MemberRole },
): Promise<Invitation | TooManyInvitationsError> {
  const now = context.clock.now();
  const sent = await em.count(Invitation, { organization, createdAt: { $gt: new Date(now.getTime() - day) } });
  if (sent >= mostADay) {
    return make(TooManyInvitationsError, {
      message: message(context.locale, 'organization.tooManyInvitations', { most: mostADay }),
    });
  }
  await em.execute(
    `update organization_invitations set revoked_at = ?
     where organization_id = ? and email = ? and accepted_at is null and revoked_at is null`,
    [now, organization.id, email],
  );
  const token = randomBytes(24).toString('base64url');
  const invitation = em.create(Invitation, {
    organization,
    email,
    role,
    tokenHash: hashOf(token),
    invitedBy: context.viewer ? em.getReference(User, context.viewer.id, { wrapped: true }) : null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + daysOpen * day),
  });
  await notifyInvited(context, em, { organization, invitation, token });
  return invitation;
}
