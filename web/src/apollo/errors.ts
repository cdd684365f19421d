import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';

type ErrorKind = 'network' | 'busy' | 'forbidden' | 'notFound' | 'server';

/** The code of the first error that the API answered with, if it answered. */
export function codeOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const code = error.errors[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

/** Sorts an error by what the reader can do about it. */
export function kindOf(error: unknown): ErrorKind {
  if (ServerError.is(error)) {
    if (error.statusCode === 429) return 'busy';
    // A gateway answers these when the API behind it is away.
    return [502, 503, 504].includes(error.statusCode) ? 'network' : 'server';
  }
  if (ServerParseError.is(error)) return 'server';
  if (!CombinedGraphQLErrors.is(error)) return 'network';
  switch (codeOf(error)) {
    case 'FORBIDDEN':
      return 'forbidden';
    case 'NOT_FOUND':
    case 'BAD_USER_INPUT':
      return 'notFound';
    case 'TOO_MANY_REQUESTS':
      return 'busy';
    default:
      return 'server';
  }
}
