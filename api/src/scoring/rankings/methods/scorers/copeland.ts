import {
  countComplete,
  once,
  type Outcome,
  type PreparedPool,
  type Scorer,
  sheetsOfJudge,
  sheetTotals,
} from '../pool/index.ts';
import { type Scale, type ScoringRule } from '../contract.ts';

/** Every pair is looked at: two million at this size. */
const COPELAND_LIMIT = 2000;

export class PoolTooLargeError extends Error {
  override name = 'PoolTooLargeError';

  readonly limit = COPELAND_LIMIT;
  readonly entries: number;

  constructor(entries: number) {
    super(`Copeland compares every pair of entries and takes ${COPELAND_LIMIT} at most; there are ${entries}.`);
    this.entries = entries;
  }
}

/**
 * COPELAND (Copeland 1951): for each pair of entries that share judges, the judges who marked both decide by their sheet
 * totals; the entry that more of them put first wins the pair (1 point), as many either way is a tie (½ each). Score:
 * 100 · points ÷ pairs the entry was compared in, and 50 where there was none.
 */
export function copeland(rule: ScoringRule, pool: PreparedPool, without: number): Scorer {
  const points = once(pool, `copeland ${rule.scale} ${without}`, () => countPairs(pool, rule.scale, without));
  return (entry): Outcome => {
    const { sheets, reason } = countComplete(rule, pool, entry, without);
    if (reason) return { sheets, value: null, reason };
    const compared = points.compared[entry]!;
    const value = compared === 0 ? { n: 50n, d: 1n } : { n: BigInt(50 * points.doubled[entry]!), d: BigInt(compared) };
    return { sheets, value, reason: null };
  };
}

interface Points {
  /** Twice the points per entry. */
  doubled: Float64Array;
  compared: Float64Array;
}

function countPairs(pool: PreparedPool, scale: Scale, without: number): Points {
  const size = pool.pool.entries.length;
  if (size > COPELAND_LIMIT) throw new PoolTooLargeError(size);
  const { judges, placeOf } = judgeLists(pool, scale);
  const points: Points = { doubled: new Float64Array(size), compared: new Float64Array(size) };
  // Entry by entry against those after it: by how many more judges it is put first, and how many marked both.
  const lead = new Int32Array(size);
  const shared = new Int32Array(size);
  for (let entry = 0; entry < size; entry++) {
    for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
      const judge = pool.sheetJudge[s]!;
      if (judge !== without && placeOf[s]! >= 0) addJudge(judges[judge]!, placeOf[s]!, lead, shared);
    }
    for (let other = entry + 1; other < size; other++) {
      if (shared[other] === 0) continue;
      const sign = Math.sign(lead[other]!);
      points.doubled[entry]! += 1 + sign;
      points.doubled[other]! += 1 - sign;
      points.compared[entry]!++;
      points.compared[other]!++;
      lead[other] = shared[other] = 0;
    }
  }
  return points;
}

function addJudge({ entries, places }: JudgeList, at: number, lead: Int32Array, shared: Int32Array): void {
  const mine = places[at]!;
  for (let k = at + 1; k < entries.length; k++) {
    const other = entries[k]!;
    const difference = mine - places[k]!;
    // The sign without a branch: which of two comes first is a coin toss to the processor, and there are millions.
    lead[other]! += (difference >> 31) | (-difference >>> 31);
    shared[other]!++;
  }
}

interface JudgeList {
  /** Of the judge's complete sheets, ascending, and where the judge puts each: higher is better. */
  entries: Int32Array;
  places: Int32Array;
}

/** Per judge the complete sheets, and per sheet its place among its judge's; -1 where it is not complete. */
function judgeLists(pool: PreparedPool, scale: Scale): { judges: JudgeList[]; placeOf: Int32Array } {
  return once(pool, `judge lists ${scale}`, () => {
    const totals = sheetTotals(pool, scale);
    const placeOf = new Int32Array(pool.sheetEntry.length).fill(-1);
    const judges = pool.judges.map((_, judge): JudgeList => {
      const sheets = sheetsOfJudge(pool, totals, judge);
      for (const [place, sheet] of sheets.entries()) placeOf[sheet] = place;
      const orders = [...new Set(Array.from(sheets, (sheet) => totals.order[sheet]!))].toSorted((a, b) => a - b);
      const places = new Map(orders.map((order, place) => [order, place]));
      return {
        entries: sheets.map((sheet) => pool.sheetEntry[sheet]!),
        places: sheets.map((sheet) => places.get(totals.order[sheet]!)!),
      };
    });
    return { judges, placeOf };
  });
}
