import type { EntityManager } from '@mikro-orm/postgresql';
import { VoteState } from '../../voting/index.ts';

/** Which row a vote is. */
export interface VoteKey {
  bucket: number;
  voterId: string;
  key: string;
  ordinal: number;
}

interface Moved {
  entry_id: string;
  points: number;
  stands: boolean;
}

/** Counted votes and points to be taken from, or given back to, one entry's part in one bucket. */
interface Part {
  bucket: number;
  entryId: string;
  votes: number;
  points: number;
}

/**
 * Sets counted votes aside for a case, and takes as many, and their points, off the tallies. Only rows that count at
 * this very moment move: what was taken back, held or settled meanwhile stays as it is. Rows that belonged to a case
 * before are left alone, so that no machine overrules two people. Returns how many it held.
 *
 * Every statement names its bucket. Votes of all buckets are locked first, in key order, and the tallies after them,
 * in the order in which casting takes them: nobody waits in a circle, and entries' tallies are held for milliseconds.
 */
export async function holdVotes(em: EntityManager, caseId: string, keys: readonly VoteKey[]): Promise<number> {
  const parts: Part[] = [];
  for (const [bucket, group] of inOrder(keys)) {
    const rows = group.map(() => '(?, ?, ?)').join(', ');
    const which = `bucket = ? and (voter_id, key, ordinal) in (${rows})
      and state = 'COUNTED' and retracted_at is null and case_id is null`;
    const params = [bucket, ...group.flatMap(({ voterId, key, ordinal }) => [voterId, key, ordinal])];
    await em.execute(`select 1 from votes where ${which} order by voter_id, key, ordinal for update`, params);
    const moved = await em.execute<Moved[]>(
      `update votes set state = 'HELD', case_id = ? where ${which} returning entry_id, points, true as stands`,
      [caseId, ...params],
    );
    parts.push(...partsOf(bucket, moved));
  }
  return await changeTallies(em, parts, -1);
}

/** Settles the held votes of a case; restored ones count again, unless their voter took them back while they were held. */
export async function releaseVotes(
  em: EntityManager,
  caseId: string,
  state: VoteState.COUNTED | VoteState.VOIDED,
): Promise<void> {
  const buckets = await em.execute<{ bucket: number }[]>(
    "select distinct bucket from votes where case_id = ? and state = 'HELD' order by bucket",
    [caseId],
  );
  const parts: Part[] = [];
  for (const { bucket } of buckets) {
    const which = "bucket = ? and case_id = ? and state = 'HELD'";
    await em.execute(`select 1 from votes where ${which} order by voter_id, key, ordinal for update`, [bucket, caseId]);
    const moved = await em.execute<Moved[]>(
      `update votes set state = ? where ${which} returning entry_id, points, retracted_at is null as stands`,
      [state, bucket, caseId],
    );
    parts.push(...partsOf(bucket, moved));
  }
  if (state === VoteState.COUNTED) await changeTallies(em, parts, 1);
}

/** Three parameters a row, and a statement takes 65,535. */
const rowsPerStatement = 10_000;

function* inOrder(keys: readonly VoteKey[]): Generator<[number, VoteKey[]]> {
  const buckets = [...Map.groupBy(keys, ({ bucket }) => bucket)].toSorted(([a], [b]) => a - b);
  for (const [bucket, group] of buckets) {
    const sorted = group.toSorted(
      (a, b) => compare(a.voterId, b.voterId) || compare(a.key, b.key) || a.ordinal - b.ordinal,
    );
    for (let at = 0; at < sorted.length; at += rowsPerStatement)
      yield [bucket, sorted.slice(at, at + rowsPerStatement)];
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function partsOf(bucket: number, moved: readonly Moved[]): Part[] {
  const standing = moved.filter(({ stands }) => stands);
  return [...Map.groupBy(standing, (row) => row.entry_id)]
    .map(([entryId, rows]) => ({
      bucket,
      entryId,
      votes: rows.length,
      points: rows.reduce((sum, { points }) => sum + points, 0),
    }))
    .toSorted((a, b) => compare(a.entryId, b.entryId));
}

async function changeTallies(em: EntityManager, parts: readonly Part[], sign: 1 | -1): Promise<number> {
  let votes = 0;
  for (const part of parts) {
    const changed = await em.execute<{ bucket: number }[]>(
      'update tally_parts set votes = votes + ?, points = points + ? where bucket = ? and entry_id = ? returning bucket',
      [sign * part.votes, sign * part.points, part.bucket, part.entryId],
    );
    // A counted vote has a tally; where it has none the books have come apart, and nothing may be changed.
    if (changed.length !== 1) throw new Error(`the books of entry ${part.entryId} do not balance`);
    votes += part.votes;
  }
  return votes;
}
