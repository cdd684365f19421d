import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsBy } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import { Criterion, Rubric } from './rubric.entity.ts';

/** A rubric with its criteria in their order. */
export interface MarkedBy {
  rubric: Rubric;
  criteria: Criterion[];
}

/** All rubrics of a competition, in two statements. */
export async function findRubrics(em: EntityManager, competitionId: string): Promise<MarkedBy[]> {
  const rubrics = await em.find(Rubric, { competition: competitionId }, { orderBy: { id: 'asc' } });
  const criteria = await em.find(Criterion, { rubric: { $in: rubrics } }, { orderBy: { ordinal: 'asc' } });
  const byRubric = Map.groupBy(criteria, (criterion) => criterion.rubric.id);
  return rubrics.map((rubric) => ({ rubric, criteria: byRubric.get(rubric.id) ?? [] }));
}

/** The most particular rubric: for this stage and category, for the category, for the stage, for all; or none. */
export function rubricFor<T extends { rubric: Rubric }>(
  rubrics: readonly T[],
  stageId: string | null,
  categoryId: string | null,
): T | null {
  const said = (stage: string | null, category: string | null) =>
    rubrics.find(({ rubric }) => (rubric.stage?.id ?? null) === stage && (rubric.category?.id ?? null) === category);
  return said(stageId, categoryId) ?? said(null, categoryId) ?? said(stageId, null) ?? said(null, null) ?? null;
}

/** All rubrics of a competition; of many competitions in one statement. */
export const rubricsOf = rowsBy(Rubric, 'competition', { orderBy: { id: 'asc' } });

export const criteriaOfRubric = rowsBy(Criterion, 'rubric', { orderBy: { ordinal: 'asc' } });

/** The criteria by which entries of a category (null: of any) are marked in a stage (null: in any). */
export async function criteriaOf(
  context: Context,
  competitionId: string,
  stageId: string | null = null,
  categoryId: string | null = null,
): Promise<Criterion[]> {
  const rubrics = (await rubricsOf(context, competitionId)).map((rubric) => ({ rubric }));
  const found = rubricFor(rubrics, stageId, categoryId);
  return found ? await criteriaOfRubric(context, found.rubric.id) : [];
}
