import { type ScoringRule } from '../contract.ts';
import {
  countComplete,
  exactTotal,
  type Outcome,
  type PreparedPool,
  type Scorer,
  scratch,
  sheetTotals,
  sortFirst,
  windowOf,
} from '../pool/index.ts';

/**
 * MEAN, TRIMMED_MEAN and MEDIAN at SHEET level: the mean of the totals in the method's window (window.ts), over the
 * complete sheets of the entry.
 */
export function sheetLevel(rule: ScoringRule, pool: PreparedPool, without: number): Scorer {
  const totals = sheetTotals(pool, rule.scale);
  const room = scratch(pool);
  return (entry): Outcome => {
    const { sheets, reason } = countComplete(rule, pool, entry, without);
    if (reason) return { sheets, value: null, reason };
    const window = windowOf(rule, sheets);
    if (!window) return { sheets, value: null, reason: 'TOO_FEW_MARKS' };
    let count = 0;
    for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
      if (totals.isComplete[s] && pool.sheetJudge[s] !== without) room[count++] = totals.order[s]!;
    }
    const size = window.to - window.from;
    if (size < count) sortFirst(room, count);
    let sum = 0n;
    for (let i = window.from; i < window.to; i++) sum += exactTotal(totals, room[i]!);
    return { sheets, value: { n: sum, d: totals.denominator * BigInt(size) }, reason: null };
  };
}
