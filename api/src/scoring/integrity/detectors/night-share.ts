import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import { isNight, type Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

const day = 86_400_000;
const noon = day / 2;

/**
 * Nights (01:00 to 06:00 local) in which an entry has more votes than people give it when they should sleep. With
 * `nightRatio`, the median entry's night votes per day vote, a night of n votes beside d in the day around it (noon to
 * noon) expects λ = d × nightRatio, and stands out when n ≥ 20, n ≥ 3 λ and (n − λ) ÷ √(λ + (λ ÷ 3)²) ≥ 6: beyond
 * chance even if entries differ by a third in when their friends are awake.
 *
 * Belonging: the votes of those nights. Programs, and people paid abroad, do not sleep; nor do night shifts, so the
 * night alone holds nothing.
 */
export function nightShare({ table, offsetAt, nightRatio }: Scene, e: number): EntrySignal | null {
  const { castAt, start } = table;
  const { fewest, times, z } = thresholds.night;
  const rows: number[] = [];
  let nights = 0;
  let votes = 0;
  for (let row = start[e]!; row < start[e + 1]!;) {
    const date = dateOf(castAt[row]! + offsetAt(castAt[row]!));
    const atNight: number[] = [];
    let end = row;
    for (; end < start[e + 1]!; end += 1) {
      const local = castAt[end]! + offsetAt(castAt[end]!);
      if (dateOf(local) !== date) break;
      if (isNight(local)) atNight.push(end);
    }
    const n = atNight.length;
    const expected = (end - row - n) * nightRatio;
    const deviation = (n - expected) / Math.sqrt(Math.max(1, expected) + (expected / 3) ** 2);
    if (n >= fewest && n >= times * expected && deviation >= z) {
      for (const r of atNight) rows.push(r);
      nights += n;
      votes += end - row;
    }
    row = end;
  }
  if (rows.length === 0) return null;
  const threshold = (times * nightRatio) / (1 + times * nightRatio);
  return { detector: VoteDetector.NIGHT_SHARE, value: nights / votes, threshold, rows };
}

/** Which night it is, from noon to noon. */
export const dateOf = (local: number): number => Math.floor((local - noon) / day);
