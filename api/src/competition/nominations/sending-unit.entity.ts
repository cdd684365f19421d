import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { Competition } from '../competitions/index.ts';
import { Organization, Region } from '../../people/organizations/index.ts';

/** That an organization sends entries of a region on: to the unit above it, or, where there is none, to the organizers. */
@ObjectType({
  implements: Node,
  description:
    'That an organization sends entries of a region on, at most so many: to the unit above, or to the organizers. For its own members, those of the units above it, and organizers.',
})
@Entity({ tableName: 'sending_units' })
// Checked when a statement is done, so that organizations can change places.
@Unique({
  name: 'sending_units_organization_once',
  properties: ['competition', 'organization'],
  deferMode: 'immediate',
})
@Unique({ properties: ['competition', 'region'] })
@Check({ name: 'sending_units_quota_range', expression: 'quota >= 0 and quota <= 10000' })
@Trigger({
  name: 'sending_units_stand',
  timing: 'before',
  events: ['insert', 'update', 'delete'],
  body: `
    begin
      if tg_op = 'UPDATE' and to_jsonb(new) - 'version' = to_jsonb(old) - 'version' then
        return new;
      end if;
      if tg_op = 'INSERT' then
        if not exists (select from sending_units where competition_id = new.competition_id)
            and exists (select from entries where competition_id = new.competition_id and status not in ('REJECTED', 'WITHDRAWN')) then
          raise exception 'entries came in without nomination' using errcode = 'check_violation';
        end if;
      else
        if tg_op = 'UPDATE' and (new.competition_id, new.region_id) <> (old.competition_id, old.region_id) then
          raise exception 'a sending unit stays with its region' using errcode = 'check_violation';
        end if;
        if has_handed_up(old.id) then
          raise exception 'its list is handed up' using errcode = 'check_violation';
        end if;
      end if;
      if (tg_op = 'DELETE' or tg_op = 'UPDATE' and new.parent_id is distinct from old.parent_id) and has_handed_up(old.parent_id)
          or (tg_op = 'INSERT' or tg_op = 'UPDATE' and new.parent_id is distinct from old.parent_id) and has_handed_up(new.parent_id) then
        raise exception 'the list of the unit above is handed up' using errcode = 'check_violation';
      end if;
      if tg_op = 'UPDATE' and new.quota < (select count(*) from nominations where unit_id = new.id and removed_at is null) then
        raise exception 'more are on its list' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
// After the statement, so that a whole tree can move at once.
@Trigger({
  name: 'sending_units_fit',
  timing: 'after',
  events: ['insert', 'update', 'delete'],
  body: `
    begin
      if tg_op = 'DELETE' then
        if not exists (select from sending_units where competition_id = old.competition_id)
            and exists (select from entries where competition_id = old.competition_id and status not in ('REJECTED', 'WITHDRAWN')) then
          raise exception 'entries came in to be nominated' using errcode = 'check_violation';
        end if;
        return null;
      end if;
      if tg_op = 'UPDATE' and (new.parent_id, new.closes_at) is not distinct from (old.parent_id, old.closes_at) then
        return null;
      end if;
      if new.parent_id is not null and not exists (select from sending_units p where p.id = new.parent_id
            and p.competition_id = new.competition_id and p.region_id <> new.region_id
            and lies_in(new.region_id, p.region_id) and p.closes_at >= new.closes_at)
          or exists (select from sending_units c where c.parent_id = new.id and c.closes_at > new.closes_at) then
        raise exception 'a unit lies inside the one it sends to, and closes no later' using errcode = 'check_violation';
      end if;
      return null;
    end`,
})
export class SendingUnit extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Index()
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  /** Of the smallest region around its own that has a unit; null: it sends to the organizers. */
  @Index()
  @ManyToOne(() => SendingUnit, { ref: true, nullable: true, deleteRule: 'restrict' })
  parent?: Ref<SendingUnit> | null;

  @Field(() => Int, { description: 'How many entries it may nominate.' })
  @Property({ type: 'integer' })
  quota!: number;

  @Field(() => DateTimeScalar, { description: 'The first instant at which it can nominate no more.' })
  @Property({ type: 'timestamptz' })
  closesAt!: Date;

  @Field(() => Int, { description: 'How often its list was changed.' })
  @Property({ type: 'integer', default: 0 })
  version: Opt<number> = 0;
}
