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
import { powerOfTen, rounded, squareRoot } from '../fraction.ts';

/** Digits kept of a judge's z, and of the score before it is rounded as declared. */
const Z_PLACES = 40;
export const SCORE_PLACES = 30;

/**
 * Z_SCORE: 50 + 10 · the mean over the judges of z = (t − mean_j) ÷ sd_j, with mean and population standard deviation of
 * the judge's complete sheets in the pool; z = 0 where the judge's sheets are all equal (the T score of McCall 1922).
 *
 * With n sheets, S = Σ t and Q = Σ t², z = (n·t − S) ÷ √(n·Q − S²): all but the root is whole. The root is taken so far
 * that each z is right to 39 decimals; the score is then rounded to 30 before the declared rounding, so that a score
 * that is exactly half way is seen as such although its roots are not whole.
 */
export function zScore(rule: ScoringRule, pool: PreparedPool, without: number): Scorer {
  const finish = (mean: { n: bigint; d: bigint }) =>
    rounded({ n: 50n * mean.d + 10n * mean.n, d: mean.d }, SCORE_PLACES);
  return meanOfAdjusted(rule, pool, without, zOf(pool, rule.scale), finish);
}

/** z of a sheet, in units of 10^-40. */
export function zOf(pool: PreparedPool, scale: Scale): Adjustment {
  const totals = sheetTotals(pool, scale);
  const judges = once(pool, `z ${scale}`, () => pool.judges.map((_, judge) => spreadOf(pool, scale, judge)));
  const d = powerOfTen(Z_PLACES);
  return (sheet) => {
    const { count, sum, inverse, guard } = judges[pool.sheetJudge[sheet]!]!;
    return { n: ((count * exactTotal(totals, totals.order[sheet]!) - sum) * inverse) / guard, d };
  };
}

interface JudgeSpread {
  count: bigint;
  sum: bigint;
  /** 1 ÷ √(n·Q − S²), times 10^40 and the guard; 0 where all is equal. */
  inverse: bigint;
  /** More than any n·t − S, so that what the root leaves out stays below one unit of 10^-40. */
  guard: bigint;
}

function spreadOf(pool: PreparedPool, scale: Scale, judge: number): JudgeSpread {
  const totals = sheetTotals(pool, scale);
  const sheets = sheetsOfJudge(pool, totals, judge);
  let sum = 0n;
  let squares = 0n;
  for (const sheet of sheets) {
    const total = exactTotal(totals, totals.order[sheet]!);
    sum += total;
    squares += total * total;
  }
  const count = BigInt(sheets.length);
  const variance = count * squares - sum * sum;
  if (variance === 0n) return { count, sum, inverse: 0n, guard: 1n };
  // |n·t − S| ≤ √n · √(n·Q − S²), which is no longer than the variance and the count written one after the other.
  const guard = powerOfTen(String(variance * count).length);
  return { count, sum, inverse: squareRoot((powerOfTen(Z_PLACES) * guard) ** 2n / variance), guard };
}
