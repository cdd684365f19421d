import { type Scale } from '../contract.ts';
import { gcd, lcm } from '../fraction.ts';
import { once } from './memo.ts';
import { type PreparedCriterion, type PreparedPool } from './prepared-pool.ts';

/**
 * Beside the scales of rules, two in which only the difference of two sheets of an entry means something: it is in percent
 * of the difference between the least and the most that a sheet can come to under PERCENT and under FACTORS.
 * PERCENT_SPAN: 100 · Σ w·(mark ÷ (maximum − minimum)) ÷ Σ w. FACTORS_SPAN: 100 · Σ factor · mark ÷ Σ factor · (maximum −
 * minimum).
 */
type Measure = Scale | 'PERCENT_SPAN' | 'FACTORS_SPAN';

/**
 * The total of each complete sheet, exactly: a whole number over one denominator for the pool, so that totals can be
 * compared and added as integers.
 *
 * FACTORS: Σ factor · mark. PERCENT: 100 · Σ w·(mark ÷ maximum) ÷ Σ w.
 */
export interface SheetTotals {
  /** A sheet with a missing mark has no total. */
  readonly isComplete: Uint8Array;
  /** In the order of the totals. Where `distinct` is null, these are the totals themselves, times `denominator`. */
  readonly order: Float64Array;
  /** For pools whose totals reach 2^52: the total that stands at each place of `order`. */
  readonly distinct: readonly bigint[] | null;
  readonly denominator: bigint;
}

export function sheetTotals(pool: PreparedPool, scale: Measure): SheetTotals {
  return once(pool, `totals ${scale}`, () => totalSheets(pool, scale));
}

/** The total that stands at a place of `order`, times the denominator. */
export function exactTotal(totals: SheetTotals, order: number): bigint {
  return totals.distinct ? totals.distinct[order]! : BigInt(order);
}

function totalSheets(pool: PreparedPool, scale: Measure): SheetTotals {
  const { coefficients, denominator, largestSum } = wholeCoefficients(pool, scale);
  const isComplete = new Uint8Array(pool.sheetEntry.length);
  for (let s = 0; s < isComplete.length; s++) {
    const rubric = pool.pool.entries[pool.sheetEntry[s]!]!.rubric;
    isComplete[s] = coefficients[rubric] && pool.given[s] === pool.rubrics[rubric]!.length ? 1 : 0;
  }
  const isNarrow = largestSum * BigInt(pool.largestMark) < 2n ** 52n;
  return { isComplete, denominator, ...(isNarrow ? narrow : wide)(pool, coefficients, isComplete) };
}

type Totals = Pick<SheetTotals, 'order' | 'distinct'>;
type Coefficients = readonly (readonly bigint[] | null)[];

/** No sum below can pass the bound checked above, so these JS numbers are exact integers. */
function narrow(pool: PreparedPool, coefficients: Coefficients, isComplete: Uint8Array): Totals {
  const numbers = coefficients.map((row) => (row ?? []).map(Number));
  const order = new Float64Array(isComplete.length);
  for (let s = 0; s < order.length; s++) {
    if (!isComplete[s]) continue;
    const row = numbers[pool.pool.entries[pool.sheetEntry[s]!]!.rubric]!;
    let total = 0;
    for (let c = 0; c < row.length; c++) total += row[c]! * pool.marks[s * pool.width + c]!;
    order[s] = total;
  }
  return { order, distinct: null };
}

function wide(pool: PreparedPool, coefficients: Coefficients, isComplete: Uint8Array): Totals {
  const exact = Array.from(isComplete, (complete, s) => {
    const row = complete ? coefficients[pool.pool.entries[pool.sheetEntry[s]!]!.rubric]! : [];
    return row.reduce((total, coefficient, c) => total + coefficient * BigInt(pool.marks[s * pool.width + c]!), 0n);
  });
  const distinct = [...new Set(exact)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const places = new Map(distinct.map((total, place) => [total, place]));
  return { order: Float64Array.from(exact, (total) => places.get(total)!), distinct };
}

/**
 * Per rubric the whole numbers by which marks, in thousandths, are multiplied to get the total times the denominator;
 * null where nothing has a weight.
 */
export function wholeCoefficients(
  { rubrics }: PreparedPool,
  scale: Measure,
): { coefficients: Coefficients; denominator: bigint; largestSum: bigint } {
  const rows = rubrics.map((rubric) => rowOf(rubric, scale));
  let denominator = 1n;
  for (const row of rows) if (row) denominator = lcm(denominator, row.denominator);
  const common = rows.map((row) => row?.values.map((value) => (value * denominator) / row.denominator) ?? null);
  let divisor = denominator;
  for (const value of common.flatMap((row) => row ?? [])) divisor = gcd(divisor, value);
  const coefficients = common.map((row) => row?.map((value) => value / divisor) ?? null);
  const sums = coefficients.map((row) => (row ?? []).reduce((sum, value) => sum + value, 0n));
  const largestSum = sums.reduce((most, sum) => (sum > most ? sum : most), 0n);
  return { coefficients, denominator: denominator / divisor, largestSum };
}

function rowOf(rubric: readonly PreparedCriterion[], scale: Measure): { values: bigint[]; denominator: bigint } | null {
  if (rubric.length === 0) return null;
  if (scale === 'FACTORS') return { values: rubric.map(({ weight }) => BigInt(weight)), denominator: 1_000_000n };
  if (scale === 'FACTORS_SPAN') {
    const denominator = rubric.reduce((sum, each) => sum + BigInt(each.weight) * spanOf(each, scale), 0n);
    return denominator === 0n ? null : { values: rubric.map(({ weight }) => 100n * BigInt(weight)), denominator };
  }
  const weights = rubric.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  if (weights === 0n) return null;
  const spans = rubric.map((criterion) => spanOf(criterion, scale));
  const span = spans.reduce(lcm, 1n);
  return {
    values: rubric.map(({ weight }, c) => 100n * BigInt(weight) * (span / spans[c]!)),
    denominator: weights * span,
  };
}

function spanOf({ key, minimum, maximum }: PreparedCriterion, scale: Exclude<Measure, 'FACTORS'>): bigint {
  const span = BigInt(scale === 'PERCENT' ? maximum : maximum - minimum);
  if (span <= 0n) throw new RangeError(`The scale of ${key} has no length.`);
  return span;
}
