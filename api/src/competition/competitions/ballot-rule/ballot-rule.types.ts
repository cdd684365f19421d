import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import { UserError } from '../../../core/graphql/user-error.ts';
import { CompetitionSuccess, InCompetition } from '../competition.types.ts';
import {
  AssuranceLevel,
  BallotMethod,
  BallotStyle,
  PublicForm,
  CountVisibility,
  type BallotRuleValues,
} from './ballot-rule.entity.ts';

@InputType({ description: 'The whole rule; each field as in BallotRule.' })
export class DeclareBallotRuleInput extends InCompetition implements BallotRuleValues {
  @Field(() => BallotStyle)
  style!: BallotStyle;

  @Field(() => BallotMethod)
  method!: BallotMethod;

  @Field(() => Int)
  minChoices!: number;

  @Field(() => Int)
  maxChoices!: number;

  @Field(() => Int)
  maxPoints!: number;

  @Field(() => Int)
  maxSum!: number;

  @Field(() => Int)
  votesPerDay!: number;

  @Field(() => Int, { nullable: true })
  votesPerStage!: number | null;

  @Field(() => Int, { nullable: true })
  votesPerCategory!: number | null;

  @Field(() => Int, { nullable: true })
  votesPerEntry!: number | null;

  @Field(() => Boolean)
  excludesOwnOrganization!: boolean;

  @Field(() => Boolean)
  mayRetract!: boolean;

  @Field(() => CountVisibility)
  counts!: CountVisibility;

  @Field(() => Int)
  countDelayMinutes!: number;

  @Field(() => Int)
  countRounding!: number;

  @Field(() => DecimalScalar)
  publicWeight!: string;

  @Field(() => Boolean)
  isExposureCorrected!: boolean;

  @Field(() => PublicForm, { defaultValue: PublicForm.RANK_POINTS })
  publicForm!: PublicForm;

  @Field(() => Int)
  exposureFloor!: number;

  @Field(() => [AssuranceLevel])
  levels!: AssuranceLevel[];

  @Field(() => Int, { nullable: true })
  nightVotes!: number | null;

  @Field(() => Int, { nullable: true })
  burstVotes!: number | null;

  @Field(() => Int, { nullable: true })
  networkVotes!: number | null;
}

@ObjectType()
export class DeclareBallotRuleSuccess extends CompetitionSuccess {}

@ObjectType({ implements: UserError, description: 'Voting has opened; its rule stands.' })
export class BallotRuleFrozenError extends UserError {}
