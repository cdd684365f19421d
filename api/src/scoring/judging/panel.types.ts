import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../core/graphql/user-error.ts';
import { Stage } from '../../competition/competitions/index.ts';
import { Judge } from './judging.entity.ts';
import { Reopening } from './reopening.entity.ts';

@InputType({ description: 'The judge of the assignment says that it is too close.' })
export class DeclareConflictInput {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => String, { nullable: true, description: 'For the organizers; at most 2,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'Entries that a judge helped with and must not mark.' })
export class ListConflictsInput {
  @Field(() => ID)
  judgeId!: string;

  @Field(() => [ID], { description: 'At most 1,000.' })
  entryIds!: string[];

  @Field(() => String, { description: 'Where it is known from.' })
  note!: string;
}

@InputType()
export class RetireJudgeInput {
  @Field(() => ID)
  judgeId!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => Boolean, { description: 'Whether the sheets submitted so far go on counting.' })
  keepsSheets!: boolean;
}

@InputType({ description: 'Asks to open a submitted sheet again; the second of two organizers opens it.' })
export class ReopenSheetInput {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => String)
  reason!: string;
}

@InputType({ description: 'Sample entries that every judge of a stage marks first.' })
export class SetAnchorsInput {
  @Field(() => ID)
  stageId!: string;

  @Field(() => [ID], { description: 'At most 5; none takes back what was said before.' })
  entryIds!: string[];
}

@ObjectType()
export class SetAnchorsSuccess {
  @Field(() => Stage)
  stage!: Stage;
}

@ObjectType({ implements: UserError, description: 'The stage has opened; its sample entries stand.' })
export class AnchorsFrozenError extends UserError {}

@ObjectType({ implements: UserError })
export class TooManyAnchorsError extends UserError {
  @Field(() => Int)
  most!: number;
}

/** The success of a mutation that changes a judge. */
@ObjectType()
export abstract class JudgeSuccess {
  @Field(() => Judge)
  judge!: Judge;
}

@ObjectType()
export class DeclareConflictSuccess extends JudgeSuccess {}

@ObjectType()
export class ListConflictsSuccess extends JudgeSuccess {
  @Field(() => Int, { description: 'Assignments that were taken back.' })
  released!: number;
}

@ObjectType()
export class RetireJudgeSuccess extends JudgeSuccess {
  @Field(() => Int, { description: 'Assignments that can be given to others.' })
  released!: number;
}

@ObjectType()
export class ReopenSheetSuccess {
  @Field(() => Reopening)
  reopening!: Reopening;

  @Field(() => Boolean, { description: 'False while a second organizer has yet to agree.' })
  isOpen!: boolean;
}

@ObjectType({ implements: UserError, description: 'The results are published, and what led to them stands.' })
export class ResultsStandError extends UserError {}

@ObjectType({ implements: UserError })
export class JudgeRetiredError extends UserError {}

@ObjectType({ implements: UserError })
export class NotSubmittedError extends UserError {}

@ObjectType({ implements: UserError, description: 'It takes another organizer.' })
export class SecondPersonError extends UserError {}
