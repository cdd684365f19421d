import { Field, ObjectType } from 'type-graphql';
import { Competition } from './competition.entity.ts';

/** The success of a mutation that changes a competition. */
@ObjectType()
export abstract class CompetitionSuccess {
  @Field(() => Competition)
  competition!: Competition;
}
