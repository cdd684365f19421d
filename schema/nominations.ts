import { z } from 'zod';
import { isWritten, text } from './inputs.ts';
import { limits } from './limits.ts';
import { localTime } from './setup.ts';

const nominationRules = [
  'LIST_SUBMITTED',
  'CLOSED',
  'CROSSED_REGION',
  'SKIPPED_LEVEL',
  'DUPLICATE',
  'EARLIER_WINNER',
  'QUOTA_EXCEEDED',
] as const;

const once = <T>(key: (one: T) => string) =>
  [(all: T[]) => new Set(all.map(key)).size === all.length, { error: 'field.twice' }] as const;

/** A province with all its cities and counties is some seventy. */
const mostSendingUnits = 1000;

export const sendingUnitsInput = z.object({
  units: z
    .array(
      z.object({
        regionCode: z.string().trim().min(1, { error: 'field.required' }).max(20),
        organization: text(limits.organizationEn).refine(isWritten, { error: 'field.required' }),
        quota: z.number().int().min(0).max(10_000),
        closesAt: localTime,
      }),
    )
    .max(mostSendingUnits)
    .refine(...once(({ regionCode }: { regionCode: string }) => regionCode)),
});

export const nominationClausesInput = z.object({
  clauses: z
    .array(
      z.object({
        rule: z.enum(nominationRules),
        text: z
          .object({ zh: text(limits.clause).nullish(), en: text(limits.clauseEn).nullish() })
          .refine((words) => isWritten(`${words.zh ?? ''}${words.en ?? ''}`), { error: 'field.required' }),
      }),
    )
    .refine(...once(({ rule }: { rule: string }) => rule)),
});

export const returnNominationsInput = z.object({
  unitId: z.string(),
  reason: text(limits.reason).refine(isWritten, { error: 'field.required' }),
  closesAt: localTime.nullish(),
});
