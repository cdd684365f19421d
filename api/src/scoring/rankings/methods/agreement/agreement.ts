import { exactTotal, type PreparedPool, preparePool, sheetsOfJudge, sheetTotals } from '../pool/index.ts';
import { type Pool, type Scale } from '../contract.ts';
import { type Fraction, over, plus, powerOfTen, squareRoot, toDecimal, zero } from '../fraction.ts';
import { intraclass, type NoIntraclass } from './intraclass.ts';
import { kendallW, type NoConcordance } from './kendall.ts';

/** Decimals of every number here, rounded half up. */
const PLACES = 4;

/** Totals of complete sheets, on the scale asked for. */
interface JudgeProfile {
  judge: string;
  sheets: number;
  mean: string | null;
  /** Population standard deviation of the judge's totals. */
  spread: string | null;
  /**
   * The mean, over the sheets whose entry others marked as well, of the total minus the mean of the others' totals. Below
   * zero: stricter than they are. Null where there is no such sheet.
   */
  severity: string | null;
  /** The number of those sheets. */
  compared: number;
}

interface Agreement {
  /** Either the number or why there is none. */
  kendallW: string | null;
  kendallWReason: NoConcordance | null;
  icc: string | null;
  iccReason: NoIntraclass | null;
  judges: readonly JudgeProfile[];
}

/** How far the judges of a pool agree on its entries, and how each of them marks beside the others. */
export function agreement(given: Pool | PreparedPool, scale: Scale = 'PERCENT'): Agreement {
  const pool = preparePool(given);
  const w = kendallW(pool, scale);
  const icc = intraclass(pool, scale);
  const sums = entrySums(pool, scale);
  return {
    ...(typeof w === 'string' ? { kendallW: null, kendallWReason: w } : { kendallW: text(w), kendallWReason: null }),
    ...(typeof icc === 'string' ? { icc: null, iccReason: icc } : { icc: text(icc), iccReason: null }),
    judges: pool.judges.map((_, judge) => profileOf(pool, scale, judge, sums)),
  };
}

const text = (value: Fraction) => toDecimal(value, PLACES);

/** Per entry the sum of its complete sheets and their number. */
function entrySums(pool: PreparedPool, scale: Scale): { sum: bigint; count: number }[] {
  const totals = sheetTotals(pool, scale);
  const sums = pool.pool.entries.map(() => ({ sum: 0n, count: 0 }));
  for (const [s, entry] of pool.sheetEntry.entries()) {
    if (!totals.isComplete[s]) continue;
    sums[entry]!.sum += exactTotal(totals, totals.order[s]!);
    sums[entry]!.count++;
  }
  return sums;
}

function profileOf(
  pool: PreparedPool,
  scale: Scale,
  judge: number,
  sums: readonly { sum: bigint; count: number }[],
): JudgeProfile {
  const totals = sheetTotals(pool, scale);
  const sheets = sheetsOfJudge(pool, totals, judge);
  let sum = 0n;
  let squares = 0n;
  let apart = zero;
  let compared = 0;
  for (const sheet of sheets) {
    const total = exactTotal(totals, totals.order[sheet]!);
    sum += total;
    squares += total * total;
    const entry = sums[pool.sheetEntry[sheet]!]!;
    if (entry.count < 2) continue;
    // t − (S − t) ÷ (k − 1) = (k·t − S) ÷ (k − 1)
    apart = plus(apart, { n: BigInt(entry.count) * total - entry.sum, d: BigInt(entry.count - 1) });
    compared++;
  }
  const count = BigInt(sheets.length);
  const share = (value: Fraction, parts: bigint) => text(over(value, { n: parts * totals.denominator, d: 1n }));
  // √(n·Q − S²) ÷ n, the root to 20 decimals.
  const root = { n: squareRoot((count * squares - sum * sum) * powerOfTen(40)), d: powerOfTen(20) };
  return {
    judge: pool.judges[judge]!,
    sheets: sheets.length,
    mean: count > 0n ? share({ n: sum, d: 1n }, count) : null,
    spread: count > 0n ? share(root, count) : null,
    severity: compared > 0 ? share(apart, BigInt(compared)) : null,
    compared,
  };
}
