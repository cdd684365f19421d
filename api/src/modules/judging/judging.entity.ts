import type { Opt, Ref } from '@mikro-orm/core';
import {
  Check,
  Embedded,
  Entity,
  Index,
  ManyToMany,
  ManyToOne,
  Property,
  Trigger,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Collection } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { hasText, LocalizedText } from '../../graphql/localized-text.ts';
import { Node } from '../../graphql/node.ts';
import { DateTimeScalar, DecimalScalar } from '../../graphql/scalars.ts';
import { Category, Competition, Criterion, Stage } from '../competitions/index.ts';
import { Entry } from '../entries/index.ts';
import { User } from '../identity/index.ts';

/** Judges who mark the same entries: those of some categories, in one stage. */
@Entity({ tableName: 'panels' })
@Check({ name: 'panels_name_written', expression: hasText('name') })
export class Panel extends Node {
  @Index()
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @ManyToOne(() => Stage, { ref: true, deleteRule: 'restrict' })
  stage!: Ref<Stage>;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @ManyToMany(() => Category, undefined, { pivotTable: 'panel_categories', deleteRule: 'restrict' })
  categories = new Collection<Category>(this);
}

@ObjectType({ implements: Node, description: 'A seat on a panel, known by its code.' })
@Entity({ tableName: 'judges' })
@Unique({ properties: ['panel', 'user'] })
@Unique({ properties: ['panel', 'code'] })
export class Judge extends Node {
  @ManyToOne(() => Panel, { ref: true, deleteRule: 'restrict' })
  panel!: Ref<Panel>;

  @Index()
  @ManyToOne(() => User, { ref: true, deleteRule: 'restrict' })
  user!: Ref<User>;

  @Field(() => String, { description: 'Stands for the judge where names are not shown.' })
  @Property({ type: 'text' })
  code!: string;
}

@ObjectType({ implements: Node, description: "One entry given to one judge, with the judge's sheet." })
@Entity({ tableName: 'assignments' })
@Unique({ properties: ['judge', 'entry'] })
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
}

@ObjectType({ implements: Node, description: "A judge's number on one criterion." })
@Entity({ tableName: 'marks' })
@Unique({ properties: ['assignment', 'criterion'] })
@Check({ name: 'marks_value_range', expression: 'value >= 0' })
@Trigger({
  name: 'marks_within_scale',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    declare scale record;
    begin
      select maximum, step into scale from criteria where id = new.criterion_id;
      if new.value > scale.maximum or mod(new.value, scale.step) <> 0 then
        raise exception 'a mark of % is not on the scale of its criterion', new.value using errcode = 'check_violation';
      end if;
      if exists (select from assignments where id = new.assignment_id and submitted_at is not null) then
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
