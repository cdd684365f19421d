import Decimal from 'decimal.js';

/** Enough digits that no intermediate value of ours is ever rounded before the declared step. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

interface Scale {
  id: string;
  weight: string;
  maximum: string;
}

/**
 * The total of a sheet out of 100: the weighted mean of mark ÷ maximum over the criteria that have a mark,
 * Σ wᵢ·(mᵢ/maxᵢ) ÷ Σ wᵢ × 100, rounded half up to two decimals. Null while no mark is given.
 */
export function sheetTotal(criteria: readonly Scale[], marks: ReadonlyMap<string, string>): string | null {
  const given = criteria.filter(({ id }) => marks.has(id));
  if (given.length === 0) return null;
  let weighted = new Exact(0);
  let weights = new Exact(0);
  for (const { id, weight, maximum } of given) {
    weighted = weighted.plus(new Exact(marks.get(id) ?? 0).times(weight).div(maximum));
    weights = weights.plus(weight);
  }
  return weighted.times(100).div(weights).toFixed(2);
}

/** Whether a mark lies on the scale: from the minimum to the maximum, a whole number of steps above the minimum. */
export function isOnScale(value: string, scale: { minimum: string; maximum: string; step: string }): boolean {
  const mark = new Exact(value);
  return mark.gte(scale.minimum) && mark.lte(scale.maximum) && mark.minus(scale.minimum).mod(scale.step).isZero();
}
