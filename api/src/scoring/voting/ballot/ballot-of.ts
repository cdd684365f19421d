import type { Ballot } from './ballot.ts';
import type { BallotRequest } from './ballot-request.ts';
import { spendsOf } from './spends.ts';

/** A ballot of a day, with what it uses of the rule. */
export function ballotOf(request: BallotRequest, day: string, castAt = new Date(0)): Ballot {
  const { page, choices } = request;
  return {
    competitionId: page.competitionId,
    voterId: request.voterId,
    bucket: request.bucket,
    key: request.key,
    level: request.level,
    network: request.network,
    device: request.device,
    identityAgeDays: request.identityAgeDays,
    enteredBy: request.enteredBy,
    challenge: request.challenge,
    day,
    castAt,
    choices,
    spends: spendsOf(
      page.rule,
      day,
      choices.map(({ entryId }) => ({ entryId, categoryId: page.entries.get(entryId)?.categoryId ?? '' })),
    ),
  };
}
