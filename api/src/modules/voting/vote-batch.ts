import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../graphql/node.ts';

/** One voter's choice, ready to be written. In one batch a voter appears at most once. */
export interface Ballot {
  competitionId: string;
  voterId: string;
  bucket: number;
  entryId: string;
  day: string;
  key: string;
  castAt: Date;
  votesPerDay: number;
}

export interface StoredVote {
  id: string;
  entryId: string;
  day: string;
  castAt: Date;
}

export type BallotOutcome =
  | { kind: 'counted'; vote: StoredVote; used: number }
  | { kind: 'already'; vote: StoredVote }
  | { kind: 'quota' }
  /** The key belongs to a vote for another entry, or to one that was taken back. */
  | { kind: 'key-used' };

/**
 * The one writer of votes. Runs inside the caller's transaction, after the caller has taken the shared lock on the
 * voting stage. Uniqueness comes from the unique indexes, the quota from the conditional update, the count from the
 * rows that went in; every statement says the bucket and takes its rows in key order, so batches neither deadlock nor
 * meet on a hot row. A repeated key comes back as the vote it made the first time.
 */
export async function writeBallots(em: EntityManager, ballots: readonly Ballot[]): Promise<Map<string, BallotOutcome>> {
  const sorted = ballots.toSorted((a, b) => a.bucket - b.bucket || compare(a.voterId, b.voterId));
  const outcomes = new Map<string, BallotOutcome>();
  const fresh = await insertVotes(em, sorted);
  // Every row that went in must be known: a vote that is stored but not counted would be worse than none.
  if ([...fresh.keys()].some((key) => !sorted.some((ballot) => ballot.key === key))) {
    throw new Error('a vote came back under a key that nobody sent');
  }
  const refused = sorted.filter((ballot) => !fresh.has(ballot.key));
  const used = await spendQuota(
    em,
    sorted.filter((ballot) => fresh.has(ballot.key)),
  );
  const overQuota: { ballot: Ballot; vote: StoredVote }[] = [];
  const counted: Ballot[] = [];
  for (const ballot of sorted) {
    const vote = fresh.get(ballot.key);
    if (!vote) continue;
    const usedNow = used.get(ballot.voterId);
    if (usedNow === undefined) {
      overQuota.push({ ballot, vote });
      outcomes.set(ballot.key, { kind: 'quota' });
    } else {
      counted.push(ballot);
      outcomes.set(ballot.key, { kind: 'counted', vote, used: usedNow });
    }
  }
  // These rows were never visible to anybody: they go in the transaction that made them.
  if (overQuota.length > 0) {
    await em.execute(
      `delete from votes where (bucket, id) in (${overQuota.map(() => '(?, ?)').join(', ')})`,
      overQuota.flatMap(({ ballot, vote }) => [ballot.bucket, vote.id]),
    );
  }
  await addToTallies(em, counted);
  for (const [key, outcome] of await explain(em, refused)) outcomes.set(key, outcome);
  return outcomes;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface VoteRecord {
  id: string;
  entry_id: string;
  day: string;
  key: string;
  cast_at: string | Date;
}

const stored = (row: VoteRecord): StoredVote => ({
  id: row.id,
  entryId: row.entry_id,
  day: row.day,
  castAt: new Date(row.cast_at),
});

async function insertVotes(em: EntityManager, ballots: readonly Ballot[]): Promise<Map<string, StoredVote>> {
  if (ballots.length === 0) return new Map();
  const rows = await em.execute<VoteRecord[]>(
    `insert into votes (bucket, id, voter_id, entry_id, competition_id, day, key, cast_at)
     values ${ballots.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
     on conflict do nothing returning id, entry_id, day::text as day, key, cast_at`,
    ballots.flatMap((b) => [b.bucket, newId(), b.voterId, b.entryId, b.competitionId, b.day, b.key, b.castAt]),
  );
  return new Map(rows.map((row) => [row.key, stored(row)]));
}

async function spendQuota(em: EntityManager, ballots: readonly Ballot[]): Promise<Map<string, number>> {
  const used = new Map<string, number>();
  for (const [limit, group] of Map.groupBy(ballots, (ballot) => ballot.votesPerDay)) {
    const rows = await em.execute<{ voter_id: string; used: number }[]>(
      `insert into voter_quotas as q (bucket, voter_id, competition_id, day, used)
       values ${group.map(() => '(?, ?, ?, ?, 1)').join(', ')}
       on conflict (bucket, voter_id, competition_id, day) do update set used = q.used + excluded.used
         where q.used + excluded.used <= ? returning voter_id, used`,
      [...group.flatMap((b) => [b.bucket, b.voterId, b.competitionId, b.day]), limit],
    );
    for (const row of rows) used.set(row.voter_id, row.used);
  }
  return used;
}

/** Adds to the partial counts, one row per bucket and entry. */
async function addToTallies(
  em: EntityManager,
  ballots: readonly Pick<Ballot, 'bucket' | 'entryId' | 'competitionId'>[],
): Promise<void> {
  if (ballots.length === 0) return;
  const parts = [...Map.groupBy(ballots, (b) => `${b.bucket}/${b.entryId}`).values()]
    .map((group) => ({ ...group[0], votes: group.length }))
    .toSorted((a, b) => (a.bucket ?? 0) - (b.bucket ?? 0) || compare(a.entryId ?? '', b.entryId ?? ''));
  await em.execute(
    `insert into tally_parts as t (bucket, entry_id, competition_id, votes)
     values ${parts.map(() => '(?, ?, ?, ?)').join(', ')}
     on conflict (bucket, entry_id) do update set votes = t.votes + excluded.votes`,
    parts.flatMap((p) => [p.bucket, p.entryId, p.competitionId, p.votes]),
  );
}

/** Why the insert left some out: the same key again, or another vote of the voter for the entry today. */
async function explain(em: EntityManager, refused: readonly Ballot[]): Promise<Map<string, BallotOutcome>> {
  const outcomes = new Map<string, BallotOutcome>();
  if (refused.length === 0) return outcomes;
  const rows = await em.execute<(VoteRecord & { voter_id: string; retracted: boolean; used: number | null })[]>(
    `select v.voter_id, v.retracted_at is not null as retracted, q.used, v.id, v.entry_id, v.day::text as day, v.key, v.cast_at
     from votes v left join voter_quotas q
       on q.bucket = v.bucket and q.voter_id = v.voter_id and q.competition_id = v.competition_id and q.day = v.day
     where (v.bucket, v.voter_id) in (${refused.map(() => '(?, ?)').join(', ')})`,
    refused.flatMap((b) => [b.bucket, b.voterId]),
  );
  for (const ballot of refused) {
    const same = rows.find((row) => row.voter_id === ballot.voterId && row.key === ballot.key);
    const other = rows.find(
      (row) =>
        row.voter_id === ballot.voterId && row.entry_id === ballot.entryId && !row.retracted && row.day === ballot.day,
    );
    if (same) {
      const isThisVote = !same.retracted && same.entry_id === ballot.entryId;
      outcomes.set(
        ballot.key,
        isThisVote ? { kind: 'counted', vote: stored(same), used: same.used ?? 0 } : { kind: 'key-used' },
      );
    } else if (other) outcomes.set(ballot.key, { kind: 'already', vote: stored(other) });
  }
  return outcomes;
}
