import { type Pool, type PoolCriterion, type PoolSheet } from '../contract.ts';
import { compareNaturally } from '../natural-order.ts';
import { thousandths } from '../thousandths.ts';

/** In PreparedPool.marks: the judge gave none. */
export const MISSING = -0x8000_0000;

/** Where a judge may be left out of a computation: none is. */
export const NOBODY = -1;

/** All three in thousandths. */
export interface PreparedCriterion {
  id: string;
  key: string;
  weight: number;
  minimum: number;
  maximum: number;
}

/**
 * A pool, parsed once and packed, so that many methods can run on it. Entries keep their order and are known by index
 * from here on; judges are ordered naturally; sheets are ordered by entry, then judge. What is derived from a prepared
 * pool is memoized with it (see memo.ts), so it must never be changed.
 */
export interface PreparedPool {
  readonly pool: Pool;
  readonly rubrics: readonly (readonly PreparedCriterion[])[];
  readonly judges: readonly string[];
  readonly entryIndex: ReadonlyMap<string, number>;
  /** Sheets of entry e: entryStart[e] up to and without entryStart[e + 1]. */
  readonly entryStart: Int32Array;
  readonly sheetEntry: Int32Array;
  readonly sheetJudge: Int32Array;
  /** Sheets of judge j: judgeSheets[judgeStart[j]] up to and without judgeSheets[judgeStart[j + 1]]. */
  readonly judgeStart: Int32Array;
  readonly judgeSheets: Int32Array;
  /** The most criteria a rubric has. The mark on criterion c of sheet s: marks[s * width + c], in thousandths. */
  readonly width: number;
  readonly marks: Int32Array;
  /** How many marks a sheet gives. */
  readonly given: Int32Array;
  /** The largest mark in size, in thousandths. */
  readonly largestMark: number;
  /** The most sheets any entry has. */
  readonly mostSheets: number;
}

export function preparePool(pool: Pool | PreparedPool): PreparedPool {
  if ('judgeSheets' in pool) return pool;
  const rubrics = pool.rubrics.map((rubric) => rubric.map(prepareCriterion));
  const entryIndex = new Map(pool.entries.map((entry, index) => [entry.id, index]));
  if (entryIndex.size < pool.entries.length) throw new RangeError('An entry is in the pool twice.');
  const { judges, judgeOf } = namedJudges(pool.sheets);
  const entryOf = new Int32Array(pool.sheets.length);
  for (let given = 0; given < entryOf.length; given++) {
    const entry = entryIndex.get(pool.sheets[given]!.entry);
    if (entry === undefined)
      throw new RangeError(`A sheet marks ${pool.sheets[given]!.entry}, which is not in the pool.`);
    entryOf[given] = entry;
  }
  const byJudge = grouped(judges.length, judgeOf, Int32Array.from(judgeOf.keys()));
  const byEntry = grouped(pool.entries.length, entryOf, byJudge.members);
  const sheetEntry = byEntry.members.map((given) => entryOf[given]!);
  const sheetJudge = byEntry.members.map((given) => judgeOf[given]!);
  for (let s = 1; s < sheetEntry.length; s++) {
    if (sheetEntry[s] === sheetEntry[s - 1] && sheetJudge[s] === sheetJudge[s - 1])
      throw new RangeError(`${judges[sheetJudge[s]!]} has two sheets for ${pool.entries[sheetEntry[s]!]!.id}.`);
  }
  const judged = grouped(judges.length, sheetJudge, Int32Array.from(sheetJudge.keys()));
  return {
    pool,
    rubrics,
    judges,
    entryIndex,
    entryStart: byEntry.start,
    sheetEntry,
    sheetJudge,
    judgeStart: judged.start,
    judgeSheets: judged.members,
    mostSheets: byEntry.start.reduce((most, start, e) => Math.max(most, start - (byEntry.start[e - 1] ?? 0)), 0),
    ...packMarks(pool, byEntry.members, sheetEntry),
  };
}

/** The judges in natural order, and per sheet the index of its judge. */
function namedJudges(sheets: readonly PoolSheet[]): { judges: string[]; judgeOf: Int32Array } {
  const met = new Map<string, number>();
  const judgeOf = new Int32Array(sheets.length);
  for (let given = 0; given < judgeOf.length; given++) {
    const { judge } = sheets[given]!;
    let index = met.get(judge);
    if (index === undefined) met.set(judge, (index = met.size));
    judgeOf[given] = index;
  }
  const judges = [...met.keys()].toSorted(compareNaturally);
  const place = new Int32Array(judges.length);
  for (const [index, judge] of judges.entries()) place[met.get(judge)!] = index;
  return { judges, judgeOf: judgeOf.map((index) => place[index]!) };
}

function prepareCriterion({ id, key, weight, minimum, maximum }: PoolCriterion): PreparedCriterion {
  const prepared = {
    id,
    key,
    weight: thousandths(weight),
    minimum: thousandths(minimum),
    maximum: thousandths(maximum),
  };
  if (prepared.weight < 0) throw new RangeError(`The weight of ${key} is below zero.`);
  return prepared;
}

/** A counting sort: `items` by group, otherwise in the order they are in. */
function grouped(groups: number, groupOf: Int32Array, items: Int32Array): { start: Int32Array; members: Int32Array } {
  const start = new Int32Array(groups + 1);
  for (const item of items) start[groupOf[item]! + 1]!++;
  for (let group = 0; group < groups; group++) start[group + 1]! += start[group]!;
  const next = start.slice();
  const members = new Int32Array(items.length);
  for (const item of items) members[next[groupOf[item]!]!++] = item;
  return { start, members };
}

function packMarks(
  pool: Pool,
  order: Int32Array,
  sheetEntry: Int32Array,
): Pick<PreparedPool, 'width' | 'marks' | 'given' | 'largestMark'> {
  const width = pool.rubrics.reduce((widest, rubric) => Math.max(widest, rubric.length), 0);
  const marks = new Int32Array(order.length * width).fill(MISSING);
  const given = new Int32Array(order.length);
  let largestMark = 0;
  for (let s = 0; s < order.length; s++) {
    const sheet = pool.sheets[order[s]!]!;
    checkLength(pool, sheet, sheetEntry[s]!);
    let count = 0;
    for (let c = 0; c < sheet.marks.length; c++) {
      const text = sheet.marks[c];
      if (text == null) continue;
      const mark = thousandths(text);
      marks[s * width + c] = mark;
      largestMark = Math.max(largestMark, Math.abs(mark));
      count++;
    }
    given[s] = count;
  }
  return { width, marks, given, largestMark };
}

function checkLength(pool: Pool, sheet: PoolSheet, entry: number): void {
  const rubric = pool.rubrics[pool.entries[entry]!.rubric];
  if (!rubric) throw new RangeError(`${sheet.entry} has no rubric in the pool.`);
  if (sheet.marks.length !== rubric.length)
    throw new RangeError(`A sheet for ${sheet.entry} has ${sheet.marks.length} marks on ${rubric.length} criteria.`);
}
