import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { acceptInvitation } from './members/accept-invitation.ts';
import { appointManager } from './members/appoint-manager.ts';
import { leaveOrganization, removeMember } from './members/end-membership.ts';
import { inviteMember } from './members/invite-member.ts';
import {
  AcceptInvitationInput,
  AcceptInvitationSuccess,
  AlreadyMemberError,
  AppointManagerInput,
  AppointManagerSuccess,
  HasManagerError,
  InvitationClosedError,
  InviteMemberInput,
  InviteMemberSuccess,
  LastManagerError,
  LeaveOrganizationInput,
  LeaveOrganizationSuccess,
  RemoveMemberInput,
  RemoveMemberSuccess,
  RevokeInvitationInput,
  RevokeInvitationSuccess,
  SetMemberRoleInput,
  SetMemberRoleSuccess,
  TooManyInvitationsError,
  TransferOrganizationInput,
  TransferOrganizationSuccess,
} from './members/member.types.ts';
import { revokeInvitation } from './members/revoke-invitation.ts';
import { setMemberRole } from './members/set-member-role.ts';
import { transferOrganization } from './members/transfer-organization.ts';
import {
  OrganizationDecidedError,
  RefuseOrganizationInput,
  RefuseOrganizationSuccess,
  RegisterOrganizationInput,
  RegisterOrganizationSuccess,
  SaveOrganizationInput,
  SaveOrganizationSuccess,
  SimilarOrganizationsError,
  TooManyWaitingError,
  VerifyOrganizationInput,
  VerifyOrganizationSuccess,
  VerifyOrganizationsInput,
  VerifyOrganizationsSuccess,
} from './organization.types.ts';
import { refuseOrganization } from './verification/refuse-organization.ts';
import { registerOrganization } from './verification/register-organization.ts';
import { saveOrganization } from './verification/save-organization.ts';
import { verifyOrganization, verifyOrganizations } from './verification/verify-organizations.ts';

export const OrganizationMutations = mutations({
  registerOrganization: mutation(RegisterOrganizationInput, registerOrganization, [
    RegisterOrganizationSuccess,
    SimilarOrganizationsError,
    TooManyWaitingError,
    InvalidInputError,
  ]),
  saveOrganization: mutation(SaveOrganizationInput, saveOrganization, [
    SaveOrganizationSuccess,
    OrganizationDecidedError,
    InvalidInputError,
  ]),
  verifyOrganization: mutation(VerifyOrganizationInput, verifyOrganization, [
    VerifyOrganizationSuccess,
    OrganizationDecidedError,
  ]),
  verifyOrganizations: mutation(VerifyOrganizationsInput, verifyOrganizations, VerifyOrganizationsSuccess),
  refuseOrganization: mutation(RefuseOrganizationInput, refuseOrganization, [
    RefuseOrganizationSuccess,
    OrganizationDecidedError,
    InvalidInputError,
  ]),
  inviteMember: mutation(InviteMemberInput, inviteMember, [
    InviteMemberSuccess,
    AlreadyMemberError,
    TooManyInvitationsError,
    InvalidInputError,
  ]),
  revokeInvitation: mutation(RevokeInvitationInput, revokeInvitation, [RevokeInvitationSuccess, InvitationClosedError]),
  acceptInvitation: mutation(AcceptInvitationInput, acceptInvitation, [AcceptInvitationSuccess, InvitationClosedError]),
  setMemberRole: mutation(SetMemberRoleInput, setMemberRole, [SetMemberRoleSuccess, LastManagerError]),
  removeMember: mutation(RemoveMemberInput, removeMember, [RemoveMemberSuccess, LastManagerError]),
  leaveOrganization: mutation(LeaveOrganizationInput, leaveOrganization, [LeaveOrganizationSuccess, LastManagerError]),
  transferOrganization: mutation(TransferOrganizationInput, transferOrganization, TransferOrganizationSuccess),
  appointManager: mutation(AppointManagerInput, appointManager, [
    AppointManagerSuccess,
    HasManagerError,
    TooManyInvitationsError,
    InvalidInputError,
  ]),
});
