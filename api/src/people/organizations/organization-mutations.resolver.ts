import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { acceptInvitation } from './members/accept-invitation.ts';
import { appointManager } from './members/appoint-manager.ts';
import { leaveOrganization, removeMember } from './members/end-membership.ts';
import { inviteMember } from './members/invite-member.ts';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  AppointManagerInput,
  AppointManagerResult,
  InviteMemberInput,
  InviteMemberResult,
  LeaveOrganizationInput,
  LeaveOrganizationResult,
  RemoveMemberInput,
  RemoveMemberResult,
  RevokeInvitationInput,
  RevokeInvitationResult,
  SetMemberRoleInput,
  SetMemberRoleResult,
  TransferOrganizationInput,
  TransferOrganizationSuccess,
} from './members/member.types.ts';
import {
  RefuseOrganizationInput,
  RefuseOrganizationResult,
  RegisterOrganizationInput,
  RegisterOrganizationResult,
  SaveOrganizationInput,
  SaveOrganizationResult,
  VerifyOrganizationInput,
  VerifyOrganizationResult,
  VerifyOrganizationsInput,
  VerifyOrganizationsSuccess,
} from './organization.types.ts';
import { refuseOrganization } from './verification/refuse-organization.ts';
import { registerOrganization } from './verification/register-organization.ts';
import { revokeInvitation } from './members/revoke-invitation.ts';
import { saveOrganization } from './verification/save-organization.ts';
import { setMemberRole } from './members/set-member-role.ts';
import { transferOrganization } from './members/transfer-organization.ts';
import { verifyOrganization, verifyOrganizations } from './verification/verify-organizations.ts';

@Resolver()
export class OrganizationMutationsResolver {
  @Mutation(() => RegisterOrganizationResult)
  async registerOrganization(
    @Arg('input', () => RegisterOrganizationInput) input: RegisterOrganizationInput,
    @Ctx() context: Context,
  ) {
    return await registerOrganization(context, input);
  }

  @Mutation(() => SaveOrganizationResult)
  async saveOrganization(
    @Arg('input', () => SaveOrganizationInput) input: SaveOrganizationInput,
    @Ctx() context: Context,
  ) {
    return await saveOrganization(context, input);
  }

  @Mutation(() => VerifyOrganizationResult)
  async verifyOrganization(
    @Arg('input', () => VerifyOrganizationInput) input: VerifyOrganizationInput,
    @Ctx() context: Context,
  ) {
    return await verifyOrganization(context, input);
  }

  @Mutation(() => VerifyOrganizationsSuccess)
  async verifyOrganizations(
    @Arg('input', () => VerifyOrganizationsInput) input: VerifyOrganizationsInput,
    @Ctx() context: Context,
  ) {
    return await verifyOrganizations(context, input);
  }

  @Mutation(() => RefuseOrganizationResult)
  async refuseOrganization(
    @Arg('input', () => RefuseOrganizationInput) input: RefuseOrganizationInput,
    @Ctx() context: Context,
  ) {
    return await refuseOrganization(context, input);
  }

  @Mutation(() => InviteMemberResult)
  async inviteMember(@Arg('input', () => InviteMemberInput) input: InviteMemberInput, @Ctx() context: Context) {
    return await inviteMember(context, input);
  }

  @Mutation(() => RevokeInvitationResult)
  async revokeInvitation(
    @Arg('input', () => RevokeInvitationInput) input: RevokeInvitationInput,
    @Ctx() context: Context,
  ) {
    return await revokeInvitation(context, input);
  }

  @Mutation(() => AcceptInvitationResult)
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() context: Context,
  ) {
    return await acceptInvitation(context, input);
  }

  @Mutation(() => SetMemberRoleResult)
  async setMemberRole(@Arg('input', () => SetMemberRoleInput) input: SetMemberRoleInput, @Ctx() context: Context) {
    return await setMemberRole(context, input);
  }

  @Mutation(() => RemoveMemberResult)
  async removeMember(@Arg('input', () => RemoveMemberInput) input: RemoveMemberInput, @Ctx() context: Context) {
    return await removeMember(context, input);
  }

  @Mutation(() => LeaveOrganizationResult)
  async leaveOrganization(
    @Arg('input', () => LeaveOrganizationInput) input: LeaveOrganizationInput,
    @Ctx() context: Context,
  ) {
    return await leaveOrganization(context, input);
  }

  @Mutation(() => TransferOrganizationSuccess)
  async transferOrganization(
    @Arg('input', () => TransferOrganizationInput) input: TransferOrganizationInput,
    @Ctx() context: Context,
  ) {
    return await transferOrganization(context, input);
  }

  @Mutation(() => AppointManagerResult)
  async appointManager(@Arg('input', () => AppointManagerInput) input: AppointManagerInput, @Ctx() context: Context) {
    return await appointManager(context, input);
  }
}
