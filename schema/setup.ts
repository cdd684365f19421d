import { z } from 'zod';
import { isWritten, text } from './inputs.ts';
import { limits } from './limits.ts';

const localized = (zh: number, en: number) => z.object({ zh: text(zh).nullish(), en: text(en).nullish() });

const written = (zh: number, en: number) =>
  localized(zh, en).refine((words) => isWritten(`${words.zh ?? ''}${words.en ?? ''}`), { error: 'field.required' });

/** What stands in addresses: /c/jilin-2027. */
export const slug = z
  .string()
  .max(limits.slug)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'field.slug' });

const name = written(limits.competition, limits.competitionEn);

export const beginCompetitionInput = z.object({ hostId: z.string(), name, slug });

export const competitionBasicsInput = z.object({
  name,
  tagline: localized(limits.tagline, limits.taglineEn),
  description: localized(limits.description, limits.descriptionEn),
  slug,
  hostId: z.string(),
  regionId: z.string(),
  timeZone: z.string().max(60),
});

export const categoriesInput = z.object({
  categories: z
    .array(
      z.object({
        id: z.string().nullish(),
        key: slug,
        name: written(limits.category, limits.categoryEn),
      }),
    )
    .max(60)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { error: 'field.twice' }),
});

/** A wall clock: `2026-11-21T20:00`, of a day that is in the calendar. */
export const localTime = z
  .string()
  .regex(/^20\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
  .refine((value) => {
    const instant = new Date(`${value}Z`);
    return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
  });

export const stagesInput = z.object({
  timeZone: z.string().max(60),
  stages: z
    .array(
      z.object({
        kind: z.enum(['SUBMISSION', 'VOTING', 'REVIEW', 'PAPERS', 'FINAL', 'PUBLICATION']),
        name: written(limits.stage, limits.stageEn),
        opensAt: localTime,
        closesAt: localTime,
      }),
    )
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, { error: 'field.twice' }),
});

export const moveStageInput = z.object({
  opensAt: localTime.nullish(),
  closesAt: localTime.nullish(),
  reason: text(limits.reason).refine(isWritten, { error: 'field.required' }),
});

export const submissionRuleInput = z.object({
  graceMinutes: z.number().int().min(0).max(1440),
  filesGraceMinutes: z.number().int().min(0).max(10_080),
  entriesPerOrganization: z.number().int().min(1).max(100).nullish(),
  reviewersNeeded: z.number().int().min(1).max(5),
  holdsDecisions: z.boolean(),
  correctionDays: z.number().int().min(1).max(60),
});

const requiredReason = text(limits.reason).refine(isWritten, { error: 'field.required' });

export const grantExtensionInput = z.object({ until: localTime, reason: requiredReason });

export const revokeExtensionInput = z.object({ reason: requiredReason });

export const addOrganizerInput = z.object({
  email: z
    .string()
    .transform((email) => email.normalize('NFKC').trim().toLowerCase())
    .refine((email) => Array.from(email).length <= limits.email, {
      error: 'field.tooLong',
      params: { maximum: limits.email },
    })
    .refine((email) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email), { error: 'field.invalid' }),
});

export const awardsInput = z.object({
  awards: z
    .array(
      z.object({
        tier: z.enum(['FIRST', 'SECOND', 'THIRD']),
        name: written(limits.award, limits.awardEn),
        quota: z.number().int().min(1).max(10_000),
      }),
    )
    .refine((all) => new Set(all.map(({ tier }) => tier)).size === all.length, { error: 'field.twice' }),
});

export const copyCompetitionInput = z.object({
  slug,
  name: name.nullish(),
  years: z.number().int().min(1).max(20).nullish(),
  days: z.number().int().min(-3660).max(3660).nullish(),
});
