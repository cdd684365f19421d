import type { ScoringRule } from '../methods/index.ts';
import { toDecimal } from '../methods/fraction.ts';
import { exactTotal, type PreparedPool, sheetTotals } from '../methods/pool/index.ts';

interface SheetSpan {
  lowest: string | null;
  highest: string | null;
}

/** The totals of each entry's strictest and kindest complete sheet, rounded half up to the decimals of the total. */
export function sheetSpans(rule: ScoringRule, pool: PreparedPool): Map<string, SheetSpan> {
  const totals = sheetTotals(pool, rule.scale);
  const text = (order: number) =>
    Number.isFinite(order)
      ? toDecimal({ n: exactTotal(totals, order), d: totals.denominator }, rule.totalPlaces)
      : null;
  return new Map(
    pool.pool.entries.map(({ id }, entry) => {
      let lowest = Infinity;
      let highest = -Infinity;
      for (let s = pool.entryStart[entry] ?? 0; s < (pool.entryStart[entry + 1] ?? 0); s += 1) {
        if (!totals.isComplete[s]) continue;
        lowest = Math.min(lowest, totals.order[s] ?? Infinity);
        highest = Math.max(highest, totals.order[s] ?? -Infinity);
      }
      return [id, { lowest: text(lowest), highest: text(highest) }];
    }),
  );
}
