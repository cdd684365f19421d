import { VoteDetector } from './detector.ts';
import type { EntrySignal } from './entry-signal.ts';
import { median } from './robust.ts';
import type { Scene } from './scene.ts';
import { thresholds } from './thresholds.ts';

/**
 * Votes on a beat, the "steady, even growth" that Guangyuan's rules name as fraud, or a loop of 10.5 to 12 seconds as
 * in the Best of Berkeley. Independent people come at random: of 24 intervals some 2.5 lie within 15 % of their median
 * (with a median of ln 2 ÷ λ, e^(−0.85 ln 2) − e^(−1.15 ln 2) = 10.4 %), and 15 of them do so once in a hundred
 * million. Where it happens the median is the beat.
 *
 * Belonging: the votes that stand at least 12 in a row one beat (± 15 %) apart. Other votes in between do not break a
 * beat, and do not belong to it unless they fall on it by chance. A program that waits at random is not seen.
 */
export function regularity({ table }: Scene, e: number): EntrySignal | null {
  const { start, castAt } = table;
  const from = start[e]!;
  const times = castAt.subarray(from, start[e + 1]);
  const belongs = new Uint8Array(times.length);
  let count = 0;
  for (const beat of beatsOf(times)) {
    const chains = chainLengths(times, beat);
    for (let i = 0; i < times.length; i += 1) {
      if (chains[i]! < thresholds.regularity.chain || belongs[i]) continue;
      belongs[i] = 1;
      count += 1;
    }
  }
  const { fewest } = thresholds.regularity;
  if (count < fewest) return null;
  const rows: number[] = [];
  for (let i = 0; i < times.length; i += 1) if (belongs[i]) rows.push(from + i);
  return { detector: VoteDetector.REGULARITY, value: count, threshold: fewest, rows };
}

/** Up to three beats, each where intervals are more alike than chance makes them; the clearest first. */
function beatsOf(times: Float64Array): number[] {
  const { window, part, tolerance, shortestMs, longestMs } = thresholds.regularity;
  const found: { beat: number; alike: number }[] = [];
  const intervals = new Float64Array(window);
  for (let at = 0; at + window < times.length; at += window >> 1) {
    for (let i = 0; i < window; i += 1) intervals[i] = times[at + i + 1]! - times[at + i]!;
    const beat = median(intervals);
    if (beat < shortestMs || beat > longestMs) continue;
    let alike = 0;
    for (const interval of intervals) if (Math.abs(interval - beat) <= tolerance * beat) alike += 1;
    if (alike >= part * window) found.push({ beat, alike });
  }
  const beats: number[] = [];
  for (const { beat } of found.toSorted((a, b) => b.alike - a.alike)) {
    if (beats.length < 3 && !beats.some((other) => Math.abs(other - beat) <= tolerance * beat)) beats.push(beat);
  }
  return beats;
}

/** For each vote, how many stand in a row with it, one beat apart. */
function chainLengths(times: Float64Array, beat: number): Int32Array {
  const { tolerance } = thresholds.regularity;
  const [near, far] = [(1 - tolerance) * beat, (1 + tolerance) * beat];
  const before = new Int32Array(times.length);
  const after = new Int32Array(times.length);
  for (let i = 0, low = 0; i < times.length; i += 1) {
    while (times[low]! < times[i]! - far) low += 1;
    for (let j = low; times[j]! <= times[i]! - near; j += 1) before[i] = Math.max(before[i]!, before[j]! + 1);
  }
  for (let i = times.length - 1, high = times.length - 1; i >= 0; i -= 1) {
    while (times[high]! > times[i]! + far) high -= 1;
    for (let j = high; times[j]! >= times[i]! + near; j -= 1) after[i] = Math.max(after[i]!, after[j]! + 1);
  }
  return before.map((length, i) => length + after[i]! + 1);
}
