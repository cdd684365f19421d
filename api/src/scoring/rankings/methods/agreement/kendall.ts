import { type PreparedPool, sheetsOfJudge, sheetTotals } from '../pool/index.ts';
import { type Scale } from '../contract.ts';
import { type Fraction } from '../fraction.ts';

export type NoConcordance = 'TOO_FEW_JUDGES' | 'TOO_FEW_ENTRIES' | 'SHEETS_MISSING' | 'NO_DIFFERENCES';

/**
 * Kendall's coefficient of concordance with correction for ties (Kendall & Babington Smith 1939; Kendall 1948): with m
 * judges, n entries, R_i the sum of the ranks of entry i (equal totals share the mean rank) and t the sizes of each
 * judge's groups of equal totals,
 *
 *     W = (12 · Σ R_i² − 3 · m² · n · (n + 1)²) ÷ (m² · (n³ − n) − m · Σ (t³ − t))
 *
 * from 0 (no common order) to 1 (one order). Defined only where every judge has a complete sheet for every entry.
 */
export function kendallW(pool: PreparedPool, scale: Scale): Fraction | NoConcordance {
  const entries = pool.pool.entries.length;
  const judges = pool.judges.length;
  if (judges < 2) return 'TOO_FEW_JUDGES';
  if (entries < 2) return 'TOO_FEW_ENTRIES';
  const totals = sheetTotals(pool, scale);
  // Twice the ranks, so that shared ones are whole.
  const doubled = Array.from({ length: entries }, () => 0n);
  let ties = 0n;
  for (let judge = 0; judge < judges; judge++) {
    const sheets = sheetsOfJudge(pool, totals, judge).toSorted((a, b) => totals.order[a]! - totals.order[b]!);
    if (sheets.length < entries) return 'SHEETS_MISSING';
    for (let from = 0, to = 0; from < entries; from = to) {
      while (to < entries && totals.order[sheets[to]!] === totals.order[sheets[from]!]) to++;
      const size = BigInt(to - from);
      ties += size ** 3n - size;
      for (let i = from; i < to; i++) doubled[pool.sheetEntry[sheets[i]!]!]! += BigInt(from + 1 + to);
    }
  }
  const [m, n] = [BigInt(judges), BigInt(entries)];
  const squares = doubled.reduce((sum, value) => sum + value * value, 0n);
  const most = m * m * (n ** 3n - n) - m * ties;
  return most === 0n ? 'NO_DIFFERENCES' : { n: 3n * squares - 3n * m * m * n * (n + 1n) ** 2n, d: most };
}
