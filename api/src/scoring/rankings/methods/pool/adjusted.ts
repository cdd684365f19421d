import { type ScoringRule } from '../contract.ts';
import { countComplete } from './counting.ts';
import { type Fraction, plus, zero } from '../fraction.ts';
import { type Outcome, type Scorer } from './outcome.ts';
import { type PreparedPool } from './prepared-pool.ts';
import { type SheetTotals, sheetTotals } from './sheet-totals.ts';

/** What a complete sheet is worth beside the judge's others: a value that no other judge has a say in. */
export type Adjustment = (sheet: number) => Fraction;

/** The mean of the adjusted values of the complete sheets of an entry, exactly. */
export function meanOfAdjusted(
  rule: ScoringRule,
  pool: PreparedPool,
  without: number,
  adjustment: Adjustment,
  finish: (mean: Fraction) => Fraction = (mean) => mean,
): Scorer {
  const { isComplete } = sheetTotals(pool, rule.scale);
  return (entry): Outcome => {
    const { sheets, reason } = countComplete(rule, pool, entry, without);
    if (reason) return { sheets, value: null, reason };
    let sum = zero;
    for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
      if (isComplete[s] && pool.sheetJudge[s] !== without) sum = plus(sum, adjustment(s));
    }
    return { sheets, value: finish({ n: sum.n, d: sum.d * BigInt(sheets) }), reason: null };
  };
}

/** The complete sheets of a judge. */
export function sheetsOfJudge(pool: PreparedPool, { isComplete }: SheetTotals, judge: number): Int32Array {
  return pool.judgeSheets
    .subarray(pool.judgeStart[judge], pool.judgeStart[judge + 1])
    .filter((sheet) => isComplete[sheet] === 1);
}
