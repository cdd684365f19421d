import type { Context } from '../../core/context.ts';
import { InvalidInputError, make } from '../../core/graphql/user-error.ts';
import { message, type MessageKey } from '../../core/messages.ts';

/** That one field does not pass, for a reason of its own. */
export const fieldProblem = (
  { locale }: Context,
  path: string,
  key: MessageKey,
  values: Record<string, unknown> = {},
): InvalidInputError =>
  make(InvalidInputError, {
    message: message(locale, 'input.invalid'),
    fields: [{ path, message: message(locale, key, values) }],
  });
