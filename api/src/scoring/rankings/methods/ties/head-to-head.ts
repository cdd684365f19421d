import { type Scale } from '../contract.ts';
import { once, type PreparedPool, sheetTotals } from '../pool/index.ts';

/** Every pair of a tied group is compared; the step leaves a group of more entries than this as it is. */
const HEAD_TO_HEAD_LIMIT = 2000;

/**
 * Within a tied group: per member the number of members it beats minus the number that beat it. Of two, the one that
 * more of the judges who marked both put first, by their sheet totals, beats the other.
 */
export function headToHead(pool: PreparedPool, scale: Scale, without: number, group: readonly number[]): number[] {
  const net = group.map(() => 0);
  if (group.length > HEAD_TO_HEAD_LIMIT) return net;
  const size = group.length;
  const lead = leads(pool, scale, without, group);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const sign = Math.sign(lead[a * size + b]!);
      net[a]! += sign;
      net[b]! -= sign;
    }
  }
  return net;
}

/** At a · size + b, for members a < b: by how many more of their common judges a is put before b than b before a. */
function leads(pool: PreparedPool, scale: Scale, without: number, group: readonly number[]): Int32Array {
  const { isComplete, order } = sheetTotals(pool, scale);
  // Of each judge the sheets met so far, as a chain: the last in `last`, the one before each in `earlier`.
  const last = once(pool, 'last sheet met', () => new Int32Array(pool.judges.length).fill(-1));
  const met: { sheet: number; member: number; earlier: number }[] = [];
  const lead = new Int32Array(group.length * group.length);
  for (let member = 0; member < group.length; member++) {
    const entry = group[member]!;
    for (let sheet = pool.entryStart[entry]!; sheet < pool.entryStart[entry + 1]!; sheet++) {
      const judge = pool.sheetJudge[sheet]!;
      if (!isComplete[sheet] || judge === without) continue;
      for (let i = last[judge]!; i >= 0; i = met[i]!.earlier) {
        const other = met[i]!;
        lead[other.member * group.length + member]! += Math.sign(order[other.sheet]! - order[sheet]!);
      }
      met.push({ sheet, member, earlier: last[judge]! });
      last[judge] = met.length - 1;
    }
  }
  for (const { sheet } of met) last[pool.sheetJudge[sheet]!] = -1;
  return lead;
}
