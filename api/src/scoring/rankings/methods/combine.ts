import { compare, type Fraction, fractionOf, over, plus, shown, times, toDecimal, zero } from './fraction.ts';

/**
 * How a term's values become 0 to 100. SCORE: as they are. RANK_POINTS (Borda): 100 · (values strictly below + ½ · others
 * equal) ÷ (n − 1) among the n entries with a value; 50 where n = 1. SHARE: 100 · value ÷ the largest value; 0 where that
 * is not above zero.
 */
type TermForm = 'SCORE' | 'RANK_POINTS' | 'SHARE';

/** A stage or a public vote, as it enters a combined result. Numbers are decimal strings. */
export interface Term {
  key: string;
  weight: string;
  as: TermForm;
  /** By entry; null, or no value at all, where there is none. */
  values: ReadonlyMap<string, string | null>;
}

interface CombinedTerm {
  key: string;
  /** On 0 to 100, to six decimals at most. */
  value: string | null;
  /** weight · value ÷ Σ weight, to six decimals at most. */
  part: string | null;
}

interface Combined {
  entry: string;
  /** With exactly the places asked for; null where a term that weighs anything has no value. */
  total: string | null;
  terms: readonly CombinedTerm[];
}

/**
 * Stages by declared weights: total = Σ weight · value ÷ Σ weight over all terms, with one rounding (half up) at the end.
 * Entries come in the order in which the terms first name them. No total where all weights are zero.
 */
export function combine(terms: readonly Term[], places: number): Combined[] {
  const weighted = terms.map((term) => ({ ...term, weight: weightOf(term), scaled: scaledValues(term) }));
  const weights = weighted.reduce((sum, { weight }) => plus(sum, weight), zero);
  const entries = new Set(terms.flatMap((term) => [...term.values.keys()]));
  return Array.from(entries, (entry): Combined => {
    let total: Fraction | null = weights.n > 0n ? zero : null;
    const parts = weighted.map(({ key, weight, scaled }): CombinedTerm => {
      const value = scaled.get(entry);
      if (!value) {
        if (weight.n > 0n) total = null;
        return { key, value: null, part: null };
      }
      const part = weights.n > 0n ? over(times(weight, value), weights) : null;
      total &&= part && plus(total, part);
      return { key, value: shown(value), part: part && shown(part) };
    });
    return { entry, total: total && toDecimal(total, places), terms: parts };
  });
}

function weightOf({ key, weight }: Term): Fraction {
  const exact = fractionOf(weight);
  if (exact.n < 0n) throw new RangeError(`The weight of ${key} is below zero.`);
  return exact;
}

function scaledValues({ as, values }: Term): Map<string, Fraction> {
  const given = [...values].flatMap(([entry, text]) => (text === null ? [] : [{ entry, value: fractionOf(text) }]));
  if (as === 'SCORE') return new Map(given.map(({ entry, value }) => [entry, value]));
  const ascending = given.toSorted((a, b) => compare(a.value, b.value));
  const largest = ascending.at(-1)?.value ?? zero;
  if (as === 'RANK_POINTS') return sharedRankPoints(ascending);
  const share = (value: Fraction) => (largest.n > 0n ? over(times({ n: 100n, d: 1n }, value), largest) : zero);
  return new Map(given.map(({ entry, value }) => [entry, share(value)]));
}

function sharedRankPoints(ascending: readonly { entry: string; value: Fraction }[]): Map<string, Fraction> {
  if (ascending.length === 1) return new Map([[ascending[0]!.entry, { n: 50n, d: 1n }]]);
  const points = new Map<string, Fraction>();
  for (let from = 0, to = 0; from < ascending.length; from = to) {
    while (to < ascending.length && compare(ascending[to]!.value, ascending[from]!.value) === 0) to++;
    const doubled = 2 * from + (to - from - 1);
    for (const { entry } of ascending.slice(from, to))
      points.set(entry, { n: BigInt(100 * doubled), d: BigInt(2 * (ascending.length - 1)) });
  }
  return points;
}
