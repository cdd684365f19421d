import { createHash } from 'node:crypto';
import { type ScoringRule, type TieStep } from '../contract.ts';
import { firstsOf } from './firsts.ts';
import { exactNumber, type Fraction, powerOfTen } from '../fraction.ts';
import { exactTotal, panelScore, type PreparedPool, sheetTotals, sortFirst, windowOf } from '../pool/index.ts';

/** What a step of the ladder compares: more is better, but in the draw, where the lower text goes first. */
export type TieKey = number | bigint | string;

/** Steps that look at one entry alone; HEAD_TO_HEAD looks at a whole group (head-to-head.ts). */
export type LoneStep = Exclude<TieStep, { kind: 'HEAD_TO_HEAD' }>;

export function tieKey(
  step: LoneStep,
  rule: ScoringRule,
  pool: PreparedPool,
  without: number,
  entry: number,
  room: Float64Array,
): TieKey {
  switch (step.kind) {
    case 'CRITERION':
      return criterionKey(step.key, rule, pool, without, entry, room);
    case 'FIRSTS':
      return firstsOf(pool, rule.scale, without, entry);
    case 'MEDIAN':
      return doubledMedian(rule, pool, without, entry, room);
    case 'VOTES':
      return pool.pool.entries[entry]!.votes;
    case 'LOT':
      return lotOf(rule.lotSeed, pool.pool.entries[entry]!.lotKey);
  }
}

/** The draw: lower goes first. It can be repeated from the published seed and the entry numbers. */
export function lotOf(seed: string, lotKey: string): string {
  return createHash('sha256').update(`${seed}:${lotKey}`).digest('hex');
}

/** The panel score on the criterion, rounded as declared; without one, or without such a criterion, the lowest. */
function criterionKey(
  key: string,
  rule: ScoringRule,
  pool: PreparedPool,
  without: number,
  entry: number,
  room: Float64Array,
): TieKey {
  const criterion = pool.rubrics[pool.pool.entries[entry]!.rubric]!.findIndex((each) => each.key === key);
  const panel = criterion < 0 ? 'MARK_MISSING' : panelScore(rule, pool, entry, criterion, without, room);
  if (typeof panel === 'string') return -Infinity;
  return rule.criterionPlaces === null ? orderOf(pool, panel) : exactNumber(panel.n);
}

/**
 * A number that orders the exact panel scores n ÷ d of a pool. Two that differ are at least 1 ÷ (d·d') apart. Division of
 * JS numbers is rounded correctly, so it keeps them apart while d·d' · quotient · 2^-52 < 1, which the largest mark and
 * panel prove for all but absurd pools; for those, 60 decimals do.
 */
function orderOf({ largestMark, mostSheets }: PreparedPool, { n, d }: Fraction): TieKey {
  return largestMark * mostSheets * (1000 * mostSheets) < 2 ** 51 ? Number(n) / Number(d) : (n * powerOfTen(60)) / d;
}

/** Twice the median of the complete sheets' totals, so that it is whole; none is the lowest. */
function doubledMedian(
  { scale }: ScoringRule,
  pool: PreparedPool,
  without: number,
  entry: number,
  room: Float64Array,
): TieKey {
  const totals = sheetTotals(pool, scale);
  let count = 0;
  for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
    if (totals.isComplete[s] && pool.sheetJudge[s] !== without) room[count++] = totals.order[s]!;
  }
  const window = windowOf({ method: 'MEDIAN', dropLowest: 0, dropHighest: 0 }, count);
  if (!window) return -Infinity;
  sortFirst(room, count);
  const [low, high] = [room[window.from]!, room[window.to - 1]!];
  return totals.distinct ? exactTotal(totals, low) + exactTotal(totals, high) : low + high;
}
