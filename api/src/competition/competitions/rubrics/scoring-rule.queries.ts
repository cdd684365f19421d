import type { EntityManager } from '@mikro-orm/postgresql';
import { load, type Context } from '../../../core/context.ts';
import { ScoringRule } from './scoring-rule.entity.ts';

/** The rules of all judging stages of a competition. */
export const findScoringRules = async (em: EntityManager, competitionId: string): Promise<ScoringRule[]> =>
  await em.find(ScoringRule, { stage: { competition: competitionId } });

/** How a stage is ranked; null where nobody judges. Of many stages in one statement. */
export async function scoringRuleOf(context: Context, stageId: string): Promise<ScoringRule | null> {
  return await load<ScoringRule | null>(
    context,
    'stage.scoringRule',
    stageId,
    async (ids) => {
      const rules = await context.em.find(ScoringRule, { stage: { $in: [...ids] } });
      return new Map(rules.map((rule) => [rule.stage.id, rule]));
    },
    null,
  );
}
