import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import type { Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

const day = 86_400_000;

/**
 * Networks that an entry has far more votes from than it should: at least 60, at least 30 % of its votes of that day,
 * and 10 times what the network's part in all votes would have. A network is the keyed hash of a /24 or /48 under a
 * key that changes daily, so this is about one network on one day.
 *
 * Belonging: the votes from those networks. A campus, a company and a hospital are one network each, and so is a
 * server: it says that voters sit together, not that they are programs: a risk signal, no proof.
 */
export function networkShare({ table, ofNetwork }: Scene, e: number): EntrySignal | null {
  const { castAt, network, start, size } = table;
  const { fewest, share, times } = thresholds.network;
  const from = start[e]!;
  const to = start[e + 1]!;
  if (to - from < fewest) return null;
  const counts = new Map<number, number>();
  for (let row = from; row < to; row += 1) {
    const n = network[row]!;
    if (n >= 0) counts.set(n, (counts.get(n) ?? 0) + 1);
  }
  const large = new Map([...counts].filter(([, count]) => count >= fewest));
  if (large.size === 0) return null;
  const first = new Map<number, number>();
  for (let row = from; row < to; row += 1) if (!first.has(network[row]!)) first.set(network[row]!, castAt[row]!);
  let most = 0;
  for (const [n, count] of large) {
    const around = votesBetween(castAt, from, to, first.get(n)! - day / 2, first.get(n)! + day / 2);
    const expected = ((to - from) * (ofNetwork[n]! - count)) / Math.max(1, size - (to - from));
    const part = count / Math.max(count, around);
    if (part < share || count < times * expected) large.delete(n);
    else most = Math.max(most, part);
  }
  const rows: number[] = [];
  for (let row = from; row < to; row += 1) if (large.has(network[row]!)) rows.push(row);
  return rows.length === 0 ? null : { detector: VoteDetector.NETWORK_SHARE, value: most, threshold: share, rows };
}

function votesBetween(castAt: Float64Array, from: number, to: number, after: number, before: number): number {
  let count = 0;
  for (let row = from; row < to; row += 1) if (castAt[row]! >= after && castAt[row]! < before) count += 1;
  return count;
}
