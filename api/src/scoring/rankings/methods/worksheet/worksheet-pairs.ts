import { type PreparedPool, sheetsOfJudge, sheetTotals } from '../pool/index.ts';
import { type ScoringRule } from '../contract.ts';
import { type Fraction } from '../fraction.ts';
import { sheetsOf } from './worksheet-criteria.ts';
import { type WorksheetPair } from './worksheet.types.ts';

/** Under COPELAND every entry that shares a judge with this one, in the pool's order, and what that comes to. */
export function worksheetPairs(
  rule: ScoringRule,
  pool: PreparedPool,
  entry: number,
): { pairs: WorksheetPair[]; sum: Fraction } {
  const totals = sheetTotals(pool, rule.scale);
  const met = new Map<number, { ahead: number; behind: number; equal: number }>();
  for (const sheet of sheetsOf(pool, entry)) {
    if (!totals.isComplete[sheet]) continue;
    for (const other of sheetsOfJudge(pool, totals, pool.sheetJudge[sheet]!)) {
      if (other === sheet) continue;
      const rival = pool.sheetEntry[other]!;
      const counts = met.get(rival) ?? { ahead: 0, behind: 0, equal: 0 };
      const difference = totals.order[sheet]! - totals.order[other]!;
      counts[difference > 0 ? 'ahead' : difference < 0 ? 'behind' : 'equal']++;
      met.set(rival, counts);
    }
  }
  const rivals = [...met].toSorted(([a], [b]) => a - b);
  const doubled = rivals.map(([, { ahead, behind }]) => 1 + Math.sign(ahead - behind));
  const points = doubled.reduce((sum, value) => sum + value, 0);
  return {
    pairs: rivals.map(([rival, counts], i) => ({
      entry: pool.pool.entries[rival]!.id,
      ...counts,
      points: String(doubled[i]! / 2),
    })),
    sum: rivals.length === 0 ? { n: 50n, d: 1n } : { n: BigInt(50 * points), d: BigInt(rivals.length) },
  };
}
