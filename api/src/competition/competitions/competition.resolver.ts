import { Arg, Args, Ctx, FieldResolver, Query, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { PageArgs, pageOf, type Page } from '../../core/graphql/page.ts';
import { ViewerType } from '../../platform/identity/index.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { currentStage, StageStatus, statusAt } from '../../core/time/window.ts';
import { BallotRule } from './ballot-rule/ballot-rule.entity.ts';
import { Category, Competition } from './competition.entity.ts';
import { Stage, StageMove } from './stage.entity.ts';
import {
  ballotRuleOf,
  categoriesOf,
  CompetitionConnection,
  competitionsFor,
  movesOf,
  stagesOf,
} from './competition.queries.ts';
import { isOrganizer } from './organizer.ts';
import { Criterion, Rubric } from './rubrics/rubric.entity.ts';
import { criteriaOf, rubricsOf } from './rubrics/rubric.queries.ts';
import { ScoringRule } from './rubrics/scoring-rule.entity.ts';
import { scoringRuleOf } from './rubrics/scoring-rule.queries.ts';
import { canSeeCompetition } from './visible.ts';

registerEnumType(StageStatus, { name: 'StageStatus' });

@Resolver(() => Competition)
export class CompetitionResolver {
  @Query(() => CompetitionConnection, {
    description: 'All that are open, and those that the viewer sets up; newest first.',
  })
  async competitions(@Args(() => PageArgs) args: PageArgs, @Ctx() context: Context): Promise<Page<Competition>> {
    return await pageOf(context, competitionsFor(context.viewer?.id ?? null), args);
  }

  @Query(() => Competition, { nullable: true })
  async competition(@Arg('slug', () => String) slug: string, @Ctx() context: Context): Promise<Competition | null> {
    const competition = await context.em.findOne(Competition, { slug });
    return competition && (await canSeeCompetition(context, competition)) ? competition : null;
  }

  @FieldResolver(() => Organization, { description: 'In whose name it runs.' })
  async host(@Root() competition: Competition): Promise<Organization> {
    return await competition.host.loadOrFail();
  }

  @FieldResolver(() => Region)
  async region(@Root() competition: Competition): Promise<Region> {
    return await competition.region.loadOrFail();
  }

  @FieldResolver(() => [Stage], { description: 'In their order.' })
  async stages(@Root() competition: Competition, @Ctx() context: Context): Promise<Stage[]> {
    return await stagesOf(context, competition.id);
  }

  @FieldResolver(() => Stage, { nullable: true, description: 'The open stage that closes first, if any is open.' })
  async currentStage(@Root() competition: Competition, @Ctx() context: Context): Promise<Stage | null> {
    return currentStage(await stagesOf(context, competition.id), context.clock.now());
  }

  @FieldResolver(() => [Category])
  async categories(@Root() competition: Competition, @Ctx() context: Context): Promise<Category[]> {
    return await categoriesOf(context, competition.id);
  }

  @FieldResolver(() => [Criterion], {
    description: 'Those of the rubric that holds where neither a stage nor a category has its own.',
  })
  async criteria(@Root() competition: Competition, @Ctx() context: Context): Promise<Criterion[]> {
    return await criteriaOf(context, competition.id);
  }

  @FieldResolver(() => [Rubric])
  async rubrics(@Root() competition: Competition, @Ctx() context: Context): Promise<Rubric[]> {
    return await rubricsOf(context, competition.id);
  }

  @FieldResolver(() => BallotRule, { description: 'How the public votes.' })
  async ballotRule(@Root() competition: Competition, @Ctx() context: Context): Promise<BallotRule | null> {
    return await ballotRuleOf(context, competition.id);
  }

  @FieldResolver(() => Boolean)
  async viewerIsOrganizer(@Root() competition: Competition, @Ctx() context: Context): Promise<boolean> {
    return await isOrganizer(context, competition.id);
  }
}

@Resolver(() => Stage)
export class StageResolver {
  @FieldResolver(() => StageStatus, { description: 'By the clock of the server.' })
  status(@Root() stage: Stage, @Ctx() { clock }: Context): StageStatus {
    return statusAt(stage, clock.now());
  }

  @FieldResolver(() => [StageMove], { description: 'How it was moved since the competition opened; the latest first.' })
  async moves(@Root() stage: Stage, @Ctx() context: Context): Promise<StageMove[]> {
    return await movesOf(context, stage.id);
  }

  @FieldResolver(() => ScoringRule, {
    nullable: true,
    description: 'How its marks become a ranking, if judges mark in it.',
  })
  async scoringRule(@Root() stage: Stage, @Ctx() context: Context): Promise<ScoringRule | null> {
    return await scoringRuleOf(context, stage.id);
  }
}

@Resolver(() => ViewerType)
export class ViewerCompetitionsResolver {
  @FieldResolver(() => [Competition], { description: 'Competitions the viewer runs.' })
  async organizes(@Root() viewer: ViewerType, @Ctx() { em }: Context): Promise<Competition[]> {
    const rows = await em.execute<{ competition_id: string }[]>(
      'select competition_id from competition_organizers where user_id = ? order by competition_id limit 100',
      [viewer.id],
    );
    return await em.find(
      Competition,
      { id: { $in: rows.map((r) => r.competition_id) } },
      { orderBy: { createdAt: 'desc', id: 1 } },
    );
  }
}
