import { type Scale } from './contract.ts';
import { type PreparedPool } from './prepared-pool.ts';
import { sheetTotals } from './sheet-totals.ts';

/** Every pair of a tied group is looked at; in one of more entries than this the step tells nobody apart. */
export const HEAD_TO_HEAD_LIMIT = 2000;

/**
 * Within a tied group: per member the number of members it beats minus the number that beat it. Of two, the one that
 * more of the judges who marked both put first, by their sheet totals, beats the other.
 */
export function headToHead(pool: PreparedPool, scale: Scale, without: number, group: readonly number[]): number[] {
  const net = group.map(() => 0);
  if (group.length > HEAD_TO_HEAD_LIMIT) return net;
  for (let i = 0; i < group.length; i++) {
    for (let k = i + 1; k < group.length; k++) {
      const sign = Math.sign(leadOf(pool, scale, without, group[i]!, group[k]!));
      net[i]! += sign;
      net[k]! -= sign;
    }
  }
  return net;
}

/** By how many more of their common judges a is put before b than b before a; both have their sheets by judge. */
function leadOf(pool: PreparedPool, scale: Scale, without: number, a: number, b: number): number {
  const { isComplete, order } = sheetTotals(pool, scale);
  let lead = 0;
  let other = pool.entryStart[b]!;
  for (let s = pool.entryStart[a]!; s < pool.entryStart[a + 1]!; s++) {
    const judge = pool.sheetJudge[s]!;
    while (other < pool.entryStart[b + 1]! && pool.sheetJudge[other]! < judge) other++;
    if (other === pool.entryStart[b + 1]!) break;
    if (pool.sheetJudge[other] !== judge || judge === without || !isComplete[s] || !isComplete[other]) continue;
    lead += Math.sign(order[s]! - order[other]!);
  }
  return lead;
}
