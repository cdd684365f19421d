import { z } from 'zod';
import { isWritten, text } from './inputs.ts';
import { limits } from './limits.ts';

export const questionKinds = ['TEXT', 'CHOICE', 'NUMBER', 'FILE'] as const;
export type QuestionKind = (typeof questionKinds)[number];

const decimal = /^-?\d{1,12}(\.\d{1,6})?$/;

const localized = (zh: number, en: number) => z.object({ zh: text(zh).nullish(), en: text(en).nullish() });
type Words = { zh?: string | null | undefined; en?: string | null | undefined };
const hasWords = ({ zh, en }: Words) => isWritten(`${zh ?? ''}${en ?? ''}`);
const written = (zh: number, en: number) => localized(zh, en).refine(hasWords, { error: 'field.required' });

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const question = z
  .object({
    categoryId: z.string().nullish(),
    key,
    kind: z.enum(questionKinds),
    prompt: written(limits.question, limits.questionEn),
    help: localized(limits.help, limits.helpEn).nullish(),
    isRequired: z.boolean(),
    options: z
      .array(z.object({ key, ...localized(limits.option, limits.optionEn).shape }).refine(hasWords))
      .max(50)
      .nullish(),
    minimum: z.string().regex(decimal).nullish(),
    maximum: z.string().regex(decimal).nullish(),
    unit: localized(limits.unit, limits.unit).nullish(),
    maxLength: z.number().int().min(1).max(limits.answer).nullish(),
  })
  .refine(({ kind, options }) => (kind === 'CHOICE') === (options ?? []).length > 0, { path: ['options'] })
  .refine(({ options }) => areDistinct((options ?? []).map((option) => option.key)), { path: ['options'] })
  .refine(({ kind, minimum, maximum }) => kind === 'NUMBER' || (minimum == null && maximum == null), {
    path: ['minimum'],
  })
  .refine(({ minimum, maximum }) => minimum == null || maximum == null || Number(minimum) <= Number(maximum), {
    path: ['maximum'],
  })
  .refine(({ kind, maxLength }) => kind === 'TEXT' || maxLength == null, { path: ['maxLength'] });

const areDistinct = (keys: readonly string[]) => new Set(keys).size === keys.length;

/** A competition's own questions, in their order. */
export const questionsInput = z.object({
  questions: z
    .array(question)
    .max(50)
    .refine((questions) => areDistinct(questions.map((one) => one.key))),
});

export type QuestionsInput = z.infer<typeof questionsInput>;

/** What an answer is held against. */
export interface AskedFor {
  kind: QuestionKind;
  options: readonly { key: string }[];
  minimum?: string | null | undefined;
  maximum?: string | null | undefined;
  maxLength?: number | null | undefined;
}

export type AnswerFault = 'tooLong' | 'notAnOption' | 'notANumber' | 'tooSmall' | 'tooGreat';

/** What is wrong with a written answer; nothing is wrong with none. */
export function faultOf({ kind, options, minimum, maximum, maxLength }: AskedFor, answer: string): AnswerFault | null {
  const value = answer.trim();
  if (value === '') return null;
  switch (kind) {
    case 'CHOICE':
      return options.some((option) => option.key === value) ? null : 'notAnOption';
    case 'NUMBER':
      if (!decimal.test(value)) return 'notANumber';
      if (minimum != null && Number(value) < Number(minimum)) return 'tooSmall';
      return maximum != null && Number(value) > Number(maximum) ? 'tooGreat' : null;
    default:
      return Array.from(value).length > (maxLength ?? limits.answer) ? 'tooLong' : null;
  }
}

export const answersInput = z.object({
  projectId: z.string(),
  competitionId: z.string(),
  categoryId: z.string().nullish(),
  version: z.number().int(),
  answers: z.array(z.object({ key: z.string(), value: text(limits.answer) })).max(50),
});
