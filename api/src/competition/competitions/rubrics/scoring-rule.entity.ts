import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, OneToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '../../../core/graphql/scalars.ts';
import { Stage } from '../stage.entity.ts';

export enum ScoringMethod {
  MEAN = 'MEAN',
  TRIMMED_MEAN = 'TRIMMED_MEAN',
  MEDIAN = 'MEDIAN',
  RANK_POINTS = 'RANK_POINTS',
  Z_SCORE = 'Z_SCORE',
  LINEAR = 'LINEAR',
  JUDGE_EFFECT = 'JUDGE_EFFECT',
  COPELAND = 'COPELAND',
}
registerEnumType(ScoringMethod, {
  name: 'ScoringMethod',
  description:
    'How the marks of several judges become one. MEAN; TRIMMED_MEAN: without the highest and lowest; MEDIAN; RANK_POINTS: Borda points by each judge; Z_SCORE and LINEAR: each judge on one scale; JUDGE_EFFECT: severity estimated and taken out; COPELAND: won comparisons.',
});

export enum ScoringLevel {
  CRITERION = 'CRITERION',
  SHEET = 'SHEET',
}
registerEnumType(ScoringLevel, {
  name: 'ScoringLevel',
  description:
    'CRITERION: the judges are brought together on each criterion, then the criteria are added. SHEET: each sheet is totalled first.',
});

export enum ScoreScale {
  PERCENT = 'PERCENT',
  FACTORS = 'FACTORS',
}
registerEnumType(ScoreScale, {
  name: 'ScoreScale',
  description: 'PERCENT: out of 100, by weights. FACTORS: the sum of panel scores times their factors.',
});

export enum RankScope {
  COMPETITION = 'COMPETITION',
  CATEGORY = 'CATEGORY',
}
registerEnumType(RankScope, { name: 'RankScope', description: 'With which entries an entry is compared.' });

export enum TermForm {
  SCORE = 'SCORE',
  RANK_POINTS = 'RANK_POINTS',
  SHARE = 'SHARE',
}
registerEnumType(TermForm, {
  name: 'TermForm',
  description:
    'How a stage enters the result, each out of 100. SCORE: as it is. RANK_POINTS: by how many entries it left behind. SHARE: as a share of the best.',
});

/** How the marks of a judging stage become a ranking; declared before it opens, shown to everybody, frozen then. */
@ObjectType({
  description: 'How the marks of a judging stage become a ranking. Declared before it opens; from then on it stands.',
})
@Entity({ tableName: 'scoring_rules' })
@Check({
  name: 'scoring_rules_drops_range',
  expression:
    "drop_highest >= 0 and drop_highest <= 10 and drop_lowest >= 0 and drop_lowest <= 10 and (method = 'TRIMMED_MEAN') = (drop_highest + drop_lowest > 0)",
})
@Check({
  name: 'scoring_rules_places_range',
  expression:
    'criterion_places >= 0 and criterion_places <= 6 and factored_places >= 0 and factored_places <= 6 and total_places >= 0 and total_places <= 6',
})
@Check({ name: 'scoring_rules_quorum_range', expression: 'quorum >= 1 and quorum <= 100' })
@Check({ name: 'scoring_rules_weight_range', expression: 'weight >= 0 and weight <= 100' })
@Check({ name: 'scoring_rules_alarm_range', expression: 'alarm_range > 0 and alarm_range <= 100' })
@Check({
  name: 'scoring_rules_ties_known',
  expression: "array_to_string(ties, ',') ~ '^((CRITERION:[^,]+|FIRSTS|HEAD_TO_HEAD|MEDIAN|VOTES|LOT)(,|$))*$'",
})
@Trigger({
  name: 'scoring_rules_frozen',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      if tg_op = 'DELETE' and exists (select from stages s join competitions c on c.id = s.competition_id
          where s.id = old.stage_id and c.is_rehearsal) then
        return old;
      end if;
      if has_opened(old.stage_id) then
        raise exception 'judging has opened; its rule stands' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
@Trigger({
  name: 'scoring_rules_revise',
  timing: 'after',
  events: ['insert', 'update'],
  body: 'begin perform revise_scores(new.stage_id); return null; end',
})
export class ScoringRule {
  @OneToOne(() => Stage, { ref: true, primary: true, deleteRule: 'restrict', owner: true })
  stage!: Ref<Stage>;

  @Field(() => ScoringMethod)
  @Enum(() => ScoringMethod)
  method!: ScoringMethod;

  @Field(() => ScoringLevel)
  @Enum(() => ScoringLevel)
  level!: ScoringLevel;

  @Field(() => ScoreScale)
  @Enum(() => ScoreScale)
  scale!: ScoreScale;

  @Field(() => RankScope)
  @Enum(() => RankScope)
  scope!: RankScope;

  @Field(() => Int, { description: 'How many of the highest marks TRIMMED_MEAN leaves out, 0 to 10.' })
  @Property({ type: 'smallint' })
  dropHighest!: number;

  @Field(() => Int, { description: 'How many of the lowest marks TRIMMED_MEAN leaves out, 0 to 10.' })
  @Property({ type: 'smallint' })
  dropLowest!: number;

  @Field(() => Int, { nullable: true, description: 'Decimals of a panel score, half up; null: not rounded there.' })
  @Property({ type: 'smallint', nullable: true })
  criterionPlaces?: number | null;

  @Field(() => Int, { nullable: true, description: 'Decimals of a weighted panel score; null: not rounded there.' })
  @Property({ type: 'smallint', nullable: true })
  factoredPlaces?: number | null;

  @Field(() => Int, { description: 'Decimals of the total, half up.' })
  @Property({ type: 'smallint' })
  totalPlaces!: number;

  @Field(() => Int, { description: 'Sheets an entry needs to have a score; a missing one is never a zero.' })
  @Property({ type: 'smallint' })
  quorum!: number;

  @Field(() => [String], {
    description:
      'What decides between equal totals, in this order: CRITERION:key, FIRSTS (most judges who put it first), HEAD_TO_HEAD, MEDIAN, VOTES, LOT. Who is still equal shares the rank.',
  })
  @Property({ type: 'array', columnType: 'text[]' })
  ties!: string[];

  @Field(() => String, { description: 'Published beforehand; the lot of an entry is SHA-256 of `seed:number`.' })
  @Property({ type: 'text' })
  lotSeed!: string;

  @Field(() => DecimalScalar, {
    description: 'Share of the stage in the result, relative to the other judging stages.',
  })
  @Property({ type: 'decimal', precision: 5, scale: 2 })
  weight!: string;

  @Field(() => TermForm, { description: 'How the stage enters the result.' })
  @Enum(() => TermForm)
  form!: TermForm;

  @Field(() => Boolean, { description: 'Judges are not told whose an entry is.' })
  @Property({ type: 'boolean', default: false })
  isBlind: Opt<boolean> = false;

  @Field(() => Boolean, { description: 'Judges do not mark entries from the region of their own organization.' })
  @Property({ type: 'boolean', default: false })
  excludesSameRegion: Opt<boolean> = false;

  @Field(() => DecimalScalar, {
    description: 'Sheets of one entry that lie further apart than this, out of 100, ask for a second look.',
  })
  @Property({ type: 'decimal', precision: 5, scale: 2 })
  alarmRange!: string;

  @Field(() => Int, { description: 'Raised by every change.' })
  @Property({ type: 'integer', default: 1 })
  version: Opt<number> = 1;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  @Property({ type: 'timestamptz' })
  declaredAt!: Date;
}

export type ScoringRuleValues = Omit<ScoringRule, 'stage' | 'version' | 'declaredAt' | symbol>;

/** What a stage is ranked by when nothing else is said: the weighted mean out of 100, one rounding, ties shared. */
export const defaultScoringRule = {
  method: ScoringMethod.MEAN,
  level: ScoringLevel.CRITERION,
  scale: ScoreScale.PERCENT,
  scope: RankScope.COMPETITION,
  dropHighest: 0,
  dropLowest: 0,
  criterionPlaces: null,
  factoredPlaces: null,
  totalPlaces: 2,
  quorum: 1,
  ties: [],
  lotSeed: '',
  weight: '100',
  form: TermForm.SCORE,
  isBlind: false,
  excludesSameRegion: false,
  alarmRange: '30',
} satisfies ScoringRuleValues;

/** Counts the changes that may affect the scores of a stage; a memoized ranking is valid for one revision. */
@Entity({ tableName: 'score_revisions' })
export class ScoreRevision {
  @OneToOne(() => Stage, { ref: true, primary: true, deleteRule: 'restrict', owner: true })
  stage!: Ref<Stage>;

  @Property({ type: 'bigint' })
  revision!: string;
}
