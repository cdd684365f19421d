import type { Ref } from '@mikro-orm/core';
import {
  Check,
  Embedded,
  Entity,
  Enum,
  Index,
  ManyToOne,
  Property,
  Trigger,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { User } from '../../platform/identity/index.ts';
import { Region } from './regions/region.entity.ts';

export enum OrganizationKind {
  GOVERNMENT = 'GOVERNMENT',
  ENTERPRISE = 'ENTERPRISE',
  SCHOOL = 'SCHOOL',
  HOSPITAL = 'HOSPITAL',
  CULTURE = 'CULTURE',
  COMMUNITY = 'COMMUNITY',
  CHARITY = 'CHARITY',
  RESCUE = 'RESCUE',
}
registerEnumType(OrganizationKind, { name: 'OrganizationKind' });

export enum OrganizationStatus {
  PENDING = 'PENDING',
  VERIFIED = 'VERIFIED',
  REFUSED = 'REFUSED',
}
registerEnumType(OrganizationStatus, {
  name: 'OrganizationStatus',
  description:
    'PENDING: waits for a region organizer; may write and submit. VERIFIED: its entries can be accepted. REFUSED: cannot submit.',
});

/** The most registrations of one person that may wait for verification at once. */
export const mostWaiting = 5;

@ObjectType({ implements: Node, description: 'A body that runs teams and projects and hands in entries.' })
@Entity({ tableName: 'organizations' })
@Check({ name: 'organizations_name_written', expression: hasText('name') })
@Check({ name: 'organizations_slug_form', expression: "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'" })
@Check({ name: 'organizations_verified_at_a_time', expression: "(status = 'VERIFIED') = (verified_at is not null)" })
@Check({ name: 'organizations_verified_by_somebody', expression: 'verified_by_id is null or verified_at is not null' })
@Check({ name: 'organizations_refused_with_reason', expression: "(status = 'REFUSED') = (refusal_reason is not null)" })
@Index({
  name: 'organizations_waiting',
  expression: "create index organizations_waiting on organizations (region_id, created_at) where status = 'PENDING'",
})
@Trigger({
  name: 'organizations_waiting_limit',
  timing: 'before',
  events: ['insert'],
  body: `
    begin
      if new.status = 'PENDING' and new.registered_by_id is not null then
        perform from users where id = new.registered_by_id for no key update;
        if (select count(*) from organizations where registered_by_id = new.registered_by_id and status = 'PENDING') >= ${mostWaiting} then
          raise exception 'too many organizations of one person wait' using errcode = 'check_violation';
        end if;
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'organizations_rehearse',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    begin
      if (case tg_op when 'UPDATE' then new.rehearsal_id is distinct from old.rehearsal_id
          else new.rehearsal_id is not null and not exists (
            select from competitions where id = new.rehearsal_id and is_rehearsal) end) then
        raise exception 'what is made up for a rehearsal begins and ends with it' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'organizations_verified_name',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.status = 'VERIFIED' and new.status = 'VERIFIED' and (new.name_zh, new.name_en, new.kind, new.region_id)
          is distinct from (old.name_zh, old.name_en, old.kind, old.region_id) then
        raise exception 'what was verified stands' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Organization extends Node {
  @Field(() => String)
  @Unique()
  @Property({ type: 'text' })
  slug!: string;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Field(() => OrganizationKind)
  @Enum(() => OrganizationKind)
  kind!: OrganizationKind;

  @Index()
  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @Field(() => OrganizationStatus)
  @Enum(() => OrganizationStatus)
  status!: OrganizationStatus;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  verifiedAt?: Date | null;

  /** Null where the operator of the installation registered it. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  verifiedBy?: Ref<User> | null;

  @Property({ type: 'text', nullable: true })
  refusalReason?: string | null;

  /** Whom to call about it; for its members and those who verify it. */
  @Property({ type: 'text', nullable: true })
  contactName?: string | null;

  @Property({ type: 'text', nullable: true })
  contactPhone?: string | null;

  @Index()
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  registeredBy?: Ref<User> | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  /** The rehearsal for which it was made up; only the rehearsal's organizers see it. */
  @Index()
  @Property({ type: 'uuid', nullable: true })
  rehearsalId?: string | null;
}
