import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { isId, notFound, unauthenticated } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { dayIn, holdStage, StageKind } from '../competitions/index.ts';
import { Entry, EntryStatus } from '../entries/index.ts';
import { NotVotedError, RetractVoteSuccess, type VotingClosedError, type RetractVoteInput } from './vote.types.ts';
import { voterOf } from './voter.ts';
import { votingClosed } from './voting-closed.ts';

/** Takes back the viewer's vote of today while voting is open. The row stays, marked; the quota is given back. */
export async function retractVote(
  context: Context,
  input: RetractVoteInput,
): Promise<RetractVoteSuccess | NotVotedError | VotingClosedError> {
  const { viewer, clock, locale } = context;
  if (!viewer) throw unauthenticated(context);
  if (!isId(input.entryId)) throw notFound(context);
  return await unitOfWork(context, async (em) => {
    const entry = await em.findOne(
      Entry,
      { id: input.entryId, status: EntryStatus.ACCEPTED },
      { populate: ['competition'] },
    );
    if (!entry) throw notFound(context);
    const competition = await entry.competition.loadOrFail();
    const stage = await holdStage(em, competition.id, StageKind.VOTING);
    const now = clock.now();
    const closed = votingClosed(context, competition, stage);
    if (closed) return closed;
    const { id, bucket } = voterOf(context, competition.id, viewer);
    const day = dayIn(competition.timeZone, now);
    const retracted = await em.execute<{ id: string }[]>(
      `update votes set retracted_at = greatest(cast_at, ?::timestamptz) where bucket = ? and voter_id = ? and entry_id = ? and day = ?
       and retracted_at is null returning id`,
      [now, bucket, id, entry.id, day],
    );
    if (retracted.length === 0) return make(NotVotedError, { message: message(locale, 'vote.none') });
    const quotas = await em.execute<{ used: number }[]>(
      `update voter_quotas set used = used - 1 where bucket = ? and voter_id = ? and competition_id = ? and day = ?
       returning used`,
      [bucket, id, competition.id, day],
    );
    const tallies = await em.execute<{ votes: string }[]>(
      'update tally_parts set votes = votes - 1 where bucket = ? and entry_id = ? returning votes',
      [bucket, entry.id],
    );
    // One vote, one quota, one tally: anything else means they have come apart, and nothing may be changed.
    if (retracted.length !== 1 || quotas.length !== 1 || tallies.length !== 1) {
      throw new Error(`the books of entry ${entry.id} do not balance`);
    }
    return make(RetractVoteSuccess, { entry, votesLeftToday: competition.votesPerDay - (quotas[0]?.used ?? 0) });
  });
}
