import { type NoScore, type ScoringRule } from '../contract.ts';
import { type Fraction, rounded, times } from '../fraction.ts';
import { type PreparedPool, MISSING } from './prepared-pool.ts';
import { sheetTotals } from './sheet-totals.ts';
import { isByCriterion, sortFirst, windowOf } from './window.ts';

/** Enough of it for the marks of any one entry on one criterion. */
type Room = Float64Array;

type NoPanel = Extract<NoScore, 'MARK_MISSING' | 'TOO_FEW_MARKS'>;

/**
 * What the judges' marks on one criterion come to, on the mark's own scale: the mean of those in the method's window
 * (window.ts), rounded half up to criterionPlaces. At CRITERION level a sheet that lacks one mark still gives its
 * others; beside the other methods, which have no such step, it is the plain mean over the complete sheets.
 */
export function panelScore(
  rule: ScoringRule,
  pool: PreparedPool,
  entry: number,
  criterion: number,
  without: number,
  room: Room,
): Fraction | NoPanel {
  const panel = panelSum(rule, pool, entry, criterion, without, room);
  if (typeof panel === 'string') return panel;
  return rounded({ n: BigInt(panel.sum), d: BigInt(1000 * panel.size) }, rule.criterionPlaces);
}

/** The marks that count, added up in thousandths, and how many they are. */
export function panelSum(
  rule: ScoringRule,
  pool: PreparedPool,
  entry: number,
  criterion: number,
  without: number,
  room: Room,
): { sum: number; size: number } | NoPanel {
  const isFinal = isByCriterion(rule);
  const isComplete = isFinal ? null : sheetTotals(pool, rule.scale).isComplete;
  let count = 0;
  for (let s = pool.entryStart[entry]!; s < pool.entryStart[entry + 1]!; s++) {
    const mark = pool.marks[s * pool.width + criterion]!;
    if (mark === MISSING || pool.sheetJudge[s] === without || isComplete?.[s] === 0) continue;
    room[count++] = mark;
  }
  if (count === 0) return 'MARK_MISSING';
  const window = isFinal ? windowOf(rule, count) : { from: 0, to: count };
  if (!window) return 'TOO_FEW_MARKS';
  const size = window.to - window.from;
  if (size < count) sortFirst(room, count);
  // At most 2^31 each: no panel is large enough for the sum to pass 2^53.
  let sum = 0;
  for (let i = window.from; i < window.to; i++) sum += room[i]!;
  return { sum, size };
}

/**
 * What the criterion adds to the total: panel score × factor (FACTORS) or panel score ÷ maximum × 100 × weight ÷
 * Σ weights (PERCENT), rounded half up to factoredPlaces.
 */
export function factoredScore(rule: ScoringRule, factor: Fraction, panel: Fraction): Fraction {
  return rounded(times(panel, factor), rule.factoredPlaces);
}

/** Per criterion of an entry's rubric what its panel score is multiplied by; the weights must not add up to nothing. */
export function factorsOf({ scale }: Pick<ScoringRule, 'scale'>, pool: PreparedPool, rubric: number): Fraction[] {
  const criteria = pool.rubrics[rubric] ?? [];
  if (scale === 'FACTORS') return criteria.map(({ weight }) => ({ n: BigInt(weight), d: 1000n }));
  const weights = criteria.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  return criteria.map(({ key, weight, maximum }) => {
    if (maximum <= 0) throw new RangeError(`The scale of ${key} has no length.`);
    return { n: 100_000n * BigInt(weight), d: BigInt(maximum) * weights };
  });
}
