import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { holdOrganization } from '../find-organization.ts';
import { Invitation, InvitationStatus } from './invitation.entity.ts';
import { hashOf } from './invite.ts';
import { MemberRole, OrganizationMember } from './member.entity.ts';
import { AcceptInvitationSuccess, InvitationClosedError, type AcceptInvitationInput } from './member.types.ts';

/**
 * Joins an organization by the link of an invitation. Anybody with the link may: many sign in by phone or through another
 * login, and an account has one identity only, so the address it went to cannot be asked for. It opens once.
 */
export async function acceptInvitation(
  context: Context,
  input: AcceptInvitationInput,
): Promise<AcceptInvitationSuccess | InvitationClosedError> {
  const { viewer, clock, locale } = context;
  if (!viewer) throw unauthenticated(context);
  return await unitOfWork(context, async (em, inside) => {
    const found = await em.findOne(Invitation, { tokenHash: hashOf(input.token) });
    if (!found) throw notFound(context);
    // The link is the permission.
    const organization = await holdOrganization(inside, em, found.organization.id, () => Promise.resolve());
    const invitation = await em.refresh(found);
    if (!invitation) throw notFound(context);
    const now = clock.now();
    const status = invitation.statusAt(now);
    if (status !== InvitationStatus.OPEN) {
      return make(InvitationClosedError, { message: message(locale, `invitation.closed.${status}`), status });
    }
    const user = em.getReference(User, viewer.id, { wrapped: true });
    em.assign(invitation, { acceptedAt: now, acceptedBy: user });
    const { role } = invitation;
    const member = await em.findOne(OrganizationMember, { organization, user: viewer.id, leftAt: null });
    if (!member) em.create(OrganizationMember, { organization, user, role, joinedAt: now });
    // A manager who opens an invitation for editors stays one.
    else if (role === MemberRole.MANAGER) member.role = role;
    const act = { type: 'Organization', id: organization.id };
    recordAct(context, em, 'acceptInvitation', act, { invitationId: invitation.id, role });
    return make(AcceptInvitationSuccess, { organization });
  });
}
