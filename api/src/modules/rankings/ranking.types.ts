import { ArgsType, createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs, PageInfo } from '../../graphql/page.ts';
import { DateTimeScalar, DecimalScalar, LocalDateScalar } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { Competition, Criterion, Stage } from '../competitions/index.ts';
import { Entry } from '../entries/index.ts';

@ArgsType()
export class CategoryPageArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  categoryKey?: string | null;
}

@ObjectType()
export class CriterionScore {
  @Field(() => Criterion)
  criterion!: Criterion;

  @Field(() => DecimalScalar, { description: "Mean mark on the criterion's own scale, two decimals, half up." })
  mean!: string;
}

@ObjectType({ description: 'Where an entry stands by the sheets submitted so far.' })
export class RankingRow {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Int, {
    nullable: true,
    description: 'Equal scores share a rank: 1, 1, 3. Null while there is no score.',
  })
  rank!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Weighted mean out of 100, two decimals, half up; null until every criterion has a mark.',
  })
  score!: string | null;

  @Field(() => [CriterionScore])
  criterionScores!: CriterionScore[];

  @Field(() => Int)
  sheetsSubmitted!: number;

  @Field(() => Int)
  sheetsAssigned!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Total of the strictest sheet, out of 100.' })
  lowest!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Total of the kindest sheet, out of 100.' })
  highest!: string | null;

  @Field(() => Int, { description: 'Counted votes.' })
  votes!: number;
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
    'The first entries of the review ranking go to the final; a tie at the line goes by votes, then all of them go.',
})
export class ShortlistEntriesInput {
  @Field(() => ID)
  competitionId!: string;

  @Field(() => Int, { description: 'How many; at least 1.' })
  quota!: number;
}

@ObjectType()
export class PublishResultsSuccess {
  @Field(() => Competition)
  competition!: Competition;
}

@ObjectType()
export class ShortlistEntriesSuccess {
  @Field(() => Competition)
  competition!: Competition;

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

export const PublishResultsResult = createUnionType({
  name: 'PublishResultsResult',
  types: () =>
    [
      PublishResultsSuccess,
      StageOpenError,
      SheetsMissingError,
      CasesOpenError,
      AlreadyPublishedError,
      NothingRankedError,
    ] as const,
});

export const ShortlistEntriesResult = createUnionType({
  name: 'ShortlistEntriesResult',
  types: () => [ShortlistEntriesSuccess, StageOpenError, NothingRankedError, AlreadyPublishedError] as const,
});
