import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../../core/graphql/node.ts';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { User } from '../../../platform/identity/index.ts';
import { MemberRole } from './member.entity.ts';
import { Organization } from '../organization.entity.ts';

export enum InvitationStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(InvitationStatus, { name: 'InvitationStatus' });

/** The link stands in the letter; what lies here is its hash. */
@ObjectType({
  implements: Node,
  description: 'A link sent to a mailbox: whoever opens it first may join the organization.',
})
@Entity({ tableName: 'organization_invitations' })
@Unique({
  name: 'organization_invitations_one_open',
  expression:
    'create unique index organization_invitations_one_open on organization_invitations (organization_id, email) where accepted_at is null and revoked_at is null',
})
@Index({ properties: ['organization', 'createdAt'] })
@Check({ name: 'organization_invitations_one_end', expression: 'accepted_at is null or revoked_at is null' })
@Check({
  name: 'organization_invitations_accepted_by_somebody',
  expression: '(accepted_at is null) = (accepted_by_id is null)',
})
@Check({ name: 'organization_invitations_accepted_in_time', expression: 'accepted_at < expires_at' })
@Trigger({
  name: 'organization_invitations_stand',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.accepted_at is not null or old.revoked_at is not null
          or (new.organization_id, new.email, new.role, new.token_hash, new.expires_at)
          is distinct from (old.organization_id, old.email, old.role, old.token_hash, old.expires_at) then
        raise exception 'an invitation is accepted or revoked once' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Invitation extends Node {
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @Field(() => String)
  @Property({ type: 'text' })
  email!: string;

  @Field(() => MemberRole)
  @Enum(() => MemberRole)
  role!: MemberRole;

  /** SHA-256, in hexadecimal digits. */
  @Unique()
  @Property({ type: 'text' })
  tokenHash!: string;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  invitedBy?: Ref<User> | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  acceptedAt?: Date | null;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  acceptedBy?: Ref<User> | null;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt?: Date | null;

  statusAt(now: Date): InvitationStatus {
    if (this.acceptedAt) return InvitationStatus.ACCEPTED;
    if (this.revokedAt) return InvitationStatus.REVOKED;
    return now < this.expiresAt ? InvitationStatus.OPEN : InvitationStatus.EXPIRED;
  }
}
