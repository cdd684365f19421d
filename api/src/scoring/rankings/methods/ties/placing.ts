import { type TieLadder, SHARED } from './tie-ladder.ts';

/** Entries with a total, best first. */
export interface Placing {
  order: Int32Array;
  /** Per place of `order`: what put it behind the one before, a step of the ladder, SHARED or BY_TOTAL. */
  steps: Int32Array;
  /** Per entry, 1, 1, 3; 0 without a total. */
  ranks: Int32Array;
}

/** In Placing.steps: the totals differ. */
export const BY_TOTAL = -2;

/** Puts totals (whole units of the last place; NaN for none) in order, equal ones by the ladder. */
export function place(totals: Float64Array, ladder: TieLadder): Placing {
  const order = Int32Array.from(totals.keys())
    .filter((entry) => !Number.isNaN(totals[entry]))
    .toSorted((a, b) => totals[b]! - totals[a]!);
  const steps = new Int32Array(order.length);
  const ranks = new Int32Array(totals.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && totals[order[to]!] === totals[order[from]!]) to++;
    const resolved = ladder.resolve([...order.subarray(from, to)]);
    for (const [i, entry] of resolved.members.entries()) {
      const isShared = i > 0 && resolved.steps[i] === SHARED;
      order[from + i] = entry;
      steps[from + i] = i === 0 ? BY_TOTAL : resolved.steps[i]!;
      ranks[entry] = isShared ? ranks[order[from + i - 1]!]! : from + i + 1;
    }
  }
  return { order, steps, ranks };
}
