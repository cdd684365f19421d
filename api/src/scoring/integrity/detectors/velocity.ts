import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import type { Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

/**
 * Bursts: ten minutes in which an entry has many times the votes that its whole count and the rhythm of the other
 * entries would have. expected = votes of the entry × (other entries' votes in these minutes ÷ all their votes), and
 * a burst is count ≥ max(15, 8 × expected). After Kleinberg's bursts, without the automaton: the baseline is the
 * competition itself, so noon and the last evening are no bursts.
 *
 * Belonging: the votes of those ten minutes. Separates a rush from a trickle, but not a class from a data center.
 */
export function velocity({ table, bins, firstBin }: Scene, e: number): EntrySignal | null {
  const { castAt, start, size } = table;
  const { binMs, fewest, times } = thresholds.velocity;
  const from = start[e]!;
  const to = start[e + 1]!;
  const others = size - (to - from);
  const rows: number[] = [];
  let most = 0;
  let line: number = fewest;
  for (let row = from; row < to;) {
    const bin = Math.floor(castAt[row]! / binMs);
    let end = row + 1;
    while (end < to && Math.floor(castAt[end]! / binMs) === bin) end += 1;
    const count = end - row;
    const expected = others === 0 ? 0 : ((to - from) * (bins[bin - firstBin]! - count)) / others;
    if (count >= Math.max(fewest, times * expected)) {
      for (let r = row; r < end; r += 1) rows.push(r);
      if (count > most) {
        most = count;
        line = Math.max(fewest, Math.ceil(times * expected));
      }
    }
    row = end;
  }
  return rows.length === 0 ? null : { detector: VoteDetector.VELOCITY, value: most, threshold: line, rows };
}
