import {
  type Adjustment,
  meanOfAdjusted,
  once,
  type PreparedPool,
  type Scorer,
  sheetsOfJudge,
  sheetTotals,
} from '../pool/index.ts';
import { type Scale, type ScoringRule } from '../contract.ts';

/**
 * RANK_POINTS (Borda 1781, with equal sheets sharing their points): a judge with n complete sheets in the pool gives an
 * entry 100 · (sheets ranked strictly below + ½ · others equal) ÷ (n − 1), and 50 where n = 1. Score: the mean over the
 * judges, 0 to 100. Only the order in which each judge puts the entries matters.
 */
export function rankPoints(rule: ScoringRule, pool: PreparedPool, without: number): Scorer {
  return meanOfAdjusted(rule, pool, without, rankPointsOf(pool, rule.scale));
}

export function rankPointsOf(pool: PreparedPool, scale: Scale): Adjustment {
  const { doubled, doubledMost } = once(pool, `rank points ${scale}`, () => countBelow(pool, scale));
  return (sheet) => ({
    n: BigInt(100 * doubled[sheet]!),
    d: BigInt(doubledMost[pool.sheetJudge[sheet]!]!),
  });
}

/** Per sheet 2 · below + equal, and per judge 2 · (n − 1); a single sheet has 1 of 2. */
function countBelow(pool: PreparedPool, scale: Scale): { doubled: Float64Array; doubledMost: Float64Array } {
  const totals = sheetTotals(pool, scale);
  const doubled = new Float64Array(pool.sheetEntry.length);
  const doubledMost = new Float64Array(pool.judges.length);
  for (let judge = 0; judge < pool.judges.length; judge++) {
    const sheets = sheetsOfJudge(pool, totals, judge).toSorted((a, b) => totals.order[a]! - totals.order[b]!);
    doubledMost[judge] = sheets.length === 1 ? 2 : 2 * (sheets.length - 1);
    if (sheets.length === 1) doubled[sheets[0]!] = 1;
    else addSharedPoints(sheets, totals.order, doubled);
  }
  return { doubled, doubledMost };
}

function addSharedPoints(ascending: Int32Array, order: Float64Array, doubled: Float64Array): void {
  for (let from = 0, to = 0; from < ascending.length; from = to) {
    while (to < ascending.length && order[ascending[to]!] === order[ascending[from]!]) to++;
    for (let i = from; i < to; i++) doubled[ascending[i]!] = 2 * from + (to - from - 1);
  }
}
