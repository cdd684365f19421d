import type { Ballot, BallotOutcome, StoredVote } from '../ballot/ballot.ts';
import { int, rows, uuid, type Run } from './sql-literals.ts';

interface Row {
  competition_id: string;
  voter_id: string;
  key: string;
  ordinal: number;
  entry_id: string;
  points: number;
  day: string;
  cast_at: string | Date;
  state: string;
  case_id: string | null;
  retracted: boolean;
}

const stored = (row: Row): StoredVote => ({
  competitionId: row.competition_id,
  voterId: row.voter_id,
  key: row.key,
  ordinal: row.ordinal,
  entryId: row.entry_id,
  points: row.points,
  day: row.day,
  castAt: new Date(row.cast_at),
  state: row.state,
  caseId: row.case_id,
});

/**
 * Why ballots were left out: the same key again (which brings back what it made), a key that made something else,
 * another vote of the voter for the entry today, or a proof that was spent before.
 */
export async function explainRefusals(
  run: Run,
  refused: readonly Ballot[],
  unproven: ReadonlySet<Ballot>,
): Promise<Map<string, BallotOutcome>> {
  const outcomes = new Map<string, BallotOutcome>();
  if (refused.length === 0) return outcomes;
  const voters = rows(refused, (b) => `(${int(b.bucket)},${uuid(b.voterId)})`);
  const votes = await run<Row>(
    `select competition_id, voter_id, key, ordinal, entry_id, points, day::text as day, cast_at, state, case_id, retracted_at is not null as retracted
     from votes where (bucket, voter_id) in (${voters})`,
  );
  const quotas = await run<{ voter_id: string; scope: string; used: number }>(
    `select voter_id, scope, used from voter_quotas where (bucket, voter_id) in (${voters})`,
  );
  const votesOf = Map.groupBy(votes, (row) => row.voter_id);
  const quotasOf = Map.groupBy(quotas, (row) => row.voter_id);
  for (const ballot of refused) {
    const mine = votesOf.get(ballot.voterId) ?? [];
    const same = mine.filter((row) => row.key === ballot.key).toSorted((a, b) => a.ordinal - b.ordinal);
    if (same.length > 0) {
      const isThisBallot =
        same.length === ballot.choices.length &&
        same.every((row, i) => !row.retracted && row.entry_id === ballot.choices[i]?.entryId);
      outcomes.set(
        ballot.voterId,
        isThisBallot
          ? {
              kind: 'counted',
              votes: same.map(stored),
              used: new Map((quotasOf.get(ballot.voterId) ?? []).map(({ scope, used }) => [scope, used])),
            }
          : { kind: 'key-used' },
      );
      continue;
    }
    if (unproven.has(ballot)) {
      outcomes.set(ballot.voterId, { kind: 'challenge-used' });
      continue;
    }
    const other = mine.find(
      (row) =>
        !row.retracted && row.day === ballot.day && ballot.choices.some(({ entryId }) => entryId === row.entry_id),
    );
    if (other) outcomes.set(ballot.voterId, { kind: 'already', vote: stored(other) });
  }
  return outcomes;
}
