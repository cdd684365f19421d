import { exactTotal, isByCriterion, NOBODY, type PreparedPool, sheetsOfJudge, sheetTotals } from '../pool/index.ts';
import { type ScoringRule } from '../contract.ts';
import { type Fraction, minus, over, plus, powerOfTen, rounded, shown, squareRoot, times, zero } from '../fraction.ts';
import { effectsOf, effectUnit } from '../scorers/judge-effect.ts';
import { judgeSpans, linearOf } from '../scorers/linear.ts';
import { rankPointsOf } from '../scorers/rank-points.ts';
import { exact, sheetsOf } from './worksheet-criteria.ts';
import { type Beside, type Use, type WorksheetSheet } from './worksheet.types.ts';
import { usesOf } from './worksheet-use.ts';
import { SCORE_PLACES, zOf } from '../scorers/z-score.ts';

/** Sheet by sheet; `sum` where their mean makes the total. */
export function worksheetSheets(
  rule: ScoringRule,
  pool: PreparedPool,
  entry: number,
): { sheets: WorksheetSheet[]; sum: Fraction | null } {
  const totals = sheetTotals(pool, rule.scale);
  const isAveraged = !isByCriterion(rule) && rule.method !== 'COPELAND';
  const isRooted = rule.method === 'Z_SCORE' || rule.method === 'JUDGE_EFFECT';
  const all = sheetsOf(pool, entry);
  const complete = all.filter((sheet) => totals.isComplete[sheet] === 1);
  const totalOf = (sheet: number) => ({ n: exactTotal(totals, totals.order[sheet]!), d: totals.denominator });
  const adjust = adjustmentOf(rule, pool);
  const { uses, used } = usesOf(
    rule,
    complete.map((sheet) => totals.order[sheet]!),
  );
  const useOf = new Map(complete.map((sheet, i) => [sheet, uses[i]!]));
  const sheets = all.map((sheet): WorksheetSheet => {
    const isComplete = totals.isComplete[sheet] === 1;
    const adjusted = isComplete && adjust ? adjust(sheet) : null;
    return {
      judge: pool.judges[pool.sheetJudge[sheet]!]!,
      total: isComplete ? exact(totalOf(sheet)) : null,
      adjusted: adjusted && exact(adjusted, !isRooted),
      beside: isComplete ? besideOf(rule, pool, sheet) : null,
      use: isAveraged ? (useOf.get(sheet) ?? missingOr(pool, sheet)) : null,
    };
  });
  if (!isAveraged || used.length === 0) return { sheets, sum: null };
  const sum = used.reduce((whole, i) => plus(whole, (adjust ?? totalOf)(complete[i]!)), zero);
  const mean = over(sum, { n: BigInt(used.length), d: 1n });
  return { sheets, sum: isRooted ? rounded(mean, SCORE_PLACES) : mean };
}

const missingOr = (pool: PreparedPool, sheet: number): Use => (pool.given[sheet] === 0 ? 'MISSING' : 'NOT_COUNTED');

/** What the method makes of a complete sheet; null where it takes the total as it is. */
function adjustmentOf(rule: ScoringRule, pool: PreparedPool): ((sheet: number) => Fraction) | null {
  switch (rule.method) {
    case 'RANK_POINTS':
      return rankPointsOf(pool, rule.scale);
    case 'LINEAR':
      return linearOf(pool, rule.scale);
    case 'Z_SCORE': {
      const z = zOf(pool, rule.scale);
      return (sheet) => plus(times(z(sheet), { n: 10n, d: 1n }), { n: 50n, d: 1n });
    }
    case 'JUDGE_EFFECT': {
      const totals = sheetTotals(pool, rule.scale);
      const effects = effectsOf(pool, rule.scale, NOBODY);
      const unit = effectUnit(pool, rule.scale);
      return (sheet) =>
        minus(
          { n: exactTotal(totals, totals.order[sheet]!), d: totals.denominator },
          { n: effects[pool.sheetJudge[sheet]!]!, d: unit },
        );
    }
    default:
      return null;
  }
}

function besideOf(rule: ScoringRule, pool: PreparedPool, sheet: number): Beside | null {
  const totals = sheetTotals(pool, rule.scale);
  const judge = pool.sheetJudge[sheet]!;
  const own = sheetsOfJudge(pool, totals, judge);
  const sheets = own.length;
  const text = (n: bigint, d = 1n) => shown({ n, d: d * totals.denominator });
  switch (rule.method) {
    case 'RANK_POINTS': {
      const isBelow = (other: number) => totals.order[other]! < totals.order[sheet]!;
      const isEqual = (other: number) => other !== sheet && totals.order[other] === totals.order[sheet];
      return { kind: 'RANK_POINTS', sheets, below: own.filter(isBelow).length, equal: own.filter(isEqual).length };
    }
    case 'LINEAR': {
      const { lowest, spread } = judgeSpans(pool, rule.scale);
      return { kind: 'LINEAR', sheets, lowest: text(lowest[judge]!), highest: text(lowest[judge]! + spread[judge]!) };
    }
    case 'Z_SCORE': {
      const values = Array.from(own, (each) => exactTotal(totals, totals.order[each]!));
      const sum = values.reduce((all, value) => all + value, 0n);
      const squares = values.reduce((all, value) => all + value * value, 0n);
      const count = BigInt(sheets);
      // √(n·Q − S²) ÷ n, with twelve decimals more than are shown.
      const root = squareRoot((count * squares - sum * sum) * powerOfTen(36));
      const deviation = text(root, count * powerOfTen(18));
      return { kind: 'Z_SCORE', sheets, mean: text(sum, count), deviation };
    }
    case 'JUDGE_EFFECT': {
      const effect = effectsOf(pool, rule.scale, NOBODY)[judge]!;
      return { kind: 'JUDGE_EFFECT', sheets, effect: shown({ n: effect, d: effectUnit(pool, rule.scale) }) };
    }
    default:
      return null;
  }
}
