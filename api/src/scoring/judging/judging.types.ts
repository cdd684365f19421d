import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../core/graphql/page.ts';
import { DateTimeScalar, DecimalScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { CompetitionSuccess, Criterion, StageKind } from '../../competition/competitions/index.ts';
import { Assignment } from './judging.entity.ts';

export enum SheetStatus {
  TO_DO = 'TO_DO',
  STARTED = 'STARTED',
  SUBMITTED = 'SUBMITTED',
}
registerEnumType(SheetStatus, { name: 'SheetStatus', description: 'A sheet counts once it is SUBMITTED.' });

@ArgsType()
export class AssignmentsArgs extends PageArgs {
  @Field(() => SheetStatus, { nullable: true })
  status?: SheetStatus | null;
}

@ObjectType()
export class JudgeProgress {
  @Field(() => Int)
  assigned!: number;

  @Field(() => Int, { description: 'Begun but not submitted.' })
  started!: number;

  @Field(() => Int)
  submitted!: number;
}

@InputType()
class MarkInput {
  @Field(() => ID)
  criterionId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Null clears the mark.' })
  value?: string | null;
}

@InputType({ description: 'Saves what is given and leaves the rest; a sheet counts only once it is submitted.' })
export class SaveMarksInput {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => [MarkInput])
  marks!: MarkInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of the sender. A save sent again with the same one changes nothing, whatever came between.',
  })
  saveId?: string | null;

  @Field(() => String, { nullable: true })
  comment?: string | null;
}

@InputType()
export class SubmitSheetInput {
  @Field(() => ID)
  assignmentId!: string;
}

@InputType({
  description: 'Gives every entry of a judging stage to judges of its panel, as evenly as conflicts and limits allow.',
})
export class AssignEntriesInput {
  @Field(() => ID)
  competitionId!: string;

  @Field(() => StageKind, { description: 'REVIEW (accepted entries), PAPERS or FINAL (shortlisted ones).' })
  stage!: StageKind;

  @Field(() => Int, {
    nullable: true,
    description: 'How many judges mark each entry, 1 to 100; null: as its panel says.',
  })
  judgesPerEntry?: number | null;
}

/** The success of a mutation that changes a sheet. */
@ObjectType()
abstract class SheetSuccess {
  @Field(() => Assignment)
  assignment!: Assignment;
}

@ObjectType()
export class SaveMarksSuccess extends SheetSuccess {}

@ObjectType()
export class SubmitSheetSuccess extends SheetSuccess {}

@ObjectType()
export class AssignEntriesSuccess extends CompetitionSuccess {
  @Field(() => Int, { description: 'New assignments; those that existed stay as they are.' })
  assigned!: number;

  @Field(() => Int, { description: 'Judges still wanting, over all entries: conflicts and limits leave nobody.' })
  unfilled!: number;

  @Field(() => Int, { description: 'Assignments that turned out to be conflicts and were taken back.' })
  released!: number;

  @Field(() => Int, { description: 'Entries of the judge with the fewest.' })
  leastLoad!: number;

  @Field(() => Int, { description: 'Entries of the judge with the most.' })
  mostLoad!: number;
}

@ObjectType({ implements: UserError })
export class JudgingClosedError extends UserError {
  @Field(() => DateTimeScalar, { nullable: true })
  opensAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  closesAt?: Date | null;
}

@ObjectType({ implements: UserError })
export class SheetSubmittedError extends UserError {
  @Field(() => DateTimeScalar)
  submittedAt!: Date;
}

@ObjectType({ implements: UserError })
export class MarkOutOfScaleError extends UserError {
  @Field(() => Criterion)
  criterion!: Criterion;
}

@ObjectType({ implements: UserError })
export class IncompleteSheetError extends UserError {
  @Field(() => [Criterion])
  missing!: Criterion[];
}

@ObjectType({ implements: UserError, description: 'The rubric wants a comment on every sheet.' })
export class CommentMissingError extends UserError {}

@ObjectType({ implements: UserError, description: 'No panel with judges has been seated for this stage.' })
export class NoPanelError extends UserError {}
