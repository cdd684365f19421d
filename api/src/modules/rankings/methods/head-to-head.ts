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
  const size = group.length;
  const lead = new Int32Array(size * size);
  const { order } = sheetTotals(pool, scale);
  for (const sheets of sheetsByJudge(pool, scale, without, group).values()) {
    for (const [i, mine] of sheets.entries()) {
      for (const other of sheets.slice(i + 1))
        lead[mine.member * size + other.member]! += Math.sign(order[mine.sheet]! - order[other.sheet]!);
    }
  }
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const sign = Math.sign(lead[a * size + b]!);
      net[a]! += sign;
      net[b]! -= sign;
    }
  }
  return net;
}

interface MemberSheet {
  /** Index into the group; ascending within a judge. */
  member: number;
  sheet: number;
}

function sheetsByJudge(
  pool: PreparedPool,
  scale: Scale,
  without: number,
  group: readonly number[],
): Map<number, MemberSheet[]> {
  const { isComplete } = sheetTotals(pool, scale);
  const byJudge = new Map<number, MemberSheet[]>();
  for (const [member, entry] of group.entries()) {
    for (let sheet = pool.entryStart[entry]!; sheet < pool.entryStart[entry + 1]!; sheet++) {
      const judge = pool.sheetJudge[sheet]!;
      if (!isComplete[sheet] || judge === without) continue;
      const sheets = byJudge.get(judge);
      if (sheets) sheets.push({ member, sheet });
      else byJudge.set(judge, [{ member, sheet }]);
    }
  }
  return byJudge;
}
