import { type ScoringRule } from './contract.ts';
import { countMarked } from './counting.ts';
import { plus, zero } from './fraction.ts';
import { factoredScore, factorsOf, panelScore } from './panel-score.ts';
import { type Outcome, type Scorer } from './outcome.ts';
import { type PreparedPool } from './prepared-pool.ts';
import { scratch } from './window.ts';

/**
 * MEAN, TRIMMED_MEAN and MEDIAN at CRITERION level: total = Σ over the criteria of the factored score
 * (panel-score.ts), each rounded where the rule says so. A criterion that nobody has marked leaves no total.
 *
 * The rule of figure skating's program components is of this kind: FACTORS, one highest and one lowest mark dropped,
 * two places at every step (ISU Special Regulations, rule 353).
 */
export function criterionLevel(rule: ScoringRule, pool: PreparedPool, without: number): Scorer {
  const room = scratch(pool);
  const factors = pool.rubrics.map((_, rubric) => factorsOf(rule, pool, rubric));
  return (entry): Outcome => {
    const { sheets, reason } = countMarked(rule, pool, entry, without);
    if (reason) return { sheets, value: null, reason };
    let value = zero;
    for (const [criterion, factor] of factors[pool.pool.entries[entry]!.rubric]!.entries()) {
      const panel = panelScore(rule, pool, entry, criterion, without, room);
      if (typeof panel === 'string') return { sheets, value: null, reason: panel };
      value = plus(value, factoredScore(rule, factor, panel));
    }
    return { sheets, value, reason: null };
  };
}
