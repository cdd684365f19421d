import { type Pool, type Scale } from '../contract.ts';
import { compare, type Fraction, fractionOf, toDecimal } from '../fraction.ts';
import { compareNaturally } from '../natural-order.ts';
import { exactTotal, type PreparedPool, preparePool, sheetTotals } from '../pool/index.ts';

interface Alarm {
  entry: string;
  sheets: number;
  /** The highest minus the lowest sheet, in percent of the scale, two decimals. */
  range: string;
  /** Whose sheet is farthest from the mean of the others'; null where two are as far, as always between two judges. */
  judge: string | null;
  /** Whether that judge is below the others. */
  isBelow: boolean | null;
}

/**
 * The entries whose complete sheets differ by more than the threshold (percent of the scale, a decimal string), which ask
 * for a second look: widest first, equal ones by lot key.
 */
export function alarms(given: Pool | PreparedPool, threshold: string, scale: Scale = 'PERCENT'): Alarm[] {
  const pool = preparePool(given);
  const limit = fractionOf(threshold);
  const found: { entry: number; range: Fraction; alarm: Alarm }[] = [];
  for (const [entry, { id }] of pool.pool.entries.entries()) {
    const sheets = completeSheets(pool, scale, entry);
    const range = rangeOf(pool, scale, sheets);
    if (compare(range, limit) <= 0) continue;
    const alarm = { entry: id, sheets: sheets.length, range: toDecimal(range, 2), ...outlier(pool, sheets) };
    found.push({ entry, range, alarm });
  }
  const lotKey = (entry: number) => pool.pool.entries[entry]!.lotKey;
  return found
    .toSorted((a, b) => compare(b.range, a.range) || compareNaturally(lotKey(a.entry), lotKey(b.entry)))
    .map(({ alarm }) => alarm);
}

interface CompleteSheet {
  judge: number;
  total: bigint;
}

const measureOf = (scale: Scale) => (scale === 'PERCENT' ? 'PERCENT_SPAN' : 'FACTORS_SPAN');

function completeSheets(pool: PreparedPool, scale: Scale, entry: number): CompleteSheet[] {
  const totals = sheetTotals(pool, measureOf(scale));
  const sheets: CompleteSheet[] = [];
  for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
    if (totals.isComplete[s]) sheets.push({ judge: pool.sheetJudge[s]!, total: exactTotal(totals, totals.order[s]!) });
  }
  return sheets;
}

function rangeOf(pool: PreparedPool, scale: Scale, sheets: readonly CompleteSheet[]): Fraction {
  const ascending = sheets.map(({ total }) => total).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const range = (ascending.at(-1) ?? 0n) - (ascending[0] ?? 0n);
  return { n: range, d: sheetTotals(pool, measureOf(scale)).denominator };
}

/** Farthest from the mean of the others is farthest from the mean of all: |k·t − S| is the largest. */
function outlier(pool: PreparedPool, sheets: readonly CompleteSheet[]): Pick<Alarm, 'judge' | 'isBelow'> {
  const sum = sheets.reduce((all, { total }) => all + total, 0n);
  const apart = sheets.map(({ judge, total }) => ({ judge, by: BigInt(sheets.length) * total - sum }));
  const size = ({ by }: { by: bigint }) => (by < 0n ? -by : by);
  const farthest = apart.reduce((most, each) => (size(each) > most ? size(each) : most), 0n);
  const [first, second] = apart.filter((each) => size(each) === farthest);
  return !first || second
    ? { judge: null, isBelow: null }
    : { judge: pool.judges[first.judge]!, isBelow: first.by < 0n };
}
