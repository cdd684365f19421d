import { inviteMemberInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { holdOrganization } from '../find-organization.ts';
import { invite } from './invite.ts';
import { MemberRole, OrganizationMember } from './member.entity.ts';
import {
  AppointManagerSuccess,
  HasManagerError,
  TooManyInvitationsError,
  type AppointManagerInput,
} from './member.types.ts';
import { assertVerifier } from '../verification/verifier.ts';

/**
 * Gives an organization that nobody manages a manager. It takes their yes: a slip in the address must not hand an
 * organization to a stranger unasked. For those who verify.
 */
export async function appointManager(
  context: Context,
  input: AppointManagerInput,
): Promise<AppointManagerSuccess | HasManagerError | TooManyInvitationsError | InvalidInputError> {
  assertSignedIn(context);
  const role = MemberRole.MANAGER;
  return await unitOfWork(context, async (em, inside) => {
    const organization = await holdOrganization(inside, em, input.organizationId, assertVerifier);
    const parsed = parseInput(context, inviteMemberInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    const { email } = parsed;
    if ((await em.count(OrganizationMember, { organization, role, leftAt: null })) > 0) {
      return userError(context, HasManagerError, 'organization.hasManager');
    }
    const invitation = await invite(inside, em, organization, { email, role });
    if (invitation instanceof TooManyInvitationsError) return invitation;
    const act = { type: 'Organization', id: organization.id };
    recordAct(context, em, 'appointManager', act, { invitationId: invitation.id, email });
    return make(AppointManagerSuccess, { organization });
  });
}
