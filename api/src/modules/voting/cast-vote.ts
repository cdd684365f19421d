import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { badKey, isId, notFound, unauthenticated } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import { instantInWords, message } from '../../messages.ts';
import { dayIn, holdStage, nextDayStart, StageKind } from '../competitions/index.ts';
import { Entry, EntryStatus } from '../entries/index.ts';
import { isMember } from '../organizations/index.ts';
import { writeBallots, type StoredVote } from './vote-batch.ts';
import {
  AlreadyVotedError,
  CastVoteSuccess,
  OwnOrganizationError,
  Vote,
  VoteQuotaError,
  type VotingClosedError,
  type CastVoteInput,
} from './vote.types.ts';
import { voterOf } from './voter.ts';
import { votingClosed } from './voting-closed.ts';

export type CastVoteOutcome =
  CastVoteSuccess | AlreadyVotedError | VoteQuotaError | VotingClosedError | OwnOrganizationError;

export const voteView = (vote: StoredVote): Vote => make(Vote, vote);

/**
 * Counts a vote at the tap. It is answered only after the commit; the same key, sent again, brings the same vote
 * back. The shared lock on the voting stage keeps opening and closing from crossing a vote.
 */
export async function castVote(context: Context, input: CastVoteInput): Promise<CastVoteOutcome> {
  const { viewer, clock, locale } = context;
  if (!viewer) throw unauthenticated(context);
  if (!isId(input.key)) throw badKey(context);
  if (!isId(input.entryId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    const entry = await em.findOne(
      Entry,
      { id: input.entryId, status: EntryStatus.ACCEPTED },
      { populate: ['competition'] },
    );
    if (!entry) throw notFound(context);
    const competition = await entry.competition.loadOrFail();
    if (await isMember(inside, entry.organization.id)) {
      return make(OwnOrganizationError, { message: message(locale, 'vote.ownOrganization') });
    }
    const stage = await holdStage(em, competition.id, StageKind.VOTING);
    // An entry withdrawn while the lock was waited for takes no more votes.
    await em.refresh(entry, { lockMode: LockMode.PESSIMISTIC_READ });
    if (entry.status !== EntryStatus.ACCEPTED) throw notFound(context);
    const now = clock.now();
    const closed = votingClosed(context, competition, stage);
    if (closed) return closed;
    const voter = voterOf(context, competition.id, viewer);
    const ballot = {
      competitionId: competition.id,
      voterId: voter.id,
      bucket: voter.bucket,
      entryId: entry.id,
      day: dayIn(competition.timeZone, now),
      key: input.key,
      castAt: now,
      votesPerDay: competition.votesPerDay,
    };
    const outcome = (await writeBallots(em, [ballot])).get(input.key);
    switch (outcome?.kind) {
      case 'counted':
        return make(CastVoteSuccess, {
          vote: voteView(outcome.vote),
          entry,
          votesLeftToday: Math.max(0, competition.votesPerDay - outcome.used),
        });
      case 'already':
        return make(AlreadyVotedError, { message: message(locale, 'vote.already'), vote: voteView(outcome.vote) });
      case 'quota': {
        const nextVoteAt = nextDayStart(competition.timeZone, now);
        return make(VoteQuotaError, {
          message: message(locale, 'vote.quota', {
            votesPerDay: competition.votesPerDay,
            nextVoteAt: instantInWords(locale, nextVoteAt, competition.timeZone),
          }),
          votesPerDay: competition.votesPerDay,
          nextVoteAt,
        });
      }
      case 'key-used':
        throw badKey(context);
      default:
        throw new Error('a ballot came back without an outcome');
    }
  });
}
