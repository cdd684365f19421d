import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs, PageInfo } from '../../core/graphql/page.ts';
import { DateTimeScalar, DecimalScalar, LocalDateScalar } from '../../core/graphql/scalars.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { CompetitionSuccess, Criterion, Stage, StageKind, TermForm } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';

@ArgsType()
export class CategoryPageArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  categoryKey?: string | null;
}

@ArgsType()
export class RankingArgs extends CategoryPageArgs {
  @Field(() => StageKind, { nullable: true, description: 'A judging stage; null: the last that has opened.' })
  stage?: StageKind | null;
}

export enum NoScoreReason {
  NO_SHEETS = 'NO_SHEETS',
  BELOW_QUORUM = 'BELOW_QUORUM',
  TOO_FEW_MARKS = 'TOO_FEW_MARKS',
  MARK_MISSING = 'MARK_MISSING',
  NO_WEIGHT = 'NO_WEIGHT',
}
registerEnumType(NoScoreReason, {
  name: 'NoScoreReason',
  description:
    'Why an entry has no score. NO_SHEETS: nobody has marked it; BELOW_QUORUM: too few sheets; TOO_FEW_MARKS: nothing is left after the highest and lowest; MARK_MISSING: a criterion nobody marked; NO_WEIGHT: nothing to mark.',
});

@ObjectType()
export class CriterionScore {
  @Field(() => Criterion)
  criterion!: Criterion;

  @Field(() => DecimalScalar, { description: "What the judges' marks come to, on the criterion's own scale." })
  panelScore!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it adds to the total; null where sheets are totalled first.',
  })
  factoredScore!: string | null;
}

@ObjectType({ description: 'Where an entry stands by the sheets submitted so far.' })
export class RankingRow {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Int, {
    nullable: true,
    description: 'Equal scores that nothing tells apart share a rank: 1, 1, 3. Null while there is no score.',
  })
  rank!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'As the scoring rule of the stage computes and rounds it.',
  })
  score!: string | null;

  @Field(() => NoScoreReason, { nullable: true, description: 'Why there is no score.' })
  reason!: NoScoreReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'The step of the ladder that put it behind the entry before it, where their totals are equal.',
  })
  decidedBy!: string | null;

  @Field(() => [CriterionScore])
  criterionScores!: CriterionScore[];

  @Field(() => Int)
  sheetsSubmitted!: number;

  @Field(() => Int)
  sheetsAssigned!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Total of the strictest sheet.' })
  lowest!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Total of the kindest sheet.' })
  highest!: string | null;

  @Field(() => Int, { description: 'Counted votes.' })
  votes!: number;
}

@ObjectType({ description: "A stage's part in a result." })
export class ScoreTerm {
  @Field(() => Stage)
  stage!: Stage;

  @Field(() => TermForm)
  form!: TermForm;

  @Field(() => DecimalScalar, { description: 'In percent of the result, two decimals.' })
  weight!: string;

  @Field(() => DecimalScalar, { description: 'Out of 100 after its form; as scored where it is the only term.' })
  value!: string;

  @Field(() => DecimalScalar, { description: 'What it adds to the result.' })
  part!: string;
}

@ObjectType('ResultRow', { description: 'Where an entry would stand if the results were published now.' })
export class ResultRowView {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Int, { nullable: true })
  rank!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'By the declared weights of stages and public vote.' })
  score!: string | null;

  @Field(() => [ScoreTerm])
  terms!: ScoreTerm[];
}

@ObjectType()
export class ResultEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => ResultRowView)
  node!: ResultRowView;
}

@ObjectType()
export class ResultConnection {
  @Field(() => [ResultEdge])
  edges!: ResultEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType()
export class RankingEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => RankingRow)
  node!: RankingRow;
}

@ObjectType()
export class RankingConnection {
  @Field(() => [RankingEdge])
  edges!: RankingEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;

  @Field(() => Stage, { nullable: true, description: 'The judging stage whose sheets are ranked.' })
  stage!: Stage | null;
}

@ObjectType({ description: 'A number for one day of the competition.' })
export class DayFigure {
  @Field(() => LocalDateScalar)
  day!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: "What the organizers see first; days are of the competition's time zone." })
export class Desk {
  competitionId!: string;

  @Field(() => Int)
  entriesToReview!: number;

  @Field(() => Int)
  sheetsAssigned!: number;

  @Field(() => Int)
  sheetsSubmitted!: number;

  @Field(() => Int, { description: 'Judges with assignments who have submitted nothing yet.' })
  judgesWithoutMarks!: number;

  @Field(() => [DayFigure], { description: 'Counted votes; at most the last 60 days that have any.' })
  votesByDay!: DayFigure[];

  @Field(() => [DayFigure], { description: 'Entries handed in; at most the last 60 days that have any.' })
  entriesByDay!: DayFigure[];
}

@ObjectType({ description: 'What a competition adds up to, in public.' })
export class CompetitionFigures {
  @Field(() => Int, { description: 'Accepted entries.' })
  entries!: number;

  @Field(() => Int)
  shortlisted!: number;

  @Field(() => Int, { description: 'Organizations with an accepted entry.' })
  organizations!: number;

  @Field(() => Int, { description: 'Counties and cities with an accepted entry.' })
  regions!: number;

  @Field(() => Int, { description: 'Counted votes of all entries together.' })
  votes!: number;

  @Field(() => Int)
  voters!: number;

  @Field(() => Int)
  judges!: number;
}

@InputType()
export class PublishResultsInput {
  @Field(() => ID)
  competitionId!: string;
}

@InputType({
  description:
    'The first entries of the review ranking go to the final, and with the last of them all who share its rank.',
})
export class ShortlistEntriesInput {
  @Field(() => ID)
  competitionId!: string;

  @Field(() => Int, { description: 'How many; at least 1.' })
  quota!: number;
}

@ObjectType()
export class PublishResultsSuccess extends CompetitionSuccess {}

@ObjectType()
export class ShortlistEntriesSuccess extends CompetitionSuccess {
  @Field(() => Int)
  shortlisted!: number;
}

@ObjectType({ implements: UserError, description: 'A stage that must be over first is not.' })
export class StageOpenError extends UserError {
  @Field(() => Stage)
  stage!: Stage;
}

@ObjectType({ implements: UserError })
export class SheetsMissingError extends UserError {
  @Field(() => Int)
  missing!: number;
}

@ObjectType({ implements: UserError, description: 'Entries have fewer sheets than the scoring rule asks for.' })
export class BelowQuorumError extends UserError {
  @Field(() => Int)
  entries!: number;
}

@ObjectType({ implements: UserError, description: 'Votes are held that two organizers have yet to decide about.' })
export class CasesOpenError extends UserError {
  @Field(() => Int, { description: 'How many cases are open.' })
  open!: number;
}

@ObjectType({ implements: UserError })
export class AlreadyPublishedError extends UserError {
  @Field(() => DateTimeScalar)
  publishedAt!: Date;
}

@ObjectType({ implements: UserError })
export class NothingRankedError extends UserError {}
