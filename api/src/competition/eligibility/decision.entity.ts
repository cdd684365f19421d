import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { Entry } from '../entries/index.ts';
import { User } from '../../platform/identity/index.ts';
import { PartKind } from '../../work/projects/index.ts';

export enum ReviewVerdict {
  ACCEPT = 'ACCEPT',
  REJECT = 'REJECT',
  RETURN = 'RETURN',
}
registerEnumType(ReviewVerdict, {
  name: 'ReviewVerdict',
  description: 'RETURN: the organization may correct the entry and hand it in again.',
});

@ObjectType({ description: 'A part of an entry that is to be corrected.' })
export class MarkedField {
  @Field(() => PartKind)
  kind!: PartKind;

  @Field(() => String, { description: 'Of the box, the section or the question.' })
  key!: string;

  @Field(() => String, { description: 'What is wrong with it.' })
  remark!: string;
}

/** One reviewer's verdict on one revision of an entry. Rows are only added; an undone one is marked. */
@ObjectType({ implements: Node, description: "One reviewer's word on one revision of an entry; for organizers." })
@Entity({ tableName: 'decisions' })
@Index({ properties: ['entry', 'decidedAt'] })
@Unique({
  name: 'decisions_one_per_reviewer',
  expression: `create unique index decisions_one_per_reviewer on decisions (entry_id, revision, reviewer_id)
    where undone_at is null and not is_settling and verdict <> 'RETURN'`,
})
@Unique({
  name: 'decisions_one_return',
  expression: `create unique index decisions_one_return on decisions (entry_id, revision)
    where undone_at is null and verdict = 'RETURN'`,
})
@Unique({
  name: 'decisions_one_settling',
  expression: `create unique index decisions_one_settling on decisions (entry_id, revision)
    where undone_at is null and is_settling`,
})
@Check({
  name: 'decisions_with_reason',
  expression: "reason is not null or (verdict = 'ACCEPT' and not is_settling)",
})
@Check({ name: 'decisions_returned_until', expression: "(verdict = 'RETURN') = (correction_until is not null)" })
@Check({ name: 'decisions_fields_list', expression: "jsonb_typeof(fields) = 'array'" })
@Check({ name: 'decisions_undone_by_somebody', expression: '(undone_at is null) = (undone_by_id is null)' })
@Trigger({
  name: 'decisions_fitting',
  timing: 'before',
  events: ['insert'],
  body: `
    begin
      if not exists (select from entries where id = new.entry_id and revision = new.revision
          and status in ('SUBMITTED', 'RETURNED')) then
        raise exception 'only what waits is decided on' using errcode = 'check_violation';
      end if;
      if awaits_nomination(new.entry_id) then
        raise exception 'it has not come up yet' using errcode = 'check_violation';
      end if;
      if exists (select from entries e join organization_members m on m.organization_id = e.organization_id
          where e.id = new.entry_id and m.user_id = new.reviewer_id and m.left_at is null) then
        raise exception 'nobody decides on what is their own' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'decisions_kept',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      if tg_op = 'DELETE' and exists (select from entries e join competitions c on c.id = e.competition_id
          where e.id = old.entry_id and c.is_rehearsal) then
        return old;
      end if;
      if tg_op = 'DELETE' or old.undone_at is not null or new.undone_at is null
          or to_jsonb(new) - 'undone_at' - 'undone_by_id' <> to_jsonb(old) - 'undone_at' - 'undone_by_id' then
        raise exception 'a decision is kept; it can be undone once' using errcode = 'check_violation';
      end if;
      if exists (select from stages s join entries e on e.competition_id = s.competition_id
          where e.id = old.entry_id and s.kind in ('VOTING', 'REVIEW', 'PAPERS', 'FINAL') and has_opened(s.id)) then
        raise exception 'voting or judging has opened; decisions stand' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Decision extends Node {
  @ManyToOne(() => Entry, { ref: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  @Field(() => Int, { description: 'Of the entry.' })
  @Property({ type: 'integer' })
  revision!: number;

  /** Null where the operator decided. */
  @Index()
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  reviewer?: Ref<User> | null;

  @Field(() => ReviewVerdict)
  @Enum(() => ReviewVerdict)
  verdict!: ReviewVerdict;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  @Field(() => [MarkedField])
  @Property({ type: 'jsonb', default: '[]' })
  fields: Opt<MarkedField[]> = [];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it was to be corrected, as first said.' })
  @Property({ type: 'timestamptz', nullable: true })
  correctionUntil?: Date | null;

  @Field(() => Boolean, { description: 'Whether it settled what reviewers did not agree on.' })
  @Property({ type: 'boolean', default: false })
  isSettling: Opt<boolean> = false;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  decidedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  undoneAt?: Date | null;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  undoneBy?: Ref<User> | null;
}
