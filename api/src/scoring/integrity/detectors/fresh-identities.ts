import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import { isAbove } from './robust.ts';
import { isFresh, type Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

/**
 * Identities that were at most a day old when they voted, when their share stands out among the entries (robust.ts)
 * and is at least 60 %. Belonging: their votes.
 *
 * Bots have them, and so has every honest voter who signs up in order to vote; accounts that were aged for the purpose
 * are not seen. It holds nothing alone.
 */
export function freshIdentities({ table, freshLine }: Scene, e: number): EntrySignal | null {
  const { start } = table;
  const votes = start[e + 1]! - start[e]!;
  if (votes < thresholds.fewestVotes) return null;
  const rows: number[] = [];
  for (let row = start[e]!; row < start[e + 1]!; row += 1) if (isFresh(table, row)) rows.push(row);
  if (!isAbove(rows.length, votes, freshLine)) return null;
  return { detector: VoteDetector.FRESH_IDENTITIES, value: rows.length / votes, threshold: freshLine, rows };
}
