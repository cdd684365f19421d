import { inviteMemberInput } from '@laurel/schema/inputs';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { assertSignedIn } from '../../graphql/operator.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { InvalidInputError, make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { holdOrganization } from './find-organization.ts';
import { invite } from './invite.ts';
import { OrganizationMember } from './member.entity.ts';
import {
  AlreadyMemberError,
  InviteMemberSuccess,
  TooManyInvitationsError,
  type InviteMemberInput,
} from './member.types.ts';
import { assertManager } from './membership.ts';
import { tellByMail } from './tell.ts';

/** Invites a person by mail to act for an organization. Managers only. */
export async function inviteMember(
  context: Context,
  input: InviteMemberInput,
): Promise<InviteMemberSuccess | AlreadyMemberError | TooManyInvitationsError | InvalidInputError> {
  assertSignedIn(context);
  const { role } = input;
  const result = await unitOfWork(context, async (em, inside) => {
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
    const made = await invite(inside, em, organization, { email, role });
    if (made instanceof TooManyInvitationsError) return made;
    const act = { type: 'Organization', id: organization.id };
    recordAct(context, em, 'inviteMember', act, { invitationId: made.invitation.id, email, role });
    return { ...made, organization };
  });
  if (!('token' in result)) return result;
  const { invitation, organization, token } = result;
  await tellByMail(context, { email: invitation.email, organization, role, token });
  return make(InviteMemberSuccess, { invitation });
}
