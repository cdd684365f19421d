import {
  type Adjustment,
  exactTotal,
  meanOfAdjusted,
  once,
  type PreparedPool,
  type Scorer,
  sheetsOfJudge,
  sheetTotals,
} from '../pool/index.ts';
import { type Scale, type ScoringRule } from '../contract.ts';

/**
 * LINEAR (min-max normalization): 100 · (t − min_j) ÷ (max_j − min_j) over the complete sheets of judge j in the pool, so
 * that every judge uses the whole scale; 50 where a judge's sheets are all equal. Score: the mean over the judges.
 */
export function linear(rule: ScoringRule, pool: PreparedPool, without: number): Scorer {
  return meanOfAdjusted(rule, pool, without, linearOf(pool, rule.scale));
}

export function linearOf(pool: PreparedPool, scale: Scale): Adjustment {
  const totals = sheetTotals(pool, scale);
  const { lowest, spread } = judgeSpans(pool, scale);
  return (sheet) => {
    const judge = pool.sheetJudge[sheet]!;
    if (spread[judge] === 0n) return { n: 50n, d: 1n };
    return { n: 100n * (exactTotal(totals, totals.order[sheet]!) - lowest[judge]!), d: spread[judge]! };
  };
}

/** Per judge the lowest total and the distance to the highest, times the totals' denominator. */
export function judgeSpans(pool: PreparedPool, scale: Scale): { lowest: bigint[]; spread: bigint[] } {
  return once(pool, `spans ${scale}`, () => {
    const totals = sheetTotals(pool, scale);
    const lowest: bigint[] = [];
    const spread: bigint[] = [];
    for (let judge = 0; judge < pool.judges.length; judge++) {
      const orders = Float64Array.from(sheetsOfJudge(pool, totals, judge), (sheet) => totals.order[sheet]!).toSorted();
      const low = orders.length > 0 ? exactTotal(totals, orders[0]!) : 0n;
      lowest.push(low);
      spread.push(orders.length > 0 ? exactTotal(totals, orders.at(-1)!) - low : 0n);
    }
    return { lowest, spread };
  });
}
