import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { connectionOf, PageArgs, type Page } from '../../core/graphql/page.ts';
import { Competition } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { entryExposure } from './shown/entry-exposure.ts';
import { entryVoting, votesLeftToday } from './voters/entry-voting.ts';
import { recordExposures } from './shown/record-exposures.ts';
import { shownCount } from './shown/shown-counts.ts';
import { viewerVotes } from './voters/viewer-votes.ts';
import {
  CastBallotSuccess,
  CastVoteSuccess,
  EntryExposure,
  EntryVoting,
  RecordExposuresInput,
  RetractBallotSuccess,
  RetractVoteSuccess,
  Vote,
} from './vote.types.ts';

const VoteConnection = connectionOf(() => Vote, 'Vote');

const entryOf = ({ em }: Context, { entryId }: { entryId: string }): Promise<Entry> =>
  em.getReference(Entry, entryId, { wrapped: true }).loadOrFail();

@Resolver(() => Vote)
export class VoteResolver {
  @Mutation(() => Int, {
    description: 'Notes which entries the sender saw; how many of them were new to them within the hour.',
  })
  async recordExposures(
    @Arg('input', () => RecordExposuresInput) input: RecordExposuresInput,
    @Ctx() context: Context,
  ): Promise<number> {
    return await recordExposures(context, input);
  }

  @FieldResolver(() => Entry)
  async entry(@Root() vote: Vote, @Ctx() context: Context): Promise<Entry> {
    return await entryOf(context, vote);
  }
}

@Resolver(() => CastVoteSuccess)
export class CastVoteSuccessResolver {
  @FieldResolver(() => Entry)
  async entry(@Root() success: CastVoteSuccess, @Ctx() context: Context): Promise<Entry> {
    return await entryOf(context, success);
  }
}

@Resolver(() => RetractVoteSuccess)
export class RetractVoteSuccessResolver {
  @FieldResolver(() => Entry)
  async entry(@Root() success: RetractVoteSuccess, @Ctx() context: Context): Promise<Entry> {
    return await entryOf(context, success);
  }
}

@Resolver(() => CastBallotSuccess)
export class CastBallotSuccessResolver {
  @FieldResolver(() => Competition)
  async competition(@Root() { competitionId }: CastBallotSuccess, @Ctx() { em }: Context): Promise<Competition> {
    return await em.findOneOrFail(Competition, { id: competitionId });
  }
}

@Resolver(() => RetractBallotSuccess)
export class RetractBallotSuccessResolver {
  @FieldResolver(() => Competition)
  async competition(@Root() { competitionId }: RetractBallotSuccess, @Ctx() { em }: Context): Promise<Competition> {
    return await em.findOneOrFail(Competition, { id: competitionId });
  }
}

@Resolver(() => Entry)
export class EntryVotingResolver {
  @FieldResolver(() => EntryVoting)
  async voting(@Root() entry: Entry, @Ctx() context: Context): Promise<EntryVoting> {
    return await entryVoting(context, entry);
  }

  @FieldResolver(() => EntryExposure, {
    nullable: true,
    description: 'For organizers, and for everybody once voting has closed.',
  })
  async exposure(@Root() entry: Entry, @Ctx() context: Context): Promise<EntryExposure | null> {
    return await entryExposure(context, entry);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Counted votes, as far as the ballot rule lets voters see them; null while they are hidden, and before voting.',
  })
  async voteCount(@Root() entry: Entry, @Ctx() context: Context): Promise<number | null> {
    return await shownCount(context, entry);
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

  @FieldResolver(() => VoteConnection, {
    description: "The viewer's own votes that were not taken back, newest first; empty for a visitor.",
  })
  async viewerVotes(
    @Root() competition: Competition,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Vote>> {
    return await viewerVotes(context, competition.id, args);
  }
}
