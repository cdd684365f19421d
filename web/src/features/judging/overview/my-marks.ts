/** What a judge's own totals look like, side by side and one after the other; nobody else's are in it. */
export interface Total {
  number: number;
  title: string;
  /** Out of 100. */
  total: number;
}

interface Bin {
  /** From here up to ten more; the last one includes 100. */
  from: number;
  count: number;
}

/** Tens from 0 to 100; a total below 0 counts with the lowest. */
export function histogram(totals: readonly Total[]): Bin[] {
  const bins = Array.from({ length: 10 }, (_, n) => ({ from: n * 10, count: 0 }));
  for (const { total } of totals) {
    const bin = bins[Math.min(Math.max(Math.floor(total / 10), 0), 9)];
    if (bin) bin.count += 1;
  }
  return bins;
}

export const mean = (totals: readonly Total[]): number =>
  totals.reduce((sum, { total }) => sum + total, 0) / Math.max(totals.length, 1);

/**
 * How much the later third lies above the earlier third, in points: whether one grew milder or stricter on the way.
 * Null while either is too small to say.
 */
export function drift(inOrder: readonly Total[]): number | null {
  const third = Math.floor(inOrder.length / 3);
  if (third < 3) return null;
  return mean(inOrder.slice(-third)) - mean(inOrder.slice(0, third));
}
