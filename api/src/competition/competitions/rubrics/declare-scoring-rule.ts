import { scoringRuleInput } from '@laurel/schema/scoring-rule';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { hasBegun } from '../../../core/time/window.ts';
import { assertOrganizer } from '../organizer.ts';
import { judgingKinds } from '../stage-kind.ts';
import { Stage } from '../stage.entity.ts';
import { findRubrics } from './rubric.queries.ts';
import { ScoringRule } from './scoring-rule.entity.ts';
import { keysOf, unknownCriterion } from './unknown-criterion.ts';
import {
  DeclareScoringRuleSuccess,
  ScoringRuleFrozenError,
  type DeclareScoringRuleInput,
  type UnknownCriterionError,
} from './scoring-rule.types.ts';

/**
 * Declares how the marks of a judging stage become a ranking, until it opens: nobody may choose a method by its winner.
 * Organizers only; the audit keeps every version.
 */
export async function declareScoringRule(
  context: Context,
  { stageId, ...given }: DeclareScoringRuleInput,
): Promise<DeclareScoringRuleSuccess | ScoringRuleFrozenError | UnknownCriterionError | InvalidInputError> {
  assertSignedIn(context);
  if (!isId(stageId)) throw notFound(context);
  const stage = await context.em.findOne(Stage, { id: stageId, kind: { $in: [...judgingKinds] } });
  if (!stage) throw notFound(context);
  await assertOrganizer(context, stage.competition.id);
  const parsed = parseInput(context, scoringRuleInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em) => {
    // Locked, so that the stage does not open or move meanwhile, and one person at a time changes its rule.
    await em.execute('select id from stages where id = ? for no key update', [stageId]);
    const held = await em.findOneOrFail(Stage, { id: stageId }, { refresh: true, populate: ['competition'] });
    if (hasBegun(held.competition.$, held, context.clock.now())) {
      return userError(context, ScoringRuleFrozenError, 'scoringRule.frozen');
    }
    const unknown = unknownCriterion(context, parsed.ties, keysOf(await findRubrics(em, held.competition.id), stageId));
    if (unknown) return unknown;
    const rule = await em.findOneOrFail(ScoringRule, { stage: stageId }, { refresh: true });
    em.assign(rule, {
      ...(parsed as Partial<ScoringRule>),
      version: rule.version + 1,
      declaredAt: context.clock.now(),
    });
    const subject = { type: 'Stage', id: stageId };
    recordAct(context, em, 'declareScoringRule', subject, { version: rule.version, ...parsed });
    return make(DeclareScoringRuleSuccess, { stage: held });
  });
}
