import type { RuledCompetition } from './shares';

type RuledRubric = RuledCompetition['rubrics'][number];
export type RuledCriterion = RuledRubric['criteria'][number];

/** A rubric and the categories it holds for; none named: for all. */
export interface HeldRubric {
  rubric: RuledRubric;
  categories: string[];
}

/** The rubrics by which entries are marked in a stage: for each category the most particular one. */
export function rubricsIn({ rubrics, categories }: RuledCompetition, stageId: string): HeldRubric[] {
  const said = (stage: string | null, category: string | null) =>
    rubrics.find((one) => (one.stage?.id ?? null) === stage && (one.category?.id ?? null) === category);
  const held = new Map<RuledRubric, string[]>();
  for (const { id, name } of categories) {
    const rubric = said(stageId, id) ?? said(null, id) ?? said(stageId, null) ?? said(null, null);
    if (rubric) held.set(rubric, [...(held.get(rubric) ?? []), name]);
  }
  return [...held].map(([rubric, names]) => ({ rubric, categories: held.size === 1 ? [] : names }));
}

/** The criteria a tie may be decided by: those of any rubric of the stage, each key once. */
export function criteriaIn(competition: RuledCompetition, stageId: string): RuledCriterion[] {
  const criteria = rubricsIn(competition, stageId).flatMap(({ rubric }) => rubric.criteria);
  return [...new Map(criteria.map((one) => [one.key, one])).values()];
}

/** The one that weighs most, which a tie is best decided by. */
export const heaviest = (criteria: readonly RuledCriterion[]): RuledCriterion | undefined =>
  criteria.toSorted((one, other) => Number(other.weight) - Number(one.weight))[0];
