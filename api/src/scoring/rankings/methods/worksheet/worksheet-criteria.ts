import { type ScoringRule } from '../contract.ts';
import { decimalText, type Fraction, fractionText, plus, rounded, shown, toDecimal, zero } from '../fraction.ts';
import { factoredScore, factorsOf, isByCriterion, MISSING, type PreparedPool, sheetTotals } from '../pool/index.ts';
import { type Exact, type Use, type WorksheetCriterion } from './worksheet.types.ts';
import { usesOf } from './worksheet-use.ts';

export function exact(value: Fraction, isFraction = true): Exact {
  return { fraction: isFraction ? fractionText(value) : null, decimal: toDecimal(value, 6) };
}

/** Criterion by criterion; `sum` where the criteria make the total and all of them have a mark that counts. */
export function worksheetCriteria(
  rule: ScoringRule,
  pool: PreparedPool,
  entry: number,
): { criteria: WorksheetCriterion[]; sum: Fraction | null } {
  const { rubric } = pool.pool.entries[entry]!;
  const declared = pool.pool.rubrics[rubric]!;
  const hasWeight = rule.scale === 'FACTORS' || pool.rubrics[rubric]!.some(({ weight }) => weight > 0);
  const factors = isByCriterion(rule) && hasWeight ? factorsOf(rule, pool, rubric) : null;
  let sum: Fraction | null = factors && declared.length > 0 ? zero : null;
  const criteria = declared.map(({ id, key, weight, maximum }, index): WorksheetCriterion => {
    const { marks, mean } = marksOn(rule, pool, entry, index);
    const panel = mean && rounded(mean, rule.criterionPlaces);
    const factor = factors?.[index] ?? null;
    const factored = panel && factor && factoredScore(rule, factor, panel);
    sum &&= factored && plus(sum, factored);
    return {
      criterion: id,
      key,
      weight,
      maximum,
      marks,
      mean: mean && exact(mean),
      panelScore: panel && declaredText(panel, rule.criterionPlaces),
      factor: factor && exact(factor),
      factoredScore: factored && declaredText(factored, rule.factoredPlaces),
    };
  });
  return { criteria, sum };
}

/** As many decimals as declared; where none are, six at most. */
export function declaredText(value: Fraction, places: number | null): string {
  return places === null ? shown(value) : toDecimal(value, places);
}

function marksOn(
  rule: ScoringRule,
  pool: PreparedPool,
  entry: number,
  criterion: number,
): { marks: WorksheetCriterion['marks']; mean: Fraction | null } {
  const isFinal = isByCriterion(rule);
  const { isComplete } = sheetTotals(pool, rule.scale);
  const sheets = sheetsOf(pool, entry);
  const markOf = (sheet: number) => pool.marks[sheet * pool.width + criterion]!;
  const counted = sheets.filter((sheet) => markOf(sheet) !== MISSING && (isFinal || isComplete[sheet] === 1));
  const { uses, used } = usesOf(
    isFinal ? rule : { method: 'MEAN', dropLowest: 0, dropHighest: 0 },
    counted.map((sheet) => markOf(sheet)),
  );
  const useOf = new Map(counted.map((sheet, i) => [sheet, uses[i]!]));
  const sum = used.reduce((total, i) => total + BigInt(markOf(counted[i]!)), 0n);
  return {
    marks: sheets.map((sheet) => {
      const mark = markOf(sheet);
      const use: Use = mark === MISSING ? 'MISSING' : (useOf.get(sheet) ?? 'NOT_COUNTED');
      return { judge: pool.judges[pool.sheetJudge[sheet]!]!, mark: mark === MISSING ? null : plainMark(mark), use };
    }),
    mean: used.length > 0 ? { n: sum, d: BigInt(1000 * used.length) } : null,
  };
}

export function sheetsOf(pool: PreparedPool, entry: number): number[] {
  const [from, to] = [pool.entryStart[entry]!, pool.entryStart[entry + 1]!];
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function plainMark(thousandths: number): string {
  return decimalText(thousandths, 3).replace(/\.?0+$/, '');
}
