import { z } from 'zod';

const count = (most: number) => z.number().int().min(1).max(most);

/** A ballot rule as an organizer declares it. The ranges are those of the table; messages are keys, not sentences. */
export const ballotRuleInput = z
  .object({
    style: z.enum(['TAP', 'BALLOT']),
    method: z.enum(['APPROVAL', 'POINTS', 'RANKED']),
    minChoices: count(10_000),
    maxChoices: count(10_000),
    maxPoints: count(10_000),
    maxSum: count(10_000_000),
    votesPerDay: count(1000),
    votesPerStage: count(30_000).nullable().default(null),
    votesPerCategory: count(30_000).nullable().default(null),
    votesPerEntry: count(1000).nullable().default(null),
    excludesOwnOrganization: z.boolean(),
    mayRetract: z.boolean(),
    counts: z.enum(['HIDDEN', 'DELAYED', 'LIVE']),
    countDelayMinutes: z.number().int().min(0).max(1440),
    countRounding: count(1000),
    publicWeight: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,2})?$/)
      .refine((value) => Number(value) <= 100),
    publicForm: z.enum(['RANK_POINTS', 'SHARE']).default('RANK_POINTS'),
    isExposureCorrected: z.boolean(),
    exposureFloor: count(1_000_000),
    levels: z.array(z.enum(['DEVICE', 'EMAIL', 'PHONE', 'OIDC'])).min(1),
    nightVotes: count(1_000_000).nullable().default(null),
    burstVotes: count(1_000_000).nullable().default(null),
    networkVotes: count(1_000_000).nullable().default(null),
  })
  .refine((rule) => rule.maxChoices >= rule.minChoices, { path: ['maxChoices'] })
  .refine((rule) => rule.style !== 'TAP' || rule.method === 'APPROVAL', { path: ['method'] })
  .refine((rule) => rule.style !== 'TAP' || rule.maxChoices === 1, { path: ['maxChoices'] })
  .refine((rule) => rule.method !== 'POINTS' || rule.maxSum >= rule.minChoices, { path: ['maxSum'] });

export type BallotRuleInput = z.infer<typeof ballotRuleInput>;

export type BallotAdvice = 'weight' | 'unverified' | 'live' | 'single' | 'daily' | 'thresholds';

/**
 * What experience says against a rule, before it is declared. Votes bought by the ten thousand cost less than a meal
 * (People's Daily, 22 September 2025: 70 yuan for 10,000), so the rule itself is the strongest protection: the public
 * decides at most 30 percent, by ballots of two or three choices and more, from people who have shown to hold an
 * address or a number, and nobody sees counts to tune an attack by.
 */
export function adviceOn(rule: BallotRuleInput): BallotAdvice[] {
  const advice: BallotAdvice[] = [];
  if (Number(rule.publicWeight) > 30) advice.push('weight');
  if (rule.levels.includes('DEVICE')) advice.push('unverified');
  if (rule.counts === 'LIVE') advice.push('live');
  if (rule.style === 'TAP' || rule.minChoices < 2) advice.push('single');
  if (rule.votesPerStage === null) advice.push('daily');
  if (rule.nightVotes === null && rule.burstVotes === null && rule.networkVotes === null) advice.push('thresholds');
  return advice;
}
