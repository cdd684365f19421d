import type { Opt, Ref } from '@mikro-orm/core';
import {
  Check,
  Entity,
  Enum,
  Index,
  ManyToOne,
  PrimaryKey,
  Property,
  Trigger,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { newId, Node } from '../../../core/graphql/node.ts';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { User } from '../../../platform/identity/index.ts';
import { Organization } from '../organization.entity.ts';

export enum MemberRole {
  EDITOR = 'EDITOR',
  MANAGER = 'MANAGER',
}
registerEnumType(MemberRole, {
  name: 'MemberRole',
  description:
    'EDITOR: writes projects, submits and withdraws entries. MANAGER: also says who else may, and keeps the details.',
});

/** That a person may act for an organization. Ended, never deleted; who comes back has a new one. */
@ObjectType('Member', { implements: Node, description: 'A person who may act, or could act, for an organization.' })
@Entity({ tableName: 'organization_members' })
@Unique({
  name: 'organization_members_once',
  expression:
    'create unique index organization_members_once on organization_members (organization_id, user_id) where left_at is null',
})
@Index({ properties: ['organization', 'joinedAt'] })
@Check({ name: 'organization_members_ended_once', expression: 'ended_by_id is null or left_at is not null' })
@Check({ name: 'organization_members_left_later', expression: 'left_at >= joined_at' })
@Trigger({
  name: 'organization_members_stand',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      if tg_op = 'DELETE' then
        if exists (select from organizations where id = old.organization_id and rehearsal_id is not null) then
          return old;
        end if;
        raise exception 'a membership is ended, not deleted' using errcode = 'check_violation';
      end if;
      if old.left_at is not null or (new.organization_id, new.user_id, new.joined_at)
          is distinct from (old.organization_id, old.user_id, old.joined_at) then
        raise exception 'a membership that ended stays as it was' using errcode = 'check_violation';
      end if;
      if old.role = 'MANAGER' and (new.role <> 'MANAGER' or new.left_at is not null) then
        -- Two managers who leave at once wait for each other here.
        perform from organizations where id = old.organization_id for no key update;
        if not exists (select from organization_members where organization_id = old.organization_id
            and id <> old.id and role = 'MANAGER' and left_at is null) then
          raise exception 'somebody has to manage the organization' using errcode = 'check_violation';
        end if;
      end if;
      return new;
    end`,
})
export class OrganizationMember extends Node {
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  override id: string = newId();

  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @Index()
  @ManyToOne(() => User, { ref: true, deleteRule: 'restrict' })
  user!: Ref<User>;

  @Field(() => MemberRole)
  @Enum({ items: () => MemberRole, default: MemberRole.EDITOR })
  role: Opt<MemberRole> = MemberRole.EDITOR;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  joinedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  @Property({ type: 'timestamptz', nullable: true })
  leftAt?: Date | null;

  /** Who ended it: the person, or a manager. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  endedBy?: Ref<User> | null;
}
