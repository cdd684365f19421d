import { unwrapResolverError } from '@apollo/server/errors';
import { DriverException } from '@mikro-orm/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { newId } from '../../core/graphql/node.ts';

/** Codes that a caller can act on; whatever else is thrown leaves as INTERNAL_SERVER_ERROR and an id. */
const callerCodes = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** SQLSTATE class 22: the value itself cannot be stored (a NUL byte, a number out of range). */
const isDataException = (error: unknown) =>
  error instanceof DriverException && typeof error.code === 'string' && error.code.startsWith('22');

export function makeFormatError(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (isDataException(cause)) {
      return { ...formatted, message: 'A value cannot be stored as it is.', extensions: { code: 'BAD_USER_INPUT' } };
    }
    const given = formatted.extensions?.code;
    const code = typeof given === 'string' ? given : '';
    const known = cause instanceof GraphQLError || error instanceof GraphQLError;
    if (known && callerCodes.has(code)) {
      const { stacktrace: _hidden, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions };
    }
    const errorId = newId();
    logger.error({ err: cause, errorId, path: formatted.path }, 'a request failed');
    return {
      message: 'Something went wrong on our side. Quote the error id when you report it.',
      ...(formatted.path && { path: formatted.path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  };
}
