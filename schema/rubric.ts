import { z } from 'zod';
import { isWritten, text } from './inputs.ts';
import { limits } from './limits.ts';

/** Of the table: at most three decimals, five digits before them. */
const decimal = z.string().regex(/^-?\d{1,5}(\.\d{1,3})?$/);

/** Exact: whole thousandths are well within what a number holds. */
const thousandths = (value: string) => Math.round(Number(value) * 1000);

const localized = (zh: number, en: number) => z.object({ zh: text(zh).nullish(), en: text(en).nullish() });

type Words = { zh?: string | null | undefined; en?: string | null | undefined };
const hasWords = ({ zh, en }: Words) => isWritten(`${zh ?? ''}${en ?? ''}`);

const level = localized(limits.level, limits.levelEn)
  .extend({ from: decimal })
  .refine(hasWords, { error: 'field.required' });

/** What stands on sealed sheets, a line each, and in the ladder of ties, between commas. */
const key = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,39}$/u);

const criterion = z
  .object({
    key,
    name: localized(limits.criterion, limits.criterionEn).refine(hasWords, { error: 'field.required' }),
    guidance: localized(limits.guidance, limits.guidanceEn),
    weight: decimal.refine((weight) => thousandths(weight) > 0),
    minimum: decimal.refine((minimum) => thousandths(minimum) >= -1_000_000),
    maximum: decimal.refine((maximum) => thousandths(maximum) > 0 && thousandths(maximum) <= 1_000_000),
    step: decimal.refine((step) => thousandths(step) > 0),
    levels: z.array(level).max(20),
  })
  .refine(({ minimum, maximum }) => thousandths(minimum) < thousandths(maximum), { path: ['minimum'] })
  // The highest mark has to be one.
  .refine(
    ({ minimum, maximum, step }) => (thousandths(maximum) - thousandths(minimum)) % (thousandths(step) || 1) === 0,
    { path: ['step'] },
  )
  .refine(
    ({ levels, minimum, maximum }) =>
      levels.every(
        ({ from }, index) =>
          thousandths(from) >= thousandths(minimum) &&
          thousandths(from) <= thousandths(maximum) &&
          (index === 0 || thousandths(from) > thousandths(levels[index - 1]?.from ?? from)),
      ),
    { path: ['levels'] },
  );

/** A rubric as an organizer declares it. The ranges are those of the table. */
export const rubricInput = z.object({
  requiresComment: z.boolean(),
  criteria: z
    .array(criterion)
    .min(1, { error: 'field.required' })
    // As many marks as one save may bring.
    .max(50)
    .refine((criteria) => new Set(criteria.map((one) => one.key)).size === criteria.length),
});

export type RubricInput = z.infer<typeof rubricInput>;
