import type { EntityManager } from '@mikro-orm/postgresql';

export interface ReviewRule {
  /** How many reviewers must say the same. */
  reviewersNeeded: number;
  /** Whether what is settled waits until all of it is published. */
  holdsDecisions: boolean;
  /** How long a returned entry may be corrected, unless the reviewer says otherwise. */
  correctionDays: number;
}

export const defaultReviewRule: ReviewRule = { reviewersNeeded: 1, holdsDecisions: false, correctionDays: 7 };

/** How a competition reviews its entries. */
export async function reviewRuleOf(_em: EntityManager, _competitionId: string): Promise<ReviewRule> {
  return defaultReviewRule;
}
