import { ArgsType, createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../core/graphql/page.ts';
import { DateTimeScalar, DecimalScalar } from '../../core/graphql/scalars.ts';
import { InvalidInputError, UserError } from '../../core/graphql/user-error.ts';
import { Competition, Criterion, StageKind } from '../../competition/competitions/index.ts';
import { Assignment } from './judging.entity.ts';
import { ResultsStandError } from './panel.types.ts';

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
export class MarkInput {
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

@ObjectType()
export class SaveMarksSuccess {
  @Field(() => Assignment)
  assignment!: Assignment;
}

@ObjectType()
export class SubmitSheetSuccess {
  @Field(() => Assignment)
  assignment!: Assignment;
}

@ObjectType()
export class AssignEntriesSuccess {
  @Field(() => Competition)
  competition!: Competition;

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

export const SaveMarksResult = createUnionType({
  name: 'SaveMarksResult',
  types: () =>
    [SaveMarksSuccess, JudgingClosedError, SheetSubmittedError, MarkOutOfScaleError, InvalidInputError] as const,
});

export const SubmitSheetResult = createUnionType({
  name: 'SubmitSheetResult',
  types: () =>
    [SubmitSheetSuccess, JudgingClosedError, SheetSubmittedError, IncompleteSheetError, CommentMissingError] as const,
});

export const AssignEntriesResult = createUnionType({
  name: 'AssignEntriesResult',
  types: () => [AssignEntriesSuccess, NoPanelError, ResultsStandError] as const,
});
