import type { EntityManager } from '@mikro-orm/postgresql';
import { load, type Context } from '../../../core/context.ts';
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
export async function rubricsOf(context: Context, competitionId: string): Promise<Rubric[]> {
  return await load<Rubric[]>(
    context,
    'competition.rubrics',
    competitionId,
    async (ids) => {
      const rubrics = await context.em.find(Rubric, { competition: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
      return Map.groupBy(rubrics, (rubric) => rubric.competition.id);
    },
    [],
  );
}

export async function criteriaOfRubric(context: Context, rubricId: string): Promise<Criterion[]> {
  return await load<Criterion[]>(
    context,
    'rubric.criteria',
    rubricId,
    async (ids) => {
      const criteria = await context.em.find(Criterion, { rubric: { $in: [...ids] } }, { orderBy: { ordinal: 'asc' } });
      return Map.groupBy(criteria, (criterion) => criterion.rubric.id);
    },
    [],
  );
}

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
