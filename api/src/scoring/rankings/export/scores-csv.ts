import { stringify } from 'csv-stringify/sync';
import { rubricFor } from '../../../competition/competitions/index.ts';
import { labelOf, type ExportedScores } from './export-scores.ts';

const columns = ['category', 'entry', 'criterion', 'panel_score', 'factored_score', 'total', 'rank'];

/** A line for each entry and criterion; what has no score is empty. */
export function scoresCsv({ scores, categories, rows }: ExportedScores): string {
  const { rubrics, stage } = scores.marks;
  const lines = rows.flatMap((row) => {
    const category = categories.get(row.categoryId)?.name.in('en') ?? '';
    const given = new Map(row.criteria.map((score) => [score.criterion, score]));
    const criteria = rubricFor(rubrics, stage.id, row.categoryId)?.criteria ?? [];
    return criteria.map((criterion) => {
      const score = given.get(criterion.id);
      const { panelScore = null, factoredScore = null } = score ?? {};
      return [category, labelOf(row), criterion.name.in('en'), panelScore, factoredScore, row.score, row.rank];
    });
  });
  return stringify([columns, ...lines], { quoted_match: /^\s|\s$|[\r\n]/, record_delimiter: '\n' });
}
