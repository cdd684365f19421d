import type { Opt, Ref } from '@mikro-orm/core';
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
import { Field, ObjectType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { Competition } from './competition.entity.ts';
import { StageKind } from './stage-kind.ts';

@ObjectType({
  implements: Node,
  description: 'A part of a competition; open from `opensAt` up to but not including `closesAt`.',
})
@Entity({ tableName: 'stages' })
@Unique({ properties: ['competition', 'ordinal'] })
@Unique({ properties: ['competition', 'kind'] })
@Check({ name: 'stages_in_order', expression: 'closes_at > opens_at' })
@Check({ name: 'stages_name_written', expression: hasText('name') })
@Trigger({
  name: 'stages_kind_sealed',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if (old.kind, old.competition_id) <> (new.kind, new.competition_id)
          and exists (select from assignments where stage_id = old.id and seal is not null) then
        raise exception 'sheets of this stage are sealed' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
// Every move of a stage of an open competition is on public record, also one past the use case.
@Trigger({
  name: 'stages_moves_told',
  timing: 'after',
  events: ['update'],
  body: `
    begin
      if (old.opens_at, old.closes_at) <> (new.opens_at, new.closes_at)
          and exists (select from competitions where id = new.competition_id and opened_at is not null and not is_rehearsal)
          and not exists (select from stage_moves where stage_id = new.id and from_opens_at = old.opens_at
            and from_closes_at = old.closes_at and to_opens_at = new.opens_at and to_closes_at = new.closes_at) then
        insert into stage_moves (id, stage_id, from_opens_at, from_closes_at, to_opens_at, to_closes_at, reason, moved_at)
        values (gen_random_uuid(), new.id, old.opens_at, old.closes_at, new.opens_at, new.closes_at, '', clock_timestamp());
      end if;
      return null;
    end`,
})
export class Stage extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => StageKind)
  @Enum(() => StageKind)
  kind!: StageKind;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The first instant at which the stage is closed.' })
  @Property({ type: 'timestamptz' })
  closesAt!: Date;

  /**
   * Raised, under the row's lock, by every change to what may be voted on: window, rule, entries. A transaction that holds
   * the row in share and finds the revision it knows needs to read nothing else.
   */
  @Property({ type: 'integer', default: 0 })
  revision: Opt<number> = 0;
}

@ObjectType({
  implements: Node,
  description: 'That a stage of an open competition was moved, and why: deadlines change in the open or not at all.',
})
@Entity({ tableName: 'stage_moves' })
@Index({ properties: ['stage', 'movedAt'] })
@Check({
  name: 'stage_moves_moved',
  expression: 'from_opens_at <> to_opens_at or from_closes_at <> to_closes_at',
})
export class StageMove extends Node {
  @ManyToOne(() => Stage, { ref: true, deleteRule: 'restrict' })
  stage!: Ref<Stage>;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  fromOpensAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  fromClosesAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  toOpensAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  toClosesAt!: Date;

  @Field(() => String, { description: 'As the organizer gave it; empty where somebody moved it past Laurel.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  movedAt!: Date;
}
