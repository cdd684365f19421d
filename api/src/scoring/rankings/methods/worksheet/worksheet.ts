import { type Pool, type ScoringRule } from '../contract.ts';
import { countComplete, countMarked, isByCriterion, NOBODY, type PreparedPool, preparePool } from '../pool/index.ts';
import { toDecimal } from '../fraction.ts';
import { checkRule } from '../scorers/score.ts';
import { declaredTotals } from '../scorers/totals.ts';
import { exact, worksheetCriteria } from './worksheet-criteria.ts';
import { worksheetPairs } from './worksheet-pairs.ts';
import { worksheetSheets } from './worksheet-sheets.ts';
import { worksheetTie } from './worksheet-tie.ts';
import { type Worksheet } from './worksheet.types.ts';

/**
 * Recomputes the score of one entry from its marks, step by step, so that everybody can follow. It is made from the steps
 * it shows and not from what `score` says; that both agree is a test.
 */
export function worksheet(rule: ScoringRule, given: Pool | PreparedPool, entryId: string): Worksheet {
  checkRule(rule);
  const pool = preparePool(given);
  const entry = pool.entryIndex.get(entryId);
  if (entry === undefined) throw new RangeError(`${entryId} is not in the pool.`);
  const byCriteria = worksheetCriteria(rule, pool, entry);
  const bySheets = worksheetSheets(rule, pool, entry);
  const byPairs = rule.method === 'COPELAND' ? worksheetPairs(rule, pool, entry) : null;
  const { sheets: counted, reason } = (isByCriterion(rule) ? countMarked : countComplete)(rule, pool, entry, NOBODY);
  const value = reason ? null : (byPairs?.sum ?? (isByCriterion(rule) ? byCriteria.sum : bySheets.sum));
  return {
    entry: entryId,
    method: rule.method,
    level: rule.level,
    scale: rule.scale,
    criteria: byCriteria.criteria,
    sheets: bySheets.sheets,
    pairs: byPairs?.pairs ?? [],
    counted,
    sum: value && exact(value, rule.method !== 'Z_SCORE' && rule.method !== 'JUDGE_EFFECT'),
    total: value && toDecimal(value, rule.totalPlaces),
    reason: value ? null : (reason ?? whatIsMissing(byCriteria.criteria, isByCriterion(rule))),
    ...worksheetTie(rule, pool, declaredTotals(rule, pool), entry),
  };
}

/** With sheets enough, either a criterion has no mark at all, or too few to drop any. */
function whatIsMissing(criteria: Worksheet['criteria'], isCriterionLevel: boolean): Worksheet['reason'] {
  if (!isCriterionLevel) return 'TOO_FEW_MARKS';
  const first = criteria.find(({ mean }) => mean === null);
  return first?.marks.some(({ mark }) => mark !== null) ? 'TOO_FEW_MARKS' : 'MARK_MISSING';
}
