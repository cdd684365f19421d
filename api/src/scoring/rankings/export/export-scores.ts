import type { Context } from '../../../core/context.ts';
import {
  assertOrganizer,
  categoriesOf,
  type Category,
  type StageKind,
} from '../../../competition/competitions/index.ts';
import { stageAsked } from '../ranking.queries.ts';
import { readMarks } from '../scores/read-marks.ts';
import { scoreStage, type RankedEntry, type StageScores } from '../scores/score-stage.ts';

export interface ExportedScores {
  scores: StageScores;
  categories: ReadonlyMap<string, Category>;
  /** By category, rank and entry. */
  rows: readonly RankedEntry[];
}

/** What a file calls an entry: its key, or else its number. */
export const labelOf = ({ key, number }: RankedEntry): string => key ?? String(number);

/** The scores of a judging stage (null: the last that has opened), read afresh; null where there is none. Organizers only. */
export async function exportScores(
  context: Context,
  competitionId: string,
  kind: StageKind | null,
): Promise<ExportedScores | null> {
  await assertOrganizer(context, competitionId);
  const stage = await stageAsked(context, competitionId, kind);
  if (!stage) return null;
  const scores = scoreStage(await readMarks(context.em.fork(), { id: stage.id, competitionId, kind: stage.kind }));
  const categories = new Map((await categoriesOf(context, competitionId)).map((category) => [category.id, category]));
  const placeOf = (row: RankedEntry) => categories.get(row.categoryId)?.ordinal ?? 0;
  // Rows come in rank order, and sorting keeps it within a category.
  return { scores, categories, rows: scores.rows.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}
