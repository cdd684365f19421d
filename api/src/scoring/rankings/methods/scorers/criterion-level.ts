import { type NoScore, type ScoringRule } from '../contract.ts';
import {
  countMarked,
  factoredScore,
  factorsOf,
  once,
  type Outcome,
  panelScore,
  panelSum,
  type PreparedPool,
  type Scorer,
  scratch,
  wholeCoefficients,
} from '../pool/index.ts';
import { type Fraction, plus, zero } from '../fraction.ts';

type Sum = (entry: number) => Fraction | NoScore;

/**
 * MEAN, TRIMMED_MEAN and MEDIAN at CRITERION level: total = Σ over the criteria of the factored score
 * (panel-score.ts), each rounded where the rule says so. A criterion that nobody has marked leaves no total.
 *
 * The rule of figure skating's program components is of this kind: FACTORS, one highest and one lowest mark dropped,
 * two places at every step (ISU Special Regulations, rule 353).
 */
export function criterionLevel(rule: ScoringRule, pool: PreparedPool, without: number): Scorer {
  const inFractions = sumOfFractions(rule, pool, without);
  const sumOf = sumOfIntegers(rule, pool, without, inFractions) ?? inFractions;
  return (entry): Outcome => {
    const { sheets, reason } = countMarked(rule, pool, entry, without);
    if (reason) return { sheets, value: null, reason };
    const sum = sumOf(entry);
    return typeof sum === 'string' ? { sheets, value: null, reason: sum } : { sheets, value: sum, reason: null };
  };
}

function sumOfFractions(rule: ScoringRule, pool: PreparedPool, without: number): Sum {
  const room = scratch(pool);
  const factors = pool.rubrics.map((_, rubric) => factorsOf(rule, pool, rubric));
  return (entry) => {
    let sum = zero;
    for (const [criterion, factor] of factors[pool.pool.entries[entry]!.rubric]!.entries()) {
      const panel = panelScore(rule, pool, entry, criterion, without, room);
      if (typeof panel === 'string') return panel;
      sum = plus(sum, factoredScore(rule, factor, panel));
    }
    return sum;
  };
}

/**
 * The same for the most common case, many times as fast: nothing is rounded on the way, and every criterion has as many
 * marks that count, so that Σ coefficient · marks over their number is the sum. Null where that could pass 2^53.
 */
function sumOfIntegers(rule: ScoringRule, pool: PreparedPool, without: number, otherwise: Sum): Sum | null {
  if (rule.criterionPlaces !== null || rule.factoredPlaces !== null) return null;
  const { coefficients, denominator, largestSum } = once(pool, `coefficients ${rule.scale}`, () =>
    wholeCoefficients(pool, rule.scale),
  );
  if (largestSum * BigInt(pool.largestMark) * BigInt(pool.mostSheets) >= 2n ** 53n) return null;
  const numbers = coefficients.map((row) => (row ?? []).map(Number));
  const room = scratch(pool);
  return (entry) => {
    const row = numbers[pool.pool.entries[entry]!.rubric]!;
    let sum = 0;
    let size = 0;
    for (let criterion = 0; criterion < row.length; criterion++) {
      const panel = panelSum(rule, pool, entry, criterion, without, room);
      if (typeof panel === 'string') return panel;
      if (criterion > 0 && panel.size !== size) return otherwise(entry);
      size = panel.size;
      sum += row[criterion]! * panel.sum;
    }
    return { n: BigInt(sum), d: denominator * BigInt(size) };
  };
}
