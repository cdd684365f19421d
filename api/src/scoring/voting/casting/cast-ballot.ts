import type { Context } from '../../../core/context.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { ballotFault } from '../ballot/ballot-fault.ts';
import { castRequest, todayOn, type BallotRefusal } from './cast-ballot-request.ts';
import { choicesOf } from '../ballot/choices.ts';
import { votesLeft } from '../ballot/spends.ts';
import { voteView } from '../ballot/vote-view.ts';
import { CastBallotSuccess, type InvalidBallotError, type CastBallotInput } from '../vote.types.ts';

type CastBallotOutcome = CastBallotSuccess | InvalidBallotError | BallotRefusal;

/** Casts a ballot of several choices, whole or not at all, where the competition votes by ballots. */
export async function castBallot(context: Context, input: CastBallotInput): Promise<CastBallotOutcome> {
  const { competitionId, choices: given } = input;
  if (!isId(competitionId)) throw notFound(context);
  const result = await castRequest<InvalidBallotError>(context, {
    key: input.key,
    proof: input.proof ?? null,
    page: () => context.ballotBox?.book.page(competitionId) ?? Promise.resolve(null),
    choices: ({ rule, entries }) => {
      const choices = choicesOf(rule, given);
      if ('fault' in choices) return ballotFault(context, choices);
      return choices.every(({ entryId }) => entries.has(entryId)) ? choices : null;
    },
  });
  if ('refusal' in result) return result.refusal;
  const { counted, page } = result;
  return make(CastBallotSuccess, {
    votes: counted.votes.map((vote) => voteView(context, vote)),
    competitionId,
    votesLeftToday: votesLeft(page.rule, todayOn(context, page), counted.used),
  });
}
