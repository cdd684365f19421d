import { type CriterionScore, type EntryScore, type Pool, type ScoringRule } from '../contract.ts';
import { decimalText, roundHalfUp, shown, toDecimal } from '../fraction.ts';
import {
  factoredScore,
  factorsOf,
  isByCriterion,
  NOBODY,
  panelScore,
  type PreparedPool,
  preparePool,
  scratch,
} from '../pool/index.ts';
import { scorerOf } from './scorer.ts';

/**
 * The scores of a pool under a declared rule, in the order of its entries. Exact: no digit depends on binary floating
 * point, nor on the order in which entries, judges or sheets are given. COPELAND throws a PoolTooLargeError on pools
 * of more than COPELAND_LIMIT entries.
 */
export function score(rule: ScoringRule, given: Pool | PreparedPool): EntryScore[] {
  checkRule(rule);
  const pool = preparePool(given);
  const outcomeOf = scorerOf(rule, pool);
  const criteriaOf = criterionScores(rule, pool);
  return pool.pool.entries.map(({ id }, entry) => {
    const { value, reason, sheets } = outcomeOf(entry);
    return {
      entry: id,
      total: value && decimalText(roundHalfUp(value, rule.totalPlaces), rule.totalPlaces),
      reason,
      sheets,
      criteria: criteriaOf(entry),
    };
  });
}

function criterionScores(rule: ScoringRule, pool: PreparedPool): (entry: number) => CriterionScore[] {
  const room = scratch(pool);
  const isFinal = isByCriterion(rule);
  const factors = pool.rubrics.map((rubric, index) =>
    isFinal && rubric.some(({ weight }) => weight > 0) ? factorsOf(rule, pool, index) : null,
  );
  const text = (value: Parameters<typeof shown>[0], places: number | null) =>
    places === null ? shown(value) : toDecimal(value, places);
  return (entry) => {
    const { rubric } = pool.pool.entries[entry]!;
    return (pool.rubrics[rubric] ?? []).map(({ id }, criterion) => {
      const panel = panelScore(rule, pool, entry, criterion, NOBODY, room);
      if (typeof panel === 'string') return { criterion: id, panelScore: null, factoredScore: null };
      const factor = factors[rubric]?.[criterion];
      return {
        criterion: id,
        panelScore: text(panel, rule.criterionPlaces),
        factoredScore: factor ? text(factoredScore(rule, factor, panel), rule.factoredPlaces) : null,
      };
    });
  };
}

/** A rule that asks for the impossible is refused as a whole. */
export function checkRule(rule: ScoringRule): void {
  for (const places of [rule.criterionPlaces, rule.factoredPlaces, rule.totalPlaces]) {
    if (places !== null && !(Number.isInteger(places) && places >= 0 && places <= 9))
      throw new RangeError(`${places} is not a number of decimals from 0 to 9.`);
  }
  for (const count of [rule.dropHighest, rule.dropLowest, rule.quorum]) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`${count} is not a number of sheets.`);
  }
}
