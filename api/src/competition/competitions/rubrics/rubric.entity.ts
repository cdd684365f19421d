import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { Node } from '../../../core/graphql/node.ts';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import { Category, Competition } from '../competition.entity.ts';
import { Stage } from '../stage.entity.ts';

/** What a mark from here up to the next level stands for, in both languages. */
export interface CriterionLevel {
  from: string;
  zh?: string | null;
  en?: string | null;
}

/** The judging stages that a rubric speaks for: its own, or all of its competition. */
const judged = `s.competition_id = r.competition_id and (r.stage_id is null or s.id = r.stage_id)
  and s.kind in ('REVIEW', 'PAPERS', 'FINAL')`;

/** A stage has opened, or it had: a sheet of it is sealed, keys of criteria and all. */
const stands = `(has_opened(s.id)
  or exists (select from assignments a where a.stage_id = s.id and a.seal is not null))`;

@ObjectType({
  implements: Node,
  description:
    'What judges mark, and how. The most particular one holds: for a stage and category, for a category, for a stage, for all.',
})
@Entity({ tableName: 'rubrics' })
@Index({
  name: 'rubrics_scope',
  expression: 'create unique index rubrics_scope on rubrics (competition_id, stage_id, category_id) nulls not distinct',
})
@Trigger({
  name: 'rubrics_frozen',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      if tg_op = 'DELETE' and exists (select from competitions where id = old.competition_id and is_rehearsal) then
        return old;
      end if;
      if exists (select from rubrics r join stages s on ${judged} where r.id = old.id and ${stands}) then
        raise exception 'judging has opened; its rubrics stand' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
export class Rubric extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @ManyToOne(() => Stage, { ref: true, nullable: true, deleteRule: 'restrict' })
  stage?: Ref<Stage> | null;

  @ManyToOne(() => Category, { ref: true, nullable: true, deleteRule: 'restrict' })
  category?: Ref<Category> | null;

  @Field(() => Boolean, { description: 'A sheet cannot be submitted without a comment.' })
  @Property({ type: 'boolean', default: false })
  requiresComment: Opt<boolean> = false;
}

@ObjectType({ implements: Node, description: 'What judges mark.' })
@Entity({ tableName: 'criteria' })
@Unique({ properties: ['rubric', 'key'] })
@Unique({ properties: ['rubric', 'ordinal'] })
@Check({ name: 'criteria_key_form', expression: "key ~ '^[^[:space:],]+$'" })
@Check({ name: 'criteria_weight_range', expression: 'weight > 0' })
@Check({ name: 'criteria_step_range', expression: 'step > 0 and step <= maximum - minimum' })
@Check({ name: 'criteria_maximum_range', expression: 'maximum > 0 and maximum <= 1000 and minimum >= -1000' })
@Trigger({
  name: 'criteria_frozen',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      if tg_op = 'DELETE' and exists (select from rubrics r join competitions c on c.id = r.competition_id
          where r.id = old.rubric_id and c.is_rehearsal) then
        return old;
      end if;
      if exists (select from rubrics r join stages s on ${judged} where r.id = old.rubric_id and ${stands}) then
        raise exception 'judging has opened; its criteria stand' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
@Trigger({
  name: 'criteria_before_sheets',
  timing: 'before',
  events: ['insert'],
  body: `
    begin
      if exists (select from rubrics r join stages s on ${judged} join assignments a on a.stage_id = s.id
          join entries e on e.id = a.entry_id and (r.category_id is null or e.category_id = r.category_id)
          where r.id = new.rubric_id and a.submitted_at is not null) then
        raise exception 'sheets are submitted; their criteria stand' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Criterion extends Node {
  @ManyToOne(() => Rubric, { ref: true, deleteRule: 'restrict' })
  rubric!: Ref<Rubric>;

  @Property({ type: 'integer' })
  ordinal!: number;

  /** Stands on sealed sheets, a line each, and in the ladder that decides between equal totals. */
  @Field(() => String)
  @Property({ type: 'text' })
  key!: string;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'guidance_' })
  guidance!: LocalizedText;

  @Field(() => DecimalScalar, {
    description:
      'Share in the score, relative to the other criteria; under FACTORS, what its panel score is multiplied by.',
  })
  @Property({ type: 'decimal', precision: 8, scale: 3 })
  weight!: string;

  @Field(() => DecimalScalar, { description: 'The lowest mark.' })
  @Property({ type: 'decimal', precision: 8, scale: 3, default: '0' })
  minimum: Opt<string> = '0';

  @Field(() => DecimalScalar, { description: 'The highest mark.' })
  @Property({ type: 'decimal', precision: 8, scale: 3 })
  maximum!: string;

  @Field(() => DecimalScalar, { description: 'Marks are a whole number of steps above the lowest.' })
  @Property({ type: 'decimal', precision: 8, scale: 3 })
  step!: string;

  /** From the lowest up. */
  @Property({ type: 'jsonb', default: '[]' })
  levels: Opt<CriterionLevel[]> = [];
}
