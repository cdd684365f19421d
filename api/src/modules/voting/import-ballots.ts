import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { assertOperator } from '../../graphql/operator.ts';
import { newId } from '../../graphql/node.ts';
import { Competition, dayIn } from '../competitions/index.ts';
import { writeBallots, type Ballot } from './vote-batch.ts';
import { voterOf } from './voter.ts';

export interface ImportedBallot {
  voterEmail: string;
  entryId: string;
  castAt: Date;
}

/**
 * Writes many ballots under the same rules of uniqueness, quota and count as a vote at the tap, but at the instants
 * they were cast. Operator only; returns how many counted.
 */
export async function importBallots(
  context: Context,
  competitionId: string,
  ballots: ImportedBallot[],
): Promise<number> {
  assertOperator(context);
  const competition = await context.em.fork().findOneOrFail(Competition, { id: competitionId });
  const rows = ballots.map(({ voterEmail, entryId, castAt }): Ballot => {
    const voter = voterOf(context, competitionId, { email: voterEmail });
    return {
      competitionId,
      voterId: voter.id,
      bucket: voter.bucket,
      entryId,
      castAt,
      day: dayIn(competition.timeZone, castAt),
      key: newId(),
      votesPerDay: competition.votesPerDay,
    };
  });
  return await unitOfWork(context, async (em) => {
    let counted = 0;
    for (const round of roundsOf(rows)) {
      const outcomes = await writeBallots(em, round);
      counted += [...outcomes.values()].filter((outcome) => outcome.kind === 'counted').length;
    }
    return counted;
  });
}

/** Rounds in which no voter appears twice. */
function roundsOf(ballots: Ballot[]): Ballot[][] {
  const rounds: Ballot[][] = [];
  const next = new Map<string, number>();
  for (const ballot of ballots) {
    const round = next.get(ballot.voterId) ?? 0;
    next.set(ballot.voterId, round + 1);
    (rounds[round] ??= []).push(ballot);
  }
  return rounds;
}
