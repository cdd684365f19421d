import { type EntryScore, type Pool, type RankRow, type ScoringRule, type Separation } from '../contract.ts';
import { exactNumber, fractionOf, roundHalfUp } from '../fraction.ts';
import { compareNaturally } from '../natural-order.ts';
import { BY_TOTAL, place } from './placing.ts';
import { type PreparedPool, preparePool } from '../pool/index.ts';
import { SHARED, tieLadder } from './tie-ladder.ts';

/**
 * The order of a pool: by rounded total, then by the rule's tie ladder; equal to the end shares the rank and leaves a gap
 * (1, 1, 3). Entries without a score come last, without a rank. Those that share a rank, or have none, are listed by
 * their lot key, shorter first.
 */
export function rank(rule: ScoringRule, given: Pool | PreparedPool, scores: readonly EntryScore[]): RankRow[] {
  const pool = preparePool(given);
  const { entries } = pool.pool;
  const totals = new Float64Array(entries.length).fill(NaN);
  for (const { entry, total } of scores) {
    const index = pool.entryIndex.get(entry);
    if (index === undefined) throw new RangeError(`${entry} is not in the pool.`);
    if (total !== null) totals[index] = exactNumber(roundHalfUp(fractionOf(total), rule.totalPlaces));
  }
  const { order, steps, ranks } = place(totals, tieLadder(rule, pool));
  const texts = new Map(scores.map(({ entry, total }) => [entry, total]));
  const ranked = Array.from(order, (entry, i): RankRow => {
    const { id } = entries[entry]!;
    const tiedBy = { before: separation(rule, steps[i]), after: separation(rule, steps[i + 1]) };
    return { entry: id, total: texts.get(id) ?? null, rank: ranks[entry]!, tiedBy };
  });
  const unranked = entries
    .filter((_, entry) => ranks[entry] === 0)
    .toSorted((a, b) => compareNaturally(a.lotKey, b.lotKey) || compareNaturally(a.id, b.id))
    .map(({ id }): RankRow => ({ entry: id, total: null, rank: null, tiedBy: { before: null, after: null } }));
  return [...ranked, ...unranked];
}

function separation(rule: ScoringRule, step: number | undefined): Separation {
  if (step === undefined || step === BY_TOTAL) return null;
  return step === SHARED ? 'SHARED' : rule.ties[step]!;
}
