import type { Context } from '../../../core/context.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { ballotFault } from '../ballot/ballot-fault.ts';
import { castRequest, todayOn, type BallotRefusal } from './cast-ballot-request.ts';
import { isTap, votesLeft } from '../ballot/spends.ts';
import { voteView } from '../ballot/vote-view.ts';
import { CastVoteSuccess, type InvalidBallotError, type CastVoteInput } from '../vote.types.ts';

type CastVoteOutcome = CastVoteSuccess | InvalidBallotError | BallotRefusal;

/** Counts a vote for one entry at the tap, where the competition votes by taps. */
export async function castVote(context: Context, input: CastVoteInput): Promise<CastVoteOutcome> {
  const { entryId } = input;
  if (!isId(entryId)) throw notFound(context);
  const result = await castRequest<InvalidBallotError>(context, {
    key: input.key,
    proof: input.proof ?? null,
    page: () => context.ballotBox?.book.pageOfEntry(entryId) ?? Promise.resolve(null),
    choices: ({ rule, entries }) => {
      if (!entries.has(entryId)) return null;
      return isTap(rule) ? [{ entryId, points: 1 }] : ballotFault(context, { fault: 'ballotOnly' });
    },
  });
  if ('refusal' in result) return result.refusal;
  const { counted, page } = result;
  const vote = counted.votes.at(0);
  if (!vote) throw new Error('a counted ballot has no vote on it');
  return make(CastVoteSuccess, {
    vote: voteView(context, vote),
    entryId,
    votesLeftToday: votesLeft(page.rule, todayOn(context, page), counted.used),
  });
}
