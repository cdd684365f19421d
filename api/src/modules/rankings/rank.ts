import Decimal from 'decimal.js';

/** Enough digits that nothing is rounded before the declared step. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

export interface RankCriterion {
  id: string;
  weight: string;
  maximum: string;
}

/** The submitted sheets of one entry, per criterion: the sum of the marks and how many there are. */
export interface RankInput {
  entryId: string;
  criteria: ReadonlyMap<string, { sum: string; count: number }>;
}

export interface Ranked {
  entryId: string;
  /** Equal scores share a rank and leave a gap: 1, 1, 3. Null where there is no score. */
  rank: number | null;
  /** Out of 100, rounded half up to two decimals; null unless every criterion has a mark. */
  score: string | null;
  /** The mean mark per criterion on its own scale, two decimals, half up. */
  means: ReadonlyMap<string, string>;
}

/**
 * The weighted mean: score = 100 · Σ wᵢ·(mean markᵢ ÷ maximumᵢ) ÷ Σ wᵢ over all criteria, in decimal arithmetic, with
 * one rounding (half up, two decimals) at the end. An entry without a mark on some criterion has no score and comes
 * last: a missing mark is never a zero. Rows come back in rank order, those that tie in the order they were given.
 */
export function rank(criteria: readonly RankCriterion[], inputs: readonly RankInput[]): Ranked[] {
  const scored = inputs.map((input) => ({
    entryId: input.entryId,
    score: scoreOf(criteria, input),
    means: new Map(
      [...input.criteria].map(([id, { sum, count }]) => [id, new Exact(sum).div(count).toFixed(2)] as const),
    ),
  }));
  const ordered = scored.toSorted((a, b) => {
    if (a.score === null || b.score === null) return Number(a.score === null) - Number(b.score === null);
    return new Exact(b.score).comparedTo(a.score);
  });
  let place = 0;
  return ordered.map((row, index) => {
    if (row.score !== ordered[index - 1]?.score) place = index + 1;
    return { ...row, rank: row.score === null ? null : place };
  });
}

function scoreOf(criteria: readonly RankCriterion[], input: RankInput): string | null {
  let weighted = new Exact(0);
  let weights = new Exact(0);
  for (const { id, weight, maximum } of criteria) {
    const marks = input.criteria.get(id);
    if (!marks || marks.count === 0) return null;
    weighted = weighted.plus(new Exact(marks.sum).times(weight).div(maximum).div(marks.count));
    weights = weights.plus(weight);
  }
  return weights.isZero() ? null : weighted.times(100).div(weights).toFixed(2);
}
