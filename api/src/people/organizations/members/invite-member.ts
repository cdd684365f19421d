import { inviteMemberInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { holdOrganization } from '../find-organization.ts';
import { invite } from './invite.ts';
import { OrganizationMember } from './member.entity.ts';
import {
  AlreadyMemberError,
  InviteMemberSuccess,
  TooManyInvitationsError,
  type InviteMemberInput,
} from './member.types.ts';
import { assertManager } from './membership.ts';

/** Invites a person by mail to act for an organization. Managers only. */
export async function inviteMember(
  context: Context,
  input: InviteMemberInput,
): Promise<InviteMemberSuccess | AlreadyMemberError | TooManyInvitationsError | InvalidInputError> {
  assertSignedIn(context);
  const { role } = input;
  return await unitOfWork(context, async (em, inside) => {
    const organization = await holdOrganization(inside, em, input.organizationId, assertManager);
    const parsed = parseInput(context, inviteMemberInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    const { email } = parsed;
    const member = await em.findOne(OrganizationMember, { organization, leftAt: null, user: { email } });
    if (member) {
      return make(AlreadyMemberError, {
        message: message(context.locale, 'organization.alreadyMember', { email }),
        member,
      });
    }
    const invitation = await invite(inside, em, organization, { email, role });
    if (invitation instanceof TooManyInvitationsError) return invitation;
    const act = { type: 'Organization', id: organization.id };
    recordAct(context, em, 'inviteMember', act, { invitationId: invitation.id, email, role });
    return make(InviteMemberSuccess, { invitation });
  });
}
