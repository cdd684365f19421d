import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { endMembership } from './end-membership.ts';
import { holdMember } from './find-member.ts';
import { MemberRole, OrganizationMember } from './member.entity.ts';
import { TransferOrganizationSuccess, type TransferOrganizationInput } from './member.types.ts';
import { assertManager } from './membership.ts';

/** Hands an organization over to another member; the viewer stays as an editor, or leaves. Managers only. */
export async function transferOrganization(
  context: Context,
  { memberId, leaves }: TransferOrganizationInput,
): Promise<TransferOrganizationSuccess> {
  const { viewer } = context;
  if (!viewer) throw unauthenticated(context);
  return await unitOfWork(context, async (em, inside) => {
    const successor = await holdMember(inside, em, memberId, assertManager);
    // Nobody hands over to themselves.
    if (successor.user.id === viewer.id) throw notFound(context);
    const { organization } = successor;
    const own = await em.findOneOrFail(OrganizationMember, { organization, user: viewer.id, leftAt: null });
    successor.role = MemberRole.MANAGER;
    // First this, since PostgreSQL lets no manager go before there is another.
    await em.flush();
    const act = { type: 'Organization', id: organization.id };
    recordAct(context, em, 'transferOrganization', act, { memberId, userId: successor.user.id, leaves });
    if (leaves) endMembership(inside, em, own);
    else own.role = MemberRole.EDITOR;
    return make(TransferOrganizationSuccess, { organization: await organization.loadOrFail() });
  });
}
