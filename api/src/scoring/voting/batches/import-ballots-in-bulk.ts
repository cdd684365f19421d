import type { EntityManager } from '@mikro-orm/postgresql';
import type { Ballot, BallotOutcome } from '../ballot/ballot.ts';
import type { Run } from './sql-literals.ts';
import { compare, tallyStatement, writeBallots } from './write-ballots.ts';

/** Rows of a statement: more make it no faster, and its text large. */
const CHOICES_AT_ONCE = 4000;

interface BulkResult {
  /** Ballots that went in. */
  written: Set<Ballot>;
  /** What became of the others. */
  refused: Map<Ballot, BallotOutcome | undefined>;
}

/**
 * Writes many ballots in the caller's transaction, by the same writer as votes at the tap, so that what is true of
 * those (once, within the quota, counted as it went in) is true of these. In the order of buckets, since a statement
 * of few buckets touches few rows of the tallies.
 */
export async function writeInBulk(
  em: EntityManager,
  ballots: readonly Ballot[],
  progress: (written: number) => void = () => undefined,
): Promise<BulkResult> {
  const run: Run = async <Row>(statement: string) => await em.execute<Row[]>(statement);
  const result: BulkResult = { written: new Set(), refused: new Map() };
  let done = 0;
  for (const chunk of roundsOf(ballots).flatMap(chunksOf)) {
    const { outcomes, counted } = await writeBallots(run, chunk);
    const tallies = tallyStatement(counted);
    if (tallies) await run(tallies);
    for (const ballot of counted) result.written.add(ballot);
    for (const ballot of chunk) {
      if (!result.written.has(ballot)) result.refused.set(ballot, outcomes.get(ballot.voterId));
    }
    progress((done += chunk.length));
  }
  return result;
}

/** Rounds in which no voter appears twice, each by bucket and voter. */
function roundsOf(ballots: readonly Ballot[]): Ballot[][] {
  const rounds: Ballot[][] = [];
  const next = new Map<string, number>();
  for (const ballot of ballots.toSorted((a, b) => a.bucket - b.bucket || compare(a.voterId, b.voterId))) {
    const round = next.get(ballot.voterId) ?? 0;
    next.set(ballot.voterId, round + 1);
    (rounds[round] ??= []).push(ballot);
  }
  return rounds;
}

function chunksOf(ballots: Ballot[]): Ballot[][] {
  const chunks: Ballot[][] = [];
  let room = 0;
  for (const ballot of ballots) {
    if (room < ballot.choices.length) {
      chunks.push([]);
      room = CHOICES_AT_ONCE;
    }
    chunks.at(-1)?.push(ballot);
    room -= ballot.choices.length;
  }
  return chunks;
}
