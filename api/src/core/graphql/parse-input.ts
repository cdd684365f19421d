import type { z } from 'zod';
import type { Locale } from '../locale.ts';
import { message, type MessageKey } from '../messages.ts';
import { InvalidInputError, make } from './user-error.ts';

const known = new Set<string>([
  'field.tooLong',
  'field.required',
  'field.slug',
  'field.twice',
  'field.notHttps',
] satisfies MessageKey[]);

/** The parsed (trimmed) input, or the sentences that say what is wrong with it. */
export function parseInput<T>(
  context: { locale: Locale },
  schema: z.ZodType<T>,
  input: unknown,
): T | InvalidInputError {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  return make(InvalidInputError, {
    message: message(context.locale, 'input.invalid'),
    fields: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: message(
        context.locale,
        known.has(issue.message) ? (issue.message as MessageKey) : 'field.invalid',
        issue.code === 'custom' ? issue.params : {},
      ),
    })),
  });
}

/** That one field does not pass, for a reason that its schema does not know. */
export const fieldProblem = (
  { locale }: { locale: Locale },
  path: string,
  key: MessageKey,
  values: Record<string, unknown> = {},
): InvalidInputError =>
  make(InvalidInputError, {
    message: message(locale, 'input.invalid'),
    fields: [{ path, message: message(locale, key, values) }],
  });

export const invalidField = (context: { locale: Locale }, path: string): InvalidInputError =>
  fieldProblem(context, path, 'field.invalid');
