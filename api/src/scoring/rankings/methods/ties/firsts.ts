import { type Scale } from '../contract.ts';
import { once, type PreparedPool, sheetTotals } from '../pool/index.ts';

/** The number of judges who have the entry at the top of their own complete sheets; a shared top counts for each. */
export function firstsOf(pool: PreparedPool, scale: Scale, without: number, entry: number): number {
  const totals = sheetTotals(pool, scale);
  const tops = once(pool, `tops ${scale}`, () => {
    const highest = new Float64Array(pool.judges.length).fill(-Infinity);
    for (let s = 0; s < pool.sheetJudge.length; s++) {
      const judge = pool.sheetJudge[s]!;
      if (totals.isComplete[s]) highest[judge] = Math.max(highest[judge]!, totals.order[s]!);
    }
    return highest;
  });
  let firsts = 0;
  for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
    const judge = pool.sheetJudge[s]!;
    if (totals.isComplete[s] && judge !== without && totals.order[s] === tops[judge]) firsts++;
  }
  return firsts;
}
