import { thresholds } from './thresholds.ts';

export function median(values: Float64Array | readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * From where on a share stands out among the shares of the other entries: median + 5 robust standard deviations, the
 * latter 1.4826 times the median absolute deviation (Hampel's identifier), which holds as long as most entries are
 * honest, whatever the others do. Never below `floor`, and the floor alone where there are too few entries to compare.
 */
export function outstanding(shares: readonly number[], floor: number): number {
  if (shares.length < 20) return floor;
  const middle = median(shares);
  const spread = 1.4826 * median(shares.map((share) => Math.abs(share - middle)));
  return Math.min(0.99, Math.max(floor, middle + thresholds.sigmas * spread));
}

/** A share of `n` that lies above `line` by more than three binomial standard errors: not by luck of small numbers. */
export const isAbove = (count: number, n: number, line: number): boolean =>
  count / n > line + 3 * Math.sqrt((line * (1 - line)) / n) || (count === n && n >= 2 * thresholds.fewestVotes);
