import Decimal from 'decimal.js';
import type { MarkedBy } from '../../../competition/competitions/index.ts';
import { rank, score, type Pool, type ScoringRule } from '../methods/index.ts';
import type { StageScores } from '../scores/score-stage.ts';

interface SupposedRow {
  entryId: string;
  number: number;
  categoryId: string;
  rank: number | null;
  score: string | null;
  /** As the declared rule has it. */
  declaredRank: number | null;
  declaredScore: string | null;
}

/**
 * The ranking of a stage as another rule and other weights would have it, beside the declared one. Nothing of it is
 * kept. `weights` by criterion id; those not named stay as they are. A judge may be left out.
 */
export function supposeRule(
  { marks, byEntry }: StageScores,
  rule: ScoringRule,
  weights: ReadonlyMap<string, string>,
  withoutJudges: ReadonlySet<string>,
): SupposedRow[] {
  return marks.pools.flatMap(({ pool }) => {
    const supposed: Pool = {
      ...pool,
      rubrics: pool.rubrics.map((rubric) =>
        rubric.map((criterion) => ({ ...criterion, weight: weights.get(criterion.id) ?? criterion.weight })),
      ),
      sheets: withoutJudges.size === 0 ? pool.sheets : pool.sheets.filter(({ judge }) => !withoutJudges.has(judge)),
    };
    return rank(rule, supposed, score(rule, supposed)).flatMap((row): SupposedRow[] => {
      const declared = byEntry.get(row.entry);
      if (!declared) return [];
      const { id: entryId, number, categoryId, rank: declaredRank, score: declaredScore } = declared;
      return [{ entryId, number, categoryId, rank: row.rank, score: row.total, declaredRank, declaredScore }];
    });
  });
}

/** Whether every weight named is one of these rubrics and lies in the range of the table. */
export function areWeights(rubrics: readonly MarkedBy[], weights: ReadonlyMap<string, string>): boolean {
  const known = new Set(rubrics.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  return [...weights].every(
    ([id, weight]) => known.has(id) && new Decimal(weight).gt(0) && new Decimal(weight).lte(99_999),
  );
}
