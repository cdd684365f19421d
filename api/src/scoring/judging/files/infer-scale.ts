import Decimal from 'decimal.js';

interface InferredScale {
  minimum: string;
  maximum: string;
  step: string;
}

/** Where scales end, as far as anybody is known to use them. */
const tops = [10, 100, 1000];

/**
 * A scale on which all of these marks lie: from 0, or the lowest mark where that is below, to 10, 100 or 1000, in the
 * largest step that meets every mark. Files of marks do not state their scale, and what a rule computes from
 * factors does not depend on it. Null where a mark lies beyond every scale.
 */
export function inferScale(marks: readonly string[]): InferredScale | null {
  const thousandths = marks.map((mark) => new Decimal(mark).times(1000).toNumber());
  const lowest = thousandths.reduce((least, mark) => Math.min(least, mark), 0);
  const highest = thousandths.reduce((most, mark) => Math.max(most, mark), 0);
  const top = tops.find((candidate) => candidate * 1000 >= highest);
  if (top === undefined || lowest < -1_000_000) return null;
  const step = thousandths.reduce((divisor, mark) => greatest(divisor, Math.abs(mark)), top * 1000);
  const text = (value: number) => new Decimal(value).div(1000).toFixed();
  return { minimum: text(lowest), maximum: text(top * 1000), step: text(step) };
}

function greatest(a: number, b: number): number {
  return b === 0 ? a : greatest(b, a % b);
}
