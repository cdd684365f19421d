import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../core/graphql/user-error.ts';
import { Competition, StageKind } from '../competition/competitions/index.ts';
import { Job } from '../platform/jobs/index.ts';

@InputType({
  description: 'A trial run of a competition with made-up entries; open or not, its own course is not touched.',
})
export class StartRehearsalInput {
  @Field(() => ID)
  competitionId!: string;
}

@InputType({ description: 'Moves the stages of a rehearsal so that one of them is open now, and fills it.' })
export class MoveRehearsalInput {
  @Field(() => ID, { description: 'Of the rehearsal.' })
  competitionId!: string;

  @Field(() => StageKind)
  stage!: StageKind;
}

@InputType({ description: 'Throws a rehearsal away, with everything in it.' })
export class EndRehearsalInput {
  @Field(() => ID, { description: 'Of the rehearsal.' })
  competitionId!: string;
}

@ObjectType({ implements: UserError, description: 'A competition is rehearsed once at a time.' })
export class AlreadyRehearsingError extends UserError {
  @Field(() => Competition)
  rehearsal!: Competition;
}

@ObjectType({ implements: UserError, description: 'The rehearsal is being filled; it moves on afterwards.' })
export class RehearsalBusyError extends UserError {}

@ObjectType()
export class StartRehearsalSuccess {
  @Field(() => Competition)
  rehearsal!: Competition;

  @Field(() => Job, { description: 'Writes the made-up entries.' })
  job!: Job;
}

@ObjectType()
export class MoveRehearsalSuccess {
  @Field(() => Competition)
  rehearsal!: Competition;

  @Field(() => Job, { description: 'Writes made-up votes and marks.' })
  job!: Job;
}

@ObjectType()
export class EndRehearsalSuccess {
  @Field(() => Competition, { description: 'What was rehearsed.' })
  competition!: Competition;
}
