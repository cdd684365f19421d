import { type ScoringRule } from '../contract.ts';
import { shown } from '../fraction.ts';
import { NOBODY, panelScore, type PreparedPool, scratch, sheetTotals } from '../pool/index.ts';
import { type TieKey } from '../ties/tie-key.ts';
import { SHARED, tieLadder } from '../ties/tie-ladder.ts';
import { declaredText } from './worksheet-criteria.ts';
import { type WorksheetTie } from './worksheet.types.ts';

/** Where the entry stands, and what the steps of the ladder saw in it and in those next to it with the same total. */
export function worksheetTie(
  rule: ScoringRule,
  pool: PreparedPool,
  totals: Float64Array,
  entry: number,
): { rank: number | null; tie: WorksheetTie | null } {
  const total = totals[entry]!;
  if (Number.isNaN(total)) return { rank: null, tie: null };
  let ahead = 0;
  const equals: number[] = [];
  for (const [other, value] of totals.entries()) {
    if (value > total) ahead++;
    else if (value === total) equals.push(other);
  }
  if (equals.length === 1) return { rank: ahead + 1, tie: null };
  const { members, steps } = tieLadder(rule, pool).resolve(equals);
  const ranks: number[] = [];
  for (const [i, step] of steps.entries()) ranks.push(i > 0 && step === SHARED ? ranks[i - 1]! : ahead + i + 1);
  const at = members.indexOf(entry);
  const from = Math.max(at - 1, 0);
  const shownRows = members.slice(from, at + 2);
  const values = ladderValues(rule, pool, equals, entry, shownRows);
  return {
    rank: ranks[at]!,
    tie: {
      steps: rule.ties,
      entries: equals.length,
      rows: shownRows.map((member, i) => ({
        entry: pool.pool.entries[member]!.id,
        rank: ranks[from + i]!,
        values: values[i]!,
      })),
    },
  };
}

/** Step by step among those still equal to the entry. */
function ladderValues(
  rule: ScoringRule,
  pool: PreparedPool,
  equals: readonly number[],
  entry: number,
  rows: readonly number[],
): (string | null)[][] {
  const ladder = tieLadder(rule, pool);
  const values = rows.map((): (string | null)[] => []);
  let group = equals;
  for (const step of rule.ties.keys()) {
    const keys = new Map(ladder.keysOf(step, group).map((key, i) => [group[i]!, key]));
    for (const [i, row] of rows.entries()) {
      const key = keys.get(row);
      values[i]!.push(key === undefined || group.length === 1 ? null : keyText(rule, pool, step, row, key));
    }
    group = group.filter((member) => keys.get(member) === keys.get(entry));
  }
  return values;
}

function keyText(rule: ScoringRule, pool: PreparedPool, step: number, entry: number, key: TieKey): string | null {
  const declared = rule.ties[step]!;
  if (key === -Infinity) return null;
  if (declared.kind === 'MEDIAN') return shown({ n: BigInt(key), d: 2n * sheetTotals(pool, rule.scale).denominator });
  if (declared.kind !== 'CRITERION') return String(key);
  const criterion = pool.rubrics[pool.pool.entries[entry]!.rubric]!.findIndex((each) => each.key === declared.key);
  const panel = panelScore(rule, pool, entry, criterion, NOBODY, scratch(pool));
  return typeof panel === 'string' ? null : declaredText(panel, rule.criterionPlaces);
}
