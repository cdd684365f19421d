import { rubricInput } from '@laurel/schema/rubric';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { hasBegun } from '../../../core/time/window.ts';
import { assertOrganizer } from '../organizer.ts';
import { holdCompetition } from '../hold-competition.ts';
import { Category } from '../competition.entity.ts';
import { judgingKinds } from '../stage-kind.ts';
import { Stage } from '../stage.entity.ts';
import { addCriteria } from '../create-competition.ts';
import { Criterion, Rubric } from './rubric.entity.ts';
import { findRubrics } from './rubric.queries.ts';
import { DeclareRubricSuccess, type DeclareRubricInput } from './rubric.types.ts';
import { findScoringRules } from './scoring-rule.queries.ts';
import { ScoringRuleFrozenError, type UnknownCriterionError } from './scoring-rule.types.ts';
import { keysOf, unknownCriterion } from './unknown-criterion.ts';

type Outcome = DeclareRubricSuccess | ScoringRuleFrozenError | UnknownCriterionError | InvalidInputError;

/**
 * Declares what judges mark, for a stage or all and a category or all, in place of the former rubric, until the first stage
 * opens for which it holds. Organizers only; the audit keeps every version.
 */
export async function declareRubric(context: Context, input: DeclareRubricInput): Promise<Outcome> {
  const { competitionId, stageId = null, categoryId = null, ...given } = input;
  await assertOrganizer(context, competitionId);
  if (![stageId, categoryId].every((id) => id === null || isId(id))) throw notFound(context);
  const parsed = parseInput(context, rubricInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em): Promise<Outcome> => {
    const competition = await holdCompetition(context, em, competitionId);
    const stages = await holdJudgingStages(em, competitionId);
    const covered = stages.filter((stage) => stageId === null || stage.id === stageId);
    const category = categoryId === null ? null : await em.findOne(Category, { id: categoryId, competition });
    if ((stageId !== null && covered.length === 0) || (categoryId !== null && !category)) throw notFound(context);
    if (covered.some((stage) => hasBegun(competition, stage, context.clock.now()))) {
      return userError(context, ScoringRuleFrozenError, 'scoringRule.frozen');
    }
    const scope = { competition, stage: stageId, category };
    const found = await em.findOne(Rubric, scope);
    const others = (await findRubrics(em, competitionId)).filter(({ rubric }) => rubric.id !== found?.id);
    const keys = parsed.criteria.map(({ key }) => key);
    for (const rule of await findScoringRules(em, competitionId)) {
      if (!covered.some((stage) => stage.id === rule.stage.id)) continue;
      const unknown = unknownCriterion(context, rule.ties, [...keys, ...keysOf(others, rule.stage.id)]);
      if (unknown) return unknown;
    }
    const rubric = found ?? em.create(Rubric, scope);
    em.assign(rubric, { requiresComment: parsed.requiresComment });
    await em.nativeDelete(Criterion, { rubric: rubric.id });
    addCriteria(em, rubric, parsed.criteria);
    recordAct(context, em, 'declareRubric', { type: 'Rubric', id: rubric.id }, { stageId, categoryId, ...parsed });
    return make(DeclareRubricSuccess, { rubric });
  });
}

/** Locks the stages, so that none opens or moves while its rubric is being changed. */
async function holdJudgingStages(em: EntityManager, competitionId: string): Promise<Stage[]> {
  await em.execute('select id from stages where competition_id = ? order by id for no key update', [competitionId]);
  return await em.find(Stage, { competition: competitionId, kind: { $in: [...judgingKinds] } }, { refresh: true });
}
