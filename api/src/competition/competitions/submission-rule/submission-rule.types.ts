import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../../core/graphql/user-error.ts';
import { CompetitionSuccess, InCompetition } from '../competition.types.ts';
import type { SubmissionRuleValues } from './submission-rule.entity.ts';

@InputType({ description: 'The whole rule; each field as in SubmissionRule.' })
export class SetSubmissionRuleInput extends InCompetition implements SubmissionRuleValues {
  @Field(() => Int)
  graceMinutes!: number;

  @Field(() => Int)
  filesGraceMinutes!: number;

  @Field(() => Int, { nullable: true })
  entriesPerOrganization!: number | null;

  @Field(() => Int)
  reviewersNeeded!: number;

  @Field(() => Boolean)
  holdsDecisions!: boolean;

  @Field(() => Int)
  correctionDays!: number;
}

@ObjectType()
export class SetSubmissionRuleSuccess extends CompetitionSuccess {}

@ObjectType({
  implements: UserError,
  description: 'Submissions have opened, and the change would take something from those who enter.',
})
export class SubmissionRuleStandsError extends UserError {
  @Field(() => [String], { description: 'The fields that cannot change so.' })
  fieldNames!: string[];
}
