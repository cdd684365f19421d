import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { Entry } from '../entries/index.ts';
import { User } from '../../platform/identity/index.ts';
import { SendingUnit } from './sending-unit.entity.ts';

/** An entry on the list of a sending unit. Rows stay: one that was taken off has no rank. */
@ObjectType({ implements: Node, description: 'An entry on the list of a sending unit.' })
@Entity({ tableName: 'nominations' })
// Checked when a statement is done, so that a list is put into another order at once.
@Unique({ name: 'nominations_rank_once', properties: ['unit', 'rank'], deferMode: 'immediate' })
@Unique({
  name: 'nominations_once',
  expression: 'create unique index nominations_once on nominations (unit_id, entry_id) where removed_at is null',
})
@Check({ name: 'nominations_ranked', expression: '(removed_at is null) = (rank is not null) and rank >= 1' })
// The same as `refusalOf` in code.
@Trigger({
  name: 'nominations_fit',
  timing: 'before',
  events: ['insert'],
  body: `
    declare
      e entries;
      u sending_units;
    begin
      select * into e from entries where id = new.entry_id for share;
      select * into u from sending_units where id = new.unit_id for no key update;
      -- Of one organization, one thing at a time: two units might nominate the same work twice.
      perform pg_advisory_xact_lock(hashtextextended(e.organization_id::text, 12));
      if e.status not in ('SUBMITTED', 'RETURNED', 'ACCEPTED') then
        raise exception 'only what competes is nominated' using errcode = 'check_violation';
      elsif has_handed_up(u.id) then
        raise exception 'LIST_SUBMITTED' using errcode = 'check_violation';
      elsif new.added_at >= u.closes_at then
        raise exception 'CLOSED' using errcode = 'check_violation';
      elsif not exists (select from units_above(e.id) a where a.id = u.id) then
        raise exception 'CROSSED_REGION' using errcode = 'check_violation';
      elsif missing_level(e.id, u.id) is not null then
        raise exception 'SKIPPED_LEVEL' using errcode = 'check_violation';
      elsif nominated_twin(e.id) is not null then
        raise exception 'DUPLICATE' using errcode = 'check_violation';
      elsif earlier_winner(e.id) is not null then
        raise exception 'EARLIER_WINNER' using errcode = 'check_violation';
      elsif (select count(*) from nominations where unit_id = u.id and removed_at is null) >= u.quota then
        raise exception 'QUOTA_EXCEEDED' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'nominations_kept',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      if tg_op = 'DELETE' or old.removed_at is not null
          or to_jsonb(new) - 'rank' - 'removed_at' <> to_jsonb(old) - 'rank' - 'removed_at' then
        raise exception 'a nomination is kept; it can be ranked, or removed once' using errcode = 'check_violation';
      end if;
      if has_handed_up(old.unit_id) then
        raise exception 'LIST_SUBMITTED' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Nomination extends Node {
  @ManyToOne(() => SendingUnit, { ref: true, deleteRule: 'restrict' })
  unit!: Ref<SendingUnit>;

  @Index()
  @ManyToOne(() => Entry, { ref: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  @Property({ type: 'integer', nullable: true })
  rank?: number | null;

  /** Null where the operator did. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  addedBy?: Ref<User> | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  addedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  removedAt?: Date | null;
}
