import type { EntityManager } from '@mikro-orm/postgresql';
import { rowBy } from '../../../core/load-rows.ts';
import { ScoringRule } from './scoring-rule.entity.ts';

/** The rules of all judging stages of a competition. */
export const findScoringRules = async (em: EntityManager, competitionId: string): Promise<ScoringRule[]> =>
  await em.find(ScoringRule, { stage: { competition: competitionId } });

/** How a stage is ranked; null where nobody judges. Of many stages in one statement. */
export const scoringRuleOf = rowBy(ScoringRule, 'stage');
