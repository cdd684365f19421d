import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Competition, StageKind, stagesOf, StageStatus, statusAt } from '../competitions/index.ts';
import { Entry } from '../entries/index.ts';
import { castVote } from './cast-vote.ts';
import { entryVoting, votesLeftToday } from './entry-voting.ts';
import { retractVote } from './retract-vote.ts';
import { votesOf } from './tallies.ts';
import { CastVoteInput, CastVoteResult, EntryVoting, RetractVoteInput, RetractVoteResult, Vote } from './vote.types.ts';

@Resolver(() => Vote)
export class VoteResolver {
  @Mutation(() => CastVoteResult)
  async castVote(@Arg('input', () => CastVoteInput) input: CastVoteInput, @Ctx() context: Context) {
    return await castVote(context, input);
  }

  @Mutation(() => RetractVoteResult)
  async retractVote(@Arg('input', () => RetractVoteInput) input: RetractVoteInput, @Ctx() context: Context) {
    return await retractVote(context, input);
  }

  @FieldResolver(() => Entry)
  async entry(@Root() vote: Vote, @Ctx() { em }: Context): Promise<Entry> {
    return await em.getReference(Entry, vote.entryId, { wrapped: true }).loadOrFail();
  }
}

@Resolver(() => Entry)
export class EntryVotingResolver {
  @FieldResolver(() => EntryVoting)
  async voting(@Root() entry: Entry, @Ctx() context: Context): Promise<EntryVoting> {
    return await entryVoting(context, entry);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Counted votes; null until voting has closed.' })
  async voteCount(@Root() entry: Entry, @Ctx() context: Context): Promise<number | null> {
    const stage = (await stagesOf(context, entry.competition.id)).find(({ kind }) => kind === StageKind.VOTING);
    if (!stage || statusAt(stage, context.clock.now()) !== StageStatus.CLOSED) return null;
    return await votesOf(context, entry.id);
  }
}

@Resolver(() => Competition)
export class CompetitionVotingResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The viewer's votes left today; null when signed out or while voting is not open.",
  })
  async viewerVotesLeftToday(@Root() competition: Competition, @Ctx() context: Context): Promise<number | null> {
    return await votesLeftToday(context, competition);
  }
}
