import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Competition } from './competition.entity.ts';

/** The input of a mutation that changes something in a competition. */
@InputType()
export abstract class InCompetition {
  @Field(() => ID)
  competitionId!: string;
}

/** The success of a mutation that changes a competition. */
@ObjectType()
export abstract class CompetitionSuccess {
  @Field(() => Competition)
  competition!: Competition;
}
