import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { holdMember, lastManager } from './find-member.ts';
import { MemberRole } from './member.entity.ts';
import { SetMemberRoleSuccess, type LastManagerError, type SetMemberRoleInput } from './member.types.ts';
import { assertManager } from './membership.ts';

/** Makes an editor a manager, or the other way round. Managers only. */
export async function setMemberRole(
  context: Context,
  { memberId, role }: SetMemberRoleInput,
): Promise<SetMemberRoleSuccess | LastManagerError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const member = await holdMember(inside, em, memberId, assertManager);
    if (member.role === role) return make(SetMemberRoleSuccess, { member });
    const refusal = role === MemberRole.MANAGER ? null : await lastManager(inside, em, member);
    if (refusal) return refusal;
    member.role = role;
    const act = { type: 'Organization', id: member.organization.id };
    recordAct(context, em, 'setMemberRole', act, { memberId, userId: member.user.id, role });
    return make(SetMemberRoleSuccess, { member });
  });
}
