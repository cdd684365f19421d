import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import { isAbove } from './robust.ts';
import type { Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

/**
 * Voters of this entry and no other, when their share stands out among the entries (robust.ts) and is at least 80 %.
 * Belonging: their votes.
 *
 * Everybody who was sent to vote does this: a bot, a paid crowd, and also every school and chat group. It shows
 * that voters came for the entry, not that they are programs, so it holds nothing alone.
 */
export function singleEntry({ table, choices, singleLine }: Scene, e: number): EntrySignal | null {
  const { start, voter } = table;
  const votes = start[e + 1]! - start[e]!;
  if (votes < thresholds.fewestVotes) return null;
  const rows: number[] = [];
  for (let row = start[e]!; row < start[e + 1]!; row += 1) if (choices[voter[row]!] === 1) rows.push(row);
  if (!isAbove(rows.length, votes, singleLine)) return null;
  return { detector: VoteDetector.SINGLE_ENTRY, value: rows.length / votes, threshold: singleLine, rows };
}
