import type { Ref } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { User } from '../../platform/identity/index.ts';
import { SendingUnit } from './sending-unit.entity.ts';

/** A unit's ranked list as it was handed up, sealed; it stands until it is returned. */
@ObjectType({ implements: Node, description: "A sending unit's ranked list as it was handed up." })
@Entity({ tableName: 'nomination_lists' })
@Unique({ properties: ['unit', 'version'] })
@Unique({
  name: 'nomination_lists_one',
  expression: 'create unique index nomination_lists_one on nomination_lists (unit_id) where returned_at is null',
})
@Check({
  name: 'nomination_lists_sealed',
  expression: "sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')",
})
@Check({
  name: 'nomination_lists_returned_with_reason',
  expression: "(returned_at is null) = (return_reason is null) and return_reason <> ''",
})
@Trigger({
  name: 'nomination_lists_fit',
  timing: 'before',
  events: ['insert'],
  body: `
    declare
      u sending_units;
    begin
      select * into u from sending_units where id = new.unit_id for no key update;
      if new.submitted_at >= u.closes_at then
        raise exception 'CLOSED' using errcode = 'check_violation';
      elsif exists (select from nominations n where n.unit_id = u.id and n.removed_at is null
          and missing_level(n.entry_id, u.id) is not null) then
        raise exception 'SKIPPED_LEVEL' using errcode = 'check_violation';
      elsif exists (select from nominations n where n.unit_id = u.id and n.removed_at is null
          and earlier_winner(n.entry_id) is not null) then
        raise exception 'EARLIER_WINNER' using errcode = 'check_violation';
      elsif (select coalesce(max(rank), 0) <> count(*) from nominations where unit_id = u.id and removed_at is null) then
        raise exception 'ranks have gaps' using errcode = 'check_violation';
      elsif new.text <> text_of_nominations(u.id, new.version) then
        raise exception 'the text is not that of the list' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'nomination_lists_kept',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    declare
      above uuid;
    begin
      if tg_op = 'DELETE' or old.returned_at is not null or new.returned_at is null
          or to_jsonb(new) - 'returned_at' - 'returned_by_id' - 'return_reason'
            <> to_jsonb(old) - 'returned_at' - 'returned_by_id' - 'return_reason' then
        raise exception 'a list is kept; it can be returned once' using errcode = 'check_violation';
      end if;
      select parent_id into above from sending_units where id = old.unit_id;
      perform from sending_units where id = above for no key update;
      if exists (select from nominations n join nominations a on a.entry_id = n.entry_id and a.unit_id = above and a.removed_at is null
          where n.unit_id = old.unit_id and n.removed_at is null) then
        raise exception 'the unit above builds on this list' using errcode = 'check_violation';
      end if;
      if above is null and exists (select from nominations n join entries e on e.id = n.entry_id
          where n.unit_id = old.unit_id and n.removed_at is null and (e.status = 'ACCEPTED' or e.settled_as = 'ACCEPT')) then
        raise exception 'entries of this list are accepted' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class NominationList extends Node {
  @ManyToOne(() => SendingUnit, { ref: true, deleteRule: 'restrict' })
  unit!: Ref<SendingUnit>;

  @Field(() => Int, { description: 'The first list that it handed up, the second.' })
  @Property({ type: 'integer' })
  version!: number;

  @Field(() => String, {
    description: 'What is sealed: a line each with rank, number, revision and SHA-256 of an entry.',
  })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => String, { description: 'SHA-256 of the text.' })
  @Property({ type: 'text' })
  sha256!: string;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  submittedAt!: Date;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  submittedBy?: Ref<User> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while it stands.' })
  @Property({ type: 'timestamptz', nullable: true })
  returnedAt?: Date | null;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  returnedBy?: Ref<User> | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  returnReason?: string | null;
}
