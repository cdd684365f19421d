import type { EntityManager } from '@mikro-orm/postgresql';
import { findSubmissionRule, type SubmissionRuleValues } from '../competitions/index.ts';

/** The part of the submission rule that concerns reviews. */
export type ReviewRule = Pick<SubmissionRuleValues, 'reviewersNeeded' | 'holdsDecisions' | 'correctionDays'>;

/** As it stands inside a transaction. */
export const reviewRuleOf = async (em: EntityManager, competitionId: string): Promise<ReviewRule> =>
  await findSubmissionRule(em, competitionId);
