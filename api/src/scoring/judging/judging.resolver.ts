import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { checkPageSize, pageOf, type Page } from '../../core/graphql/page.ts';
import { referenceFields } from '../../core/graphql/reference-fields.ts';
import { isId } from '../../core/graphql/refusals.ts';
import { DecimalScalar } from '../../core/graphql/scalars.ts';
import {
  Competition,
  criteriaOf,
  Criterion,
  Rubric,
  rubricFor,
  rubricsOf,
  Stage,
} from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { ViewerType } from '../../platform/identity/index.ts';
import { Assignment, Judge, Mark } from './judging.entity.ts';
import {
  AssignmentConnection,
  assignmentsAhead,
  assignmentsOf,
  marksOf,
  progressOf,
  seatsOf,
} from './judging.queries.ts';
import { AssignmentsArgs, JudgeProgress, SheetStatus } from './judging.types.ts';
import { codeOfSeal } from './sheets/seal.ts';
import { sheetTotal } from './sheets/sheet-total.ts';

@Resolver(() => Assignment)
export class AssignmentResolver {
  @Query(() => Assignment, { nullable: true, description: "One of the viewer's own assignments; null otherwise." })
  async assignment(@Arg('id', () => ID) id: string, @Ctx() { em, viewer }: Context): Promise<Assignment | null> {
    return isId(id) && viewer
      ? await em.findOne(Assignment, { id, judge: { user: viewer.id, retiredAt: null }, releasedAt: null })
      : null;
  }

  @FieldResolver(() => SheetStatus)
  async status(@Root() assignment: Assignment, @Ctx() context: Context): Promise<SheetStatus> {
    if (assignment.submittedAt) return SheetStatus.SUBMITTED;
    return (await marksOf(context, assignment.id)).length > 0 ? SheetStatus.STARTED : SheetStatus.TO_DO;
  }

  @FieldResolver(() => Rubric, { description: 'By which it is marked.' })
  async rubric(@Root() assignment: Assignment, @Ctx() context: Context): Promise<Rubric> {
    const stage = await assignment.stage.loadOrFail();
    const entry = await assignment.entry.loadOrFail();
    const rubrics = (await rubricsOf(context, stage.competition.id)).map((rubric) => ({ rubric }));
    const found = rubricFor(rubrics, stage.id, entry.category.id);
    if (!found) throw new Error(`no rubric says how the entry ${entry.id} is marked`);
    return found.rubric;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'SHA-256 of the submitted sheet, in hex; its first eight digits are the code to keep.',
  })
  seal(@Root() { seal }: Assignment): string | null {
    return seal ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The code to keep: 3F9A-21C0. Null until submitted.' })
  sealCode(@Root() { seal }: Assignment): string | null {
    return seal ? codeOfSeal(seal) : null;
  }

  @FieldResolver(() => [Mark])
  async marks(@Root() assignment: Assignment, @Ctx() context: Context): Promise<Mark[]> {
    return await marksOf(context, assignment.id);
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: 'Weighted mean of the marks given so far, out of 100, two decimals half up; null while none is given.',
  })
  async total(@Root() assignment: Assignment, @Ctx() context: Context): Promise<string | null> {
    const stage = await assignment.stage.loadOrFail();
    const marks = await marksOf(context, assignment.id);
    const entry = await assignment.entry.loadOrFail();
    const criteria = await criteriaOf(context, stage.competition.id, stage.id, entry.category.id);
    return sheetTotal(criteria, new Map(marks.map((mark) => [mark.criterion.id, mark.value])));
  }

  @FieldResolver(() => Assignment, { nullable: true, description: 'The next unfinished one, round the queue.' })
  async next(@Root() assignment: Assignment, @Ctx() context: Context): Promise<Assignment | null> {
    return (await assignmentsAhead(context, assignment, 1))[0] ?? null;
  }

  @FieldResolver(() => [Assignment], {
    description: 'The next unfinished ones, round the queue: what a device keeps, to go on without the network.',
  })
  async ahead(
    @Root() assignment: Assignment,
    @Arg('first', () => Int, { defaultValue: 10, description: 'At most 100.' }) first: number,
    @Ctx() context: Context,
  ): Promise<Assignment[]> {
    checkPageSize(context, first);
    return await assignmentsAhead(context, assignment, first);
  }
}

export const AssignmentReferences = referenceFields(Assignment, {
  judge: () => Judge,
  stage: () => Stage,
  entry: () => Entry,
});

export const MarkReferences = referenceFields(Mark, { criterion: () => Criterion });

@Resolver(() => Judge)
export class JudgeResolver {
  @FieldResolver(() => Competition)
  async competition(@Root() judge: Judge): Promise<Competition> {
    const panel = await judge.panel.loadOrFail();
    return await panel.competition.loadOrFail();
  }

  @FieldResolver(() => Stage, { description: 'The stage in which the panel judges.' })
  async stage(@Root() judge: Judge): Promise<Stage> {
    const panel = await judge.panel.loadOrFail();
    return await panel.stage.loadOrFail();
  }

  @FieldResolver(() => String)
  async panelName(@Root() judge: Judge, @Ctx() { locale }: Context): Promise<string> {
    return (await judge.panel.loadOrFail()).name.in(locale);
  }

  @FieldResolver(() => JudgeProgress)
  async progress(@Root() judge: Judge, @Ctx() context: Context): Promise<JudgeProgress> {
    return await progressOf(context, judge.id);
  }

  @FieldResolver(() => AssignmentConnection, { description: 'In the order of the queue.' })
  async assignments(
    @Root() judge: Judge,
    @Args(() => AssignmentsArgs) args: AssignmentsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Assignment>> {
    return await pageOf(context, assignmentsOf(args.status ?? null), args, judge.id);
  }
}

@Resolver(() => ViewerType)
export class ViewerSeatsResolver {
  @FieldResolver(() => [Judge], { description: 'Seats on judging panels; the stage that closes next comes first.' })
  async judgeSeats(@Ctx() context: Context): Promise<Judge[]> {
    return await seatsOf(context, null);
  }
}

@Resolver(() => Competition)
export class CompetitionSeatResolver {
  @FieldResolver(() => Judge, { nullable: true, description: "The viewer's seat on a panel of this competition." })
  async viewerJudgeSeat(@Root() competition: Competition, @Ctx() context: Context): Promise<Judge | null> {
    return (await seatsOf(context, competition.id)).at(0) ?? null;
  }
}
