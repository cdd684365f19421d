import type { Opt, Ref } from '@mikro-orm/core';
import {
  Check,
  Embedded,
  Entity,
  Enum,
  Index,
  ManyToMany,
  ManyToOne,
  Property,
  Trigger,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Collection } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar, DecimalScalar } from '../../core/graphql/scalars.ts';
import { Category, Competition, Criterion, Stage } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { User } from '../../platform/identity/index.ts';

@ObjectType({
  implements: Node,
  description: 'Judges who mark the same entries: those of some categories, in one stage.',
})
@Entity({ tableName: 'panels' })
@Check({ name: 'panels_name_written', expression: hasText('name') })
@Check({ name: 'panels_judges_range', expression: 'judges_per_entry >= 1 and judges_per_entry <= 100' })
export class Panel extends Node {
  @Index()
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @ManyToOne(() => Stage, { ref: true, deleteRule: 'restrict' })
  stage!: Ref<Stage>;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Field(() => Int, { description: 'How many judges mark each entry.' })
  @Property({ type: 'smallint', default: 3 })
  judgesPerEntry: Opt<number> = 3;

  @ManyToMany(() => Category, undefined, { pivotTable: 'panel_categories', deleteRule: 'restrict' })
  categories = new Collection<Category>(this);
}

@ObjectType({ implements: Node, description: 'A seat on a panel, known by its code.' })
@Entity({ tableName: 'judges' })
@Unique({ properties: ['panel', 'user'] })
@Unique({ properties: ['panel', 'code'] })
@Check({ name: 'judges_load_range', expression: 'load_limit >= 0 and load_limit <= 10000' })
@Check({ name: 'judges_retired_with_reason', expression: '(retired_at is null) = (retirement_reason is null)' })
@Check({ name: 'judges_count_unless_retired', expression: 'retired_at is not null or counts' })
@Trigger({
  name: 'judges_revise',
  timing: 'after',
  events: ['update'],
  body: `
    begin
      if new.counts <> old.counts then
        perform revise_scores((select stage_id from panels where id = new.panel_id));
      end if;
      return null;
    end`,
})
@Trigger({
  name: 'judges_code_sealed',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.code <> new.code and exists (select from assignments where judge_id = old.id and seal is not null) then
        raise exception 'sheets are sealed under this code' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Judge extends Node {
  @ManyToOne(() => Panel, { ref: true, deleteRule: 'restrict' })
  panel!: Ref<Panel>;

  @Index()
  @ManyToOne(() => User, { ref: true, deleteRule: 'restrict' })
  user!: Ref<User>;

  @Field(() => String, { description: 'Stands for the judge where names are not shown.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => Int, { nullable: true, description: 'The most entries the judge takes; null: no limit.' })
  @Property({ type: 'smallint', nullable: true })
  loadLimit?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the judge dropped out.' })
  @Property({ type: 'timestamptz', nullable: true })
  retiredAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  @Property({ type: 'text', nullable: true })
  retirementReason?: string | null;

  /** Whether the sheets submitted before retirement count. */
  @Property({ type: 'boolean', default: true })
  counts: Opt<boolean> = true;
}

export enum ReleaseReason {
  CONFLICT = 'CONFLICT',
  RETIRED = 'RETIRED',
}

@ObjectType({ implements: Node, description: "One entry given to one judge, with the judge's sheet." })
@Entity({ tableName: 'assignments' })
@Unique({ properties: ['judge', 'entry'] })
@Check({ name: 'assignments_released_for_a_reason', expression: '(released_at is null) = (release_reason is null)' })
@Check({ name: 'assignments_sealed_when_submitted', expression: '(submitted_at is null) = (seal is null)' })
@Trigger({
  name: 'assignments_seal',
  timing: 'before',
  events: ['insert', 'update', 'delete'],
  body: `
    begin
      if tg_op = 'DELETE' and exists (select from stages s join competitions c on c.id = s.competition_id
          where s.id = old.stage_id and c.is_rehearsal) then
        return old;
      end if;
      if old.seal is null then
        if new.seal is distinct from seal_of_sheet(new.id, new.comment) and new.seal is not null then
          raise exception 'the seal is not that of the sheet' using errcode = 'check_violation';
        end if;
      elsif new.seal is null then
        if tg_op = 'DELETE' or not exists (select from reopenings where assignment_id = old.id and seal = old.seal
            and approved_at is not null and requested_at >= old.submitted_at) then
          raise exception 'the sheet is submitted; it takes two organizers to open it' using errcode = 'check_violation';
        end if;
      elsif (new.seal, new.submitted_at, new.comment, new.id, new.judge_id, new.entry_id, new.stage_id) is distinct from
          (old.seal, old.submitted_at, old.comment, old.id, old.judge_id, old.entry_id, old.stage_id) then
        raise exception 'the sheet is submitted' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
@Trigger({
  name: 'assignments_revise',
  timing: 'after',
  events: ['insert', 'update', 'delete'],
  body: `
    begin
      perform revise_scores(case tg_op when 'DELETE' then old.stage_id else new.stage_id end);
      return null;
    end`,
})
export class Assignment extends Node {
  @ManyToOne(() => Judge, { ref: true, deleteRule: 'restrict' })
  judge!: Ref<Judge>;

  @Index()
  @ManyToOne(() => Entry, { ref: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  @Index()
  @ManyToOne(() => Stage, { ref: true, deleteRule: 'restrict' })
  stage!: Ref<Stage>;

  /** Place in the judge's queue. */
  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => String)
  @Property({ type: 'text', default: '' })
  comment: Opt<string> = '';

  @Property({ type: 'timestamptz' })
  assignedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the sheet was handed in; from then on it counts.' })
  @Property({ type: 'timestamptz', nullable: true })
  submittedAt?: Date | null;

  /** SHA-256, hex, of the sheet as text: seal.ts and the function seal_of_sheet say which text. */
  @Property({ type: 'text', nullable: true })
  seal?: string | null;

  @Field(() => Boolean, { description: 'A sample that every judge of the panel marks first.' })
  @Property({ type: 'boolean', default: false })
  isAnchor: Opt<boolean> = false;

  /** Since when the judge has nothing more to do with it; it counts for nothing from then on. */
  @Property({ type: 'timestamptz', nullable: true })
  releasedAt?: Date | null;

  @Enum({ items: () => ReleaseReason, nullable: true })
  releaseReason?: ReleaseReason | null;
}

@ObjectType({ implements: Node, description: "A judge's number on one criterion." })
@Entity({ tableName: 'marks' })
@Unique({ properties: ['assignment', 'criterion'] })
@Trigger({
  name: 'marks_sealed',
  timing: 'before',
  events: ['delete'],
  body: `
    begin
      if exists (select from assignments a join stages s on s.id = a.stage_id join competitions c on c.id = s.competition_id
          where a.id = old.assignment_id and a.submitted_at is not null and not c.is_rehearsal) then
        raise exception 'the sheet is submitted' using errcode = 'check_violation';
      end if;
      return old;
    end`,
})
@Trigger({
  name: 'marks_within_scale',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    declare scale record;
    begin
      select minimum, maximum, step into scale from criteria where id = new.criterion_id;
      if new.value < scale.minimum or new.value > scale.maximum or mod(new.value - scale.minimum, scale.step) <> 0 then
        raise exception 'a mark of % is not on the scale of its criterion', new.value using errcode = 'check_violation';
      end if;
      if exists (select from assignments where id in (old.assignment_id, new.assignment_id) and submitted_at is not null) then
        raise exception 'the sheet is submitted' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Mark extends Node {
  @ManyToOne(() => Assignment, { ref: true, deleteRule: 'restrict' })
  assignment!: Ref<Assignment>;

  @ManyToOne(() => Criterion, { ref: true, deleteRule: 'restrict' })
  criterion!: Ref<Criterion>;

  @Field(() => DecimalScalar)
  @Property({ type: 'decimal', precision: 8, scale: 3 })
  value!: string;

  @Property({ type: 'timestamptz' })
  markedAt!: Date;
}
