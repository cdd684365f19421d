import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import { UserError } from '../../../core/graphql/user-error.ts';
import { Stage } from '../stage.entity.ts';
import { RankScope, ScoreScale, ScoringLevel, ScoringMethod, TermForm } from './scoring-rule.entity.ts';

/** What an organizer may say of a rule, in a declaration or in a what-if. */
@InputType()
abstract class ScoringRuleFields {
  @Field(() => ScoringMethod)
  method!: ScoringMethod;

  @Field(() => ScoringLevel)
  level!: ScoringLevel;

  @Field(() => ScoreScale)
  scale!: ScoreScale;

  @Field(() => RankScope)
  scope!: RankScope;

  @Field(() => Int, { description: '0 to 10; only with TRIMMED_MEAN.' })
  dropHighest!: number;

  @Field(() => Int, { description: '0 to 10; only with TRIMMED_MEAN.' })
  dropLowest!: number;

  @Field(() => Int, { nullable: true, description: '0 to 6 decimals, half up; null: not rounded there.' })
  criterionPlaces?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 6 decimals, half up; null: not rounded there.' })
  factoredPlaces?: number | null;

  @Field(() => Int, { description: '0 to 6 decimals, half up.' })
  totalPlaces!: number;

  @Field(() => Int, { description: '1 to 100 sheets.' })
  quorum!: number;

  @Field(() => [String], { description: 'CRITERION:key, FIRSTS, HEAD_TO_HEAD, MEDIAN, VOTES, LOT; each at most once.' })
  ties!: string[];

  @Field(() => String, { description: 'At most 100 characters; wanted where LOT decides.' })
  lotSeed!: string;

  @Field(() => DecimalScalar, { description: '0 to 100.' })
  weight!: string;

  @Field(() => TermForm)
  form!: TermForm;

  @Field(() => Boolean)
  isBlind!: boolean;

  @Field(() => Boolean)
  excludesSameRegion!: boolean;

  @Field(() => DecimalScalar, { description: 'More than 0, at most 100.' })
  alarmRange!: string;
}

@InputType({
  description: 'How the marks of a judging stage become a ranking. Organizers only, until the stage opens.',
})
export class DeclareScoringRuleInput extends ScoringRuleFields {
  @Field(() => ID)
  stageId!: string;
}

@ObjectType()
export class DeclareScoringRuleSuccess {
  @Field(() => Stage)
  stage!: Stage;
}

@ObjectType({ implements: UserError, description: 'The stage has opened; its rule and criteria stand.' })
export class ScoringRuleFrozenError extends UserError {}

@ObjectType({ implements: UserError, description: 'No rubric has a criterion of this key.' })
export class UnknownCriterionError extends UserError {}
