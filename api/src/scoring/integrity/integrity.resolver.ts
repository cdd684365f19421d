import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { pageOf, type Page } from '../../core/graphql/page.ts';
import { make } from '../../core/graphql/user-error.ts';
import { Competition, isOrganizer } from '../../competition/competitions/index.ts';
import { attackCostOf } from './figures/attack-cost-of.ts';
import { voteBalance } from './figures/balance.ts';
import { casesOf, VoteCaseConnection } from './case.queries.ts';
import { CasesArgs } from './case.types.ts';
import { hoursOf, levelsOf, regionsOf, shownOf, votersOf } from './figures/vote-figures.ts';
import {
  AttackCost,
  AttackCostArgs,
  VoteBalance,
  VoteDesk,
  type LevelVotes,
  type RegionVotes,
  type ShownSpread,
  type VoteHour,
} from './desk.types.ts';
import type { VoteCase } from './vote-case.entity.ts';

@Resolver(() => Competition)
export class CompetitionIntegrityResolver {
  @FieldResolver(() => VoteBalance, { description: 'What became of all votes, for everybody to see.' })
  async voteBalance(@Root() competition: Competition, @Ctx() context: Context): Promise<VoteBalance> {
    return await voteBalance(context, competition.id);
  }

  @FieldResolver(() => VoteDesk, {
    nullable: true,
    description: 'The public vote as its organizers see it; null for everybody else.',
  })
  async voteDesk(@Root() competition: Competition, @Ctx() context: Context): Promise<VoteDesk | null> {
    const isTheirs = await isOrganizer(context, competition.id);
    return isTheirs ? make(VoteDesk, { competitionId: competition.id } as VoteDesk) : null;
  }
}

@Resolver(() => VoteDesk)
export class VoteDeskResolver {
  @FieldResolver()
  async voters(@Root() desk: VoteDesk, @Ctx() context: Context): Promise<number> {
    return await votersOf(context, desk.competitionId);
  }

  @FieldResolver()
  async hours(@Root() desk: VoteDesk, @Ctx() context: Context): Promise<VoteHour[]> {
    return await hoursOf(context, desk.competitionId);
  }

  @FieldResolver()
  async regions(@Root() desk: VoteDesk, @Ctx() context: Context): Promise<RegionVotes[]> {
    return await regionsOf(context, desk.competitionId);
  }

  @FieldResolver()
  async levels(@Root() desk: VoteDesk, @Ctx() context: Context): Promise<LevelVotes[]> {
    return await levelsOf(context, desk.competitionId);
  }

  @FieldResolver()
  async shown(@Root() desk: VoteDesk, @Ctx() context: Context): Promise<ShownSpread | null> {
    return await shownOf(context, desk.competitionId);
  }

  @FieldResolver(() => VoteCaseConnection, { description: 'Newest first.' })
  async cases(
    @Root() desk: VoteDesk,
    @Args(() => CasesArgs) args: CasesArgs,
    @Ctx() context: Context,
  ): Promise<Page<VoteCase>> {
    return await pageOf(context, casesOf(args.state ?? null), args, desk.competitionId);
  }

  @FieldResolver(() => AttackCost, { nullable: true, description: 'Null where no ballot rule is declared.' })
  async attackCost(
    @Root() desk: VoteDesk,
    @Args(() => AttackCostArgs) args: AttackCostArgs,
    @Ctx() context: Context,
  ): Promise<AttackCost | null> {
    const competition = await context.em.getReference(Competition, desk.competitionId, { wrapped: true }).loadOrFail();
    return await attackCostOf(context, competition, args.pricePerVote ?? null);
  }
}
