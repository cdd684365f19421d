import { type NoScore, type ScoringRule } from '../contract.ts';
import { exactNumber, roundHalfUp } from '../fraction.ts';
import { NOBODY, type PreparedPool } from '../pool/index.ts';
import { scorerOf } from './scorer.ts';

/** A way of scoring that leaves entries without the score they have as declared. */
export interface Skipped {
  reason: NoScore | 'TOO_MANY_ENTRIES' | 'TOO_LARGE';
  /** How many entries it concerns. */
  entries: number;
}

/** Totals in units of 10^-totalPlaces; NaN where there is none. */
export function declaredTotals(rule: ScoringRule, pool: PreparedPool): Float64Array {
  const outcomeOf = scorerOf(rule, pool);
  return Float64Array.from(pool.pool.entries, (_, entry) => {
    const { value } = outcomeOf(entry);
    return value ? exactNumber(roundHalfUp(value, rule.totalPlaces)) : NaN;
  });
}

/**
 * The totals of the given entries another way, written over `totals`. They are the entries with a score as declared, so
 * the quorum is not asked again; where one of them has no score this way, the way is skipped.
 */
export function totalsAnotherWay(
  rule: ScoringRule,
  pool: PreparedPool,
  entries: Iterable<number>,
  totals: Float64Array,
  without = NOBODY,
): Skipped | null {
  const outcomeOf = scorerOf({ ...rule, quorum: 0 }, pool, without);
  const lost: NoScore[] = [];
  for (const entry of entries) {
    const { value, reason } = outcomeOf(entry);
    if (value) totals[entry] = exactNumber(roundHalfUp(value, rule.totalPlaces));
    else lost.push(reason);
  }
  return lost[0] ? { reason: lost[0], entries: lost.length } : null;
}
