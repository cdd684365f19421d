import { type ScoringRule } from '../contract.ts';

/** Values from `from` up to and without `to`, in ascending order, count. */
interface Window {
  from: number;
  to: number;
}

/**
 * Mean, trimmed mean and median are one thing: the mean of a window of the values in ascending order. MEAN: all.
 * TRIMMED_MEAN: without the dropLowest lowest and the dropHighest highest (null if nothing is left; Tukey 1962).
 * MEDIAN: the one in the middle, or the two (Galton 1881). Methods without such a step show the plain mean.
 */
export function windowOf(
  rule: Pick<ScoringRule, 'method' | 'dropLowest' | 'dropHighest'>,
  count: number,
): Window | null {
  if (count === 0) return null;
  if (rule.method === 'MEDIAN') return { from: (count - 1) >> 1, to: (count >> 1) + 1 };
  if (rule.method !== 'TRIMMED_MEAN') return { from: 0, to: count };
  const window = { from: rule.dropLowest, to: count - rule.dropHighest };
  return window.from < window.to ? window : null;
}

/** Whether the total is made of criteria rather than of sheets. */
export function isByCriterion({ method, level }: Pick<ScoringRule, 'method' | 'level'>): boolean {
  return level === 'CRITERION' && (method === 'MEAN' || method === 'TRIMMED_MEAN' || method === 'MEDIAN');
}

/** Sorts the first `count` values in place: by insertion, as panels are small, and by the engine where they are not. */
export function sortFirst(values: Float64Array, count: number): void {
  if (count > 40) {
    values.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = values[i]!;
    let hole = i;
    while (hole > 0 && values[hole - 1]! > value) {
      values[hole] = values[hole - 1]!;
      hole--;
    }
    values[hole] = value;
  }
}

/** Room for the values of one entry, used over and over. */
export function scratch(pool: { mostSheets: number }): Float64Array {
  return new Float64Array(pool.mostSheets);
}
