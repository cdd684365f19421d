import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../../core/graphql/user-error.ts';
import { JudgeSuccess } from '../panel.types.ts';

@InputType({ description: 'Seats a judge on a panel. Organizers only.' })
export class SeatJudgeInput {
  @Field(() => ID)
  panelId!: string;

  @Field(() => String, { description: 'With which the judge signs in; an account is made if there is none.' })
  email!: string;

  @Field(() => String, { description: 'Stands for the judge where names are not shown; at most 20 characters.' })
  code!: string;

  @Field(() => Int, { nullable: true, description: 'The most entries the judge takes, 0 to 10,000; null: no limit.' })
  loadLimit?: number | null;
}

@InputType({ description: 'Says how many entries a judge takes at most. What is assigned already stays.' })
export class SetLoadLimitInput {
  @Field(() => ID)
  judgeId!: string;

  @Field(() => Int, { nullable: true, description: '0 to 10,000; null: no limit.' })
  loadLimit?: number | null;
}

@ObjectType()
export class SeatJudgeSuccess extends JudgeSuccess {}

@ObjectType()
export class SetLoadLimitSuccess extends JudgeSuccess {}

@ObjectType({ implements: UserError, description: 'Another judge of the panel has this code.' })
export class CodeTakenError extends UserError {}

@ObjectType({ implements: UserError, description: 'This person has a seat on the panel, or had one.' })
export class AlreadySeatedError extends UserError {}
