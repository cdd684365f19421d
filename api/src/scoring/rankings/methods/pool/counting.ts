import { type NoScore, type ScoringRule } from '../contract.ts';
import { type PreparedPool } from './prepared-pool.ts';
import { sheetTotals } from './sheet-totals.ts';

/** Which sheets of an entry count, and whether there are enough of them. */
interface Counted {
  sheets: number;
  reason: NoScore | null;
}

/** At CRITERION level a sheet counts with a single mark; see `countComplete` for the others. */
export function countMarked(rule: ScoringRule, pool: PreparedPool, entry: number, without: number): Counted {
  let sheets = 0;
  for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
    if (pool.given[s]! > 0 && pool.sheetJudge[s] !== without) sheets++;
  }
  if (!hasWeight(rule, pool, entry)) return { sheets: 0, reason: 'NO_WEIGHT' };
  return { sheets, reason: sheets === 0 ? 'NO_SHEETS' : sheets < rule.quorum ? 'BELOW_QUORUM' : null };
}

/** Where sheets are totalled, those with a missing mark have no total and do not count. */
export function countComplete(rule: ScoringRule, pool: PreparedPool, entry: number, without: number): Counted {
  const { isComplete } = sheetTotals(pool, rule.scale);
  let sheets = 0;
  let marked = 0;
  for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
    if (pool.sheetJudge[s] === without) continue;
    if (isComplete[s]) sheets++;
    if (pool.given[s]! > 0) marked++;
  }
  if (!hasWeight(rule, pool, entry)) return { sheets: 0, reason: 'NO_WEIGHT' };
  if (marked === 0) return { sheets: 0, reason: 'NO_SHEETS' };
  return { sheets, reason: sheets === 0 ? 'MARK_MISSING' : sheets < rule.quorum ? 'BELOW_QUORUM' : null };
}

function hasWeight({ scale }: ScoringRule, pool: PreparedPool, entry: number): boolean {
  const rubric = pool.rubrics[pool.pool.entries[entry]!.rubric] ?? [];
  return scale === 'FACTORS' ? rubric.length > 0 : rubric.some(({ weight }) => weight > 0);
}
