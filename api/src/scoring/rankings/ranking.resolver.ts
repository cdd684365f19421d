import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { pageOf, type Page } from '../../core/graphql/page.ts';
import { referenceFields } from '../../core/graphql/reference-fields.ts';
import { make } from '../../core/graphql/user-error.ts';
import { Award } from '../../competition/awards/index.ts';
import { Competition, isOrganizer, stagesOf, TermForm } from '../../competition/competitions/index.ts';
import {
  CategoryFigure,
  QueueArgs,
  queueCategories,
  QueueFigures,
  queueFigures,
  QueueStatusArgs,
  reviewQueue,
} from '../../competition/eligibility/index.ts';
import { Entry, EntryConnection, RegionFigure, regionFigures } from '../../competition/entries/index.ts';
import { overviewOf } from './overview.ts';
import { figuresOf } from './figures.ts';
import { rankingPage, resultPage, StandingConnection, standingOf, standingsOf } from './ranking.queries.ts';
import {
  CategoryPageArgs,
  CompetitionFigures,
  Desk,
  RankingArgs,
  RankingConnection,
  ResultConnection,
  ScoreTerm,
} from './ranking.types.ts';
import { Standing } from './standing.entity.ts';

@Resolver(() => Competition)
export class CompetitionRankingResolver {
  @FieldResolver(() => CompetitionFigures)
  async figures(@Root() competition: Competition, @Ctx() context: Context): Promise<CompetitionFigures> {
    return await figuresOf(context, competition.id);
  }

  @FieldResolver(() => StandingConnection, { description: 'The published results by rank; empty before publication.' })
  async standings(
    @Root() competition: Competition,
    @Args(() => CategoryPageArgs) args: CategoryPageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Standing>> {
    return await pageOf(context, standingsOf(args.categoryKey ?? null), args, competition.id);
  }

  @FieldResolver(() => RankingConnection, {
    nullable: true,
    description: 'The live ranking; null unless the viewer organizes.',
  })
  async ranking(
    @Root() competition: Competition,
    @Args(() => RankingArgs) args: RankingArgs,
    @Ctx() context: Context,
  ): Promise<RankingConnection | null> {
    return (await isOrganizer(context, competition.id)) ? await rankingPage(context, competition, args) : null;
  }

  @FieldResolver(() => ResultConnection, {
    nullable: true,
    description: 'The result as it would be published now; null unless the viewer organizes.',
  })
  async result(
    @Root() competition: Competition,
    @Args(() => CategoryPageArgs) args: CategoryPageArgs,
    @Ctx() context: Context,
  ): Promise<ResultConnection | null> {
    return (await isOrganizer(context, competition.id)) ? await resultPage(context, competition, args) : null;
  }

  @FieldResolver(() => Desk, { nullable: true, description: 'What needs the organizers; null for everybody else.' })
  async desk(@Root() competition: Competition, @Ctx() context: Context): Promise<Desk | null> {
    return (await isOrganizer(context, competition.id)) ? await overviewOf(context, competition.id) : null;
  }
}

@Resolver(() => Desk)
export class DeskResolver {
  @FieldResolver(() => EntryConnection, { description: 'Entries of one status, by number.' })
  async queue(
    @Root() desk: Desk,
    @Args(() => QueueArgs) args: QueueArgs,
    @Ctx() context: Context,
  ): Promise<Page<Entry>> {
    return await pageOf(context, reviewQueue(context, args), args, desk.competitionId);
  }

  @FieldResolver(() => QueueFigures, { description: 'How many entries there are to see through each filter.' })
  async queueFigures(@Root() desk: Desk, @Ctx() context: Context): Promise<QueueFigures> {
    return await queueFigures(context, desk.competitionId);
  }

  @FieldResolver(() => [RegionFigure], { description: 'Where entries of one status come from; most entries first.' })
  async queueRegions(
    @Root() desk: Desk,
    @Args(() => QueueStatusArgs) { status }: QueueStatusArgs,
    @Ctx() context: Context,
  ): Promise<RegionFigure[]> {
    return await regionFigures(context, desk.competitionId, status);
  }

  @FieldResolver(() => [CategoryFigure], { description: 'How many entries of one status each category has.' })
  async queueCategories(
    @Root() desk: Desk,
    @Args(() => QueueStatusArgs) { status }: QueueStatusArgs,
    @Ctx() context: Context,
  ): Promise<CategoryFigure[]> {
    return await queueCategories(context, desk.competitionId, status);
  }
}

export const StandingReferences = referenceFields(Standing, { entry: () => Entry });

@Resolver(() => Standing)
export class StandingResolver {
  @FieldResolver(() => [ScoreTerm], { description: 'What the score is made of; empty for results of earlier days.' })
  async terms(@Root() standing: Standing, @Ctx() context: Context): Promise<ScoreTerm[]> {
    const stages = new Map((await stagesOf(context, standing.competition.id)).map((stage) => [stage.id, stage]));
    return standing.terms.flatMap(({ stageId, form, ...rest }) => {
      const stage = stages.get(stageId);
      return stage ? [make(ScoreTerm, { stage, form: TermForm[form as keyof typeof TermForm], ...rest })] : [];
    });
  }

  @FieldResolver(() => Award, { nullable: true })
  async award(@Root() standing: Standing): Promise<Award | null> {
    return (await standing.award?.load()) ?? null;
  }
}

@Resolver(() => Entry)
export class EntryStandingResolver {
  @FieldResolver(() => Standing, {
    nullable: true,
    description: 'Its published rank; null before, or outside the final.',
  })
  async standing(@Root() entry: Entry, @Ctx() context: Context): Promise<Standing | null> {
    return await standingOf(context, entry.id);
  }
}
