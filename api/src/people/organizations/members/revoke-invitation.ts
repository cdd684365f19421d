import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { holdOrganization } from '../find-organization.ts';
import { Invitation, InvitationStatus } from './invitation.entity.ts';
import { InvitationClosedError, RevokeInvitationSuccess, type RevokeInvitationInput } from './member.types.ts';
import { assertManager } from './membership.ts';

/** Takes an invitation back; its link leads nowhere from then on. Managers only. */
export async function revokeInvitation(
  context: Context,
  input: RevokeInvitationInput,
): Promise<RevokeInvitationSuccess | InvitationClosedError> {
  assertSignedIn(context);
  const { invitationId: id } = input;
  return await unitOfWork(context, async (em, inside) => {
    const found = isId(id) ? await em.findOne(Invitation, { id }) : null;
    if (!found) throw notFound(context);
    await holdOrganization(inside, em, found.organization.id, assertManager);
    const invitation = await em.refresh(found);
    if (!invitation) throw notFound(context);
    const now = context.clock.now();
    const status = invitation.statusAt(now);
    if (status !== InvitationStatus.OPEN) {
      return make(InvitationClosedError, { message: message(context.locale, `invitation.closed.${status}`), status });
    }
    invitation.revokedAt = now;
    const act = { type: 'Organization', id: invitation.organization.id };
    recordAct(context, em, 'revokeInvitation', act, { invitationId: id, email: invitation.email });
    return make(RevokeInvitationSuccess, { invitation });
  });
}
