import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { holdMember, lastManager } from './find-member.ts';
import { holdOrganization } from '../find-organization.ts';
import { OrganizationMember } from './member.entity.ts';
import {
  LeaveOrganizationSuccess,
  RemoveMemberSuccess,
  type LastManagerError,
  type LeaveOrganizationInput,
  type RemoveMemberInput,
} from './member.types.ts';
import { assertManager } from './membership.ts';

/** Ends somebody's membership. Managers only. */
export async function removeMember(
  context: Context,
  { memberId }: RemoveMemberInput,
): Promise<RemoveMemberSuccess | LastManagerError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const member = await holdMember(inside, em, memberId, assertManager);
    const refusal = await lastManager(inside, em, member);
    if (refusal) return refusal;
    endMembership(inside, em, member);
    return make(RemoveMemberSuccess, { member });
  });
}

/** Ends one's own membership; what one wrote stays with the organization. */
export async function leaveOrganization(
  context: Context,
  { organizationId }: LeaveOrganizationInput,
): Promise<LeaveOrganizationSuccess | LastManagerError> {
  const { viewer } = context;
  if (!viewer) throw unauthenticated(context);
  const own = { organization: organizationId, user: viewer.id, leftAt: null };
  return await unitOfWork(context, async (em, inside) => {
    const organization = await holdOrganization(inside, em, organizationId, async () => {
      if (!isId(organizationId) || (await em.count(OrganizationMember, own)) === 0) throw notFound(context);
    });
    const member = await em.findOneOrFail(OrganizationMember, own);
    const refusal = await lastManager(inside, em, member);
    if (refusal) return refusal;
    endMembership(inside, em, member);
    return make(LeaveOrganizationSuccess, { organization });
  });
}

/** Ended, not deleted: who acted for an organization, and until when, stays on record. */
export function endMembership(context: Context, em: EntityManager, member: OrganizationMember): void {
  const { viewer, clock } = context;
  em.assign(member, {
    leftAt: clock.now(),
    endedBy: viewer ? em.getReference(User, viewer.id, { wrapped: true }) : null,
  });
  const act = viewer?.id === member.user.id ? 'leaveOrganization' : 'removeMember';
  const subject = { type: 'Organization', id: member.organization.id };
  recordAct(context, em, act, subject, { memberId: member.id, userId: member.user.id });
}
