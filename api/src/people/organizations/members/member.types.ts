import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { UserError } from '../../../core/graphql/user-error.ts';
import { Invitation, InvitationStatus } from './invitation.entity.ts';
import { MemberRole, OrganizationMember } from './member.entity.ts';
import { OrganizationSuccess } from '../organization.types.ts';

@ObjectType({ description: 'What an invitation says to whoever holds its link.' })
export class InvitationLetter {
  @Field(() => String)
  organizationName!: string;

  @Field(() => MemberRole)
  role!: MemberRole;

  @Field(() => String, { description: 'The mailbox it was sent to, its middle hidden: `z***@example.org`.' })
  sentTo!: string;

  @Field(() => InvitationStatus)
  status!: InvitationStatus;

  @Field(() => DateTimeScalar)
  expiresAt!: Date;
}

@InputType()
export class InviteMemberInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  email!: string;

  @Field(() => MemberRole)
  role!: MemberRole;
}

@InputType()
export class AppointManagerInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  email!: string;
}

@InputType()
export class RevokeInvitationInput {
  @Field(() => ID)
  invitationId!: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String)
  token!: string;
}

@InputType()
export class SetMemberRoleInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => MemberRole)
  role!: MemberRole;
}

@InputType()
export class RemoveMemberInput {
  @Field(() => ID)
  memberId!: string;
}

@InputType()
export class LeaveOrganizationInput {
  @Field(() => ID)
  organizationId!: string;
}

@InputType()
export class TransferOrganizationInput {
  @Field(() => ID, { description: 'The member who is to manage it.' })
  memberId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the viewer leaves it; stays as editor otherwise.',
  })
  leaves!: boolean;
}

@ObjectType()
export class InviteMemberSuccess {
  @Field(() => Invitation)
  invitation!: Invitation;
}

@ObjectType()
export class AppointManagerSuccess extends OrganizationSuccess {}

@ObjectType()
export class RevokeInvitationSuccess {
  @Field(() => Invitation)
  invitation!: Invitation;
}

@ObjectType()
export class AcceptInvitationSuccess extends OrganizationSuccess {}

@ObjectType()
export class SetMemberRoleSuccess {
  @Field(() => OrganizationMember)
  member!: OrganizationMember;
}

@ObjectType()
export class RemoveMemberSuccess {
  @Field(() => OrganizationMember)
  member!: OrganizationMember;
}

@ObjectType()
export class LeaveOrganizationSuccess extends OrganizationSuccess {}

@ObjectType()
export class TransferOrganizationSuccess extends OrganizationSuccess {}

@ObjectType({ implements: UserError })
export class AlreadyMemberError extends UserError {
  @Field(() => OrganizationMember)
  member!: OrganizationMember;
}

@ObjectType({ implements: UserError, description: 'The organization has sent as many invitations as it may in a day.' })
export class TooManyInvitationsError extends UserError {}

@ObjectType({ implements: UserError, description: 'It was accepted or revoked, or is too old.' })
export class InvitationClosedError extends UserError {
  @Field(() => InvitationStatus)
  status!: InvitationStatus;
}

@ObjectType({
  implements: UserError,
  description: 'Nobody would manage the organization any more; name a successor first.',
})
export class LastManagerError extends UserError {}

@ObjectType({ implements: UserError, description: 'Somebody manages the organization, and invites whom they want.' })
export class HasManagerError extends UserError {}
