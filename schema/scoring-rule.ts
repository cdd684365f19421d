import { z } from 'zod';

const places = z.number().int().min(0).max(6);
const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/)
  .refine((value) => Number(value) <= 100);

/** One step of the ladder that decides between equal totals. */
const tieStep = z.string().regex(/^(CRITERION:[^,]+|FIRSTS|HEAD_TO_HEAD|MEDIAN|VOTES|LOT)$/);

/** A scoring rule as an organizer declares it. The ranges are those of the table. */
export const scoringRuleInput = z
  .object({
    method: z.enum(['MEAN', 'TRIMMED_MEAN', 'MEDIAN', 'RANK_POINTS', 'Z_SCORE', 'LINEAR', 'JUDGE_EFFECT', 'COPELAND']),
    level: z.enum(['CRITERION', 'SHEET']),
    scale: z.enum(['PERCENT', 'FACTORS']),
    scope: z.enum(['COMPETITION', 'CATEGORY']),
    dropHighest: z.number().int().min(0).max(10),
    dropLowest: z.number().int().min(0).max(10),
    criterionPlaces: places.nullable().default(null),
    factoredPlaces: places.nullable().default(null),
    totalPlaces: places,
    quorum: z.number().int().min(1).max(100),
    ties: z.array(tieStep).max(20),
    lotSeed: z.string().max(100),
    weight: percent,
    form: z.enum(['SCORE', 'RANK_POINTS', 'SHARE']),
    isBlind: z.boolean(),
    excludesSameRegion: z.boolean(),
    alarmRange: percent.refine((value) => Number(value) > 0),
  })
  .refine((rule) => (rule.method === 'TRIMMED_MEAN') === rule.dropHighest + rule.dropLowest > 0, {
    path: ['dropHighest'],
  })
  .refine((rule) => new Set(rule.ties).size === rule.ties.length, { path: ['ties'] })
  .refine((rule) => !rule.ties.includes('LOT') || rule.lotSeed.trim() !== '', { path: ['lotSeed'] });

export type ScoringRuleInput = z.infer<typeof scoringRuleInput>;
