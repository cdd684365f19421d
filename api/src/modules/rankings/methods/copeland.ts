import { sheetsOfJudge } from './adjusted.ts';
import { type Scale, type ScoringRule } from './contract.ts';
import { countComplete } from './counting.ts';
import { once } from './memo.ts';
import { type Outcome, type Scorer } from './outcome.ts';
import { NOBODY, type PreparedPool } from './prepared-pool.ts';
import { sheetTotals } from './sheet-totals.ts';

/** Every pair is looked at: two million at this size. */
export const COPELAND_LIMIT = 2000;

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
  const pairs = once(pool, `pairs ${scale}`, () => {
    const all: Pairs = { lead: new Int32Array(size * size), shared: new Int32Array(size * size) };
    for (let judge = 0; judge < pool.judges.length; judge++) count(all, pool, scale, judge, 1);
    return all;
  });
  // Taking one judge's pairs out and putting them back is far less work than counting all the others'.
  if (without !== NOBODY) count(pairs, pool, scale, without, -1);
  const points = pointsOf(pairs, size);
  if (without !== NOBODY) count(pairs, pool, scale, without, 1);
  return points;
}

/** At a · size + b, for a < b. */
interface Pairs {
  /** By how many more judges a is put before b than b before a. */
  lead: Int32Array;
  /** How many judges marked both. */
  shared: Int32Array;
}

function count({ lead, shared }: Pairs, pool: PreparedPool, scale: Scale, judge: number, times: 1 | -1): void {
  const size = pool.pool.entries.length;
  const totals = sheetTotals(pool, scale);
  // Sheets are ordered by entry, so the first of two is always the one with the lower index.
  const sheets = sheetsOfJudge(pool, totals, judge);
  const entries = sheets.map((sheet) => pool.sheetEntry[sheet]!);
  const orders = Float64Array.from(sheets, (sheet) => totals.order[sheet]!);
  for (let i = 0; i < sheets.length; i++) {
    const row = entries[i]! * size;
    const mine = orders[i]!;
    for (let k = i + 1; k < sheets.length; k++) {
      const pair = row + entries[k]!;
      shared[pair]! += times;
      if (mine > orders[k]!) lead[pair]! += times;
      else if (mine < orders[k]!) lead[pair]! -= times;
    }
  }
}

function pointsOf({ lead, shared }: Pairs, size: number): Points {
  const points: Points = { doubled: new Float64Array(size), compared: new Float64Array(size) };
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const pair = a * size + b;
      if (shared[pair] === 0) continue;
      const sign = Math.sign(lead[pair]!);
      points.doubled[a]! += 1 + sign;
      points.doubled[b]! += 1 - sign;
      points.compared[a]!++;
      points.compared[b]!++;
    }
  }
  return points;
}
