import type { RubricEditor_competitionFragment } from '../../gql/RubricEditor_competition';
import { judgingStages } from '../../words/judging-stages';

export type RubricCompetition = RubricEditor_competitionFragment;
export type EditedRubric = RubricCompetition['rubrics'][number];
export type EditedStage = RubricCompetition['stages'][number];

/** For which entries a rubric speaks; null: for those of every stage, of every category. */
export interface Scope {
  stageId: string | null;
  categoryId: string | null;
}

export const scopeOf = ({ stage, category }: Pick<EditedRubric, 'stage' | 'category'>): Scope => ({
  stageId: stage?.id ?? null,
  categoryId: category?.id ?? null,
});

export const isSameScope = (one: Scope, other: Scope): boolean =>
  one.stageId === other.stageId && one.categoryId === other.categoryId;

/** The scope's own rubric, and the one that holds there: the most particular, and a category's before a stage's. */
export function rubricsAt(rubrics: readonly EditedRubric[], { stageId, categoryId }: Scope) {
  const said = (scope: Scope) => rubrics.find((rubric) => isSameScope(scopeOf(rubric), scope)) ?? null;
  const own = said({ stageId, categoryId });
  const holding =
    own ??
    said({ stageId: null, categoryId }) ??
    said({ stageId, categoryId: null }) ??
    said({ stageId: null, categoryId: null });
  return { own, holding };
}

/** The stages for which a rubric of this scope speaks. */
export const coveredStages = (competition: Pick<RubricCompetition, 'stages'>, { stageId }: Scope): EditedStage[] =>
  judgingStages(competition).filter(({ id }) => stageId === null || id === stageId);

const byOpening = (one: EditedStage, other: EditedStage) => Date.parse(one.opensAt) - Date.parse(other.opensAt);

/** The stage whose opening ends all editing, or has ended it. */
export const firstToOpen = (stages: readonly EditedStage[]): EditedStage | undefined => stages.toSorted(byOpening)[0];
