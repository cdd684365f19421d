import type { Problems } from '../../../core/tables/problems.ts';
import { readColumns } from '../../../core/tables/read-columns.ts';

interface CriterionLine {
  category: string;
  criterion: string;
  /** Decimal, above 0. */
  factor: string;
}

export interface MarkLine {
  category: string;
  entry: string;
  judge: string;
  criterion: string;
  /** Decimal; null where the judge gave none. */
  score: string | null;
  line: number;
}

export interface MarkFile {
  criteria: readonly CriterionLine[];
  marks: readonly MarkLine[];
}

/** What a mark may be: at most five digits before the point and three after it. */
const number = /^-?\d{1,5}(?:\.\d{1,3}0*)?$/;

/** `category,criterion,factor`, a line each, in the order in which criteria are shown. */
export function readCriteria(text: string, problems: Problems): CriterionLine[] {
  const lines: CriterionLine[] = [];
  const seen = new Set<string>();
  readColumns(
    text,
    'criteria',
    ['category', 'criterion', 'factor'],
    problems,
    ([category, criterion, factor], line) => {
      const at = { section: 'criteria', line };
      if (category === '' || criterion === '') problems.error(at, 'names no category or no criterion');
      else if (!number.test(factor) || Number(factor) <= 0) {
        problems.error({ ...at, column: 'factor' }, `"${factor}" is not a number above 0 with at most 3 decimals`);
      } else if (seen.has(pair(category, criterion))) {
        problems.error(at, `says ${criterion} of ${category} again`);
      } else {
        seen.add(pair(category, criterion));
        lines.push({ category, criterion, factor });
      }
    },
  );
  if (lines.length === 0 && problems.errorCount === 0) problems.error({ section: 'criteria' }, 'holds no criterion');
  return lines;
}

/**
 * `category,entry,judge,criterion,score`, a line each. An empty score means that the judge gave none, and so does the
 * number `missing`, where one is named.
 */
export function readMarkLines(
  text: string,
  criteria: readonly CriterionLine[],
  missing: string | null,
  problems: Problems,
): MarkLine[] {
  const lines: MarkLine[] = [];
  const known = new Set(criteria.map(({ category, criterion }) => pair(category, criterion)));
  const seen = new Set<string>();
  const none = missing === null ? null : Number(missing);
  const columns = ['category', 'entry', 'judge', 'criterion', 'score'] as const;
  readColumns(text, 'marks', columns, problems, ([category, entry, judge, criterion, score], line) => {
    const at = { section: 'marks', line };
    const whose = JSON.stringify([category, entry, judge, criterion]);
    if (entry === '' || judge === '') problems.error(at, 'names no entry or no judge');
    else if (!known.has(pair(category, criterion))) {
      problems.error(at, `the criteria say nothing of ${criterion} in ${category}`);
    } else if (score !== '' && !number.test(score)) {
      problems.error({ ...at, column: 'score' }, `"${score}" is not a number with at most 3 decimals`);
    } else if (seen.has(whose)) problems.error(at, `${judge} marks ${criterion} of ${entry} again`);
    else {
      seen.add(whose);
      const isNone = score === '' || (none !== null && Number(score) === none);
      lines.push({ category, entry, judge, criterion, score: isNone ? null : score, line });
    }
  });
  if (lines.length === 0 && problems.errorCount === 0) problems.error({ section: 'marks' }, 'holds no mark');
  return lines;
}

const pair = (category: string, criterion: string) => JSON.stringify([category, criterion]);
