import { GraphQLError } from 'graphql';
import { message, type MessageKey } from '../messages.ts';
import type { Locale } from '../locale.ts';

/** Refusals addressed to the caller, as against results addressed to the user. */
const refusal = (code: string, key: MessageKey) => (context: { locale: Locale }) =>
  new GraphQLError(message(context.locale, key), { extensions: { code } });

export const unauthenticated = refusal('UNAUTHENTICATED', 'refusal.unauthenticated');
export const forbidden = refusal('FORBIDDEN', 'refusal.forbidden');
/** Also for what the viewer may not see: to them it does not exist. */
export const notFound = refusal('NOT_FOUND', 'refusal.notFound');
export const badKey = refusal('BAD_USER_INPUT', 'refusal.badKey');
export const badCursor = refusal('BAD_USER_INPUT', 'refusal.badCursor');
export const badPageSize = refusal('BAD_USER_INPUT', 'refusal.badPageSize');
export const badRule = refusal('BAD_USER_INPUT', 'refusal.badRule');
export const quotaRange = refusal('BAD_USER_INPUT', 'shortlist.quotaRange');
export const perEntryRange = refusal('BAD_USER_INPUT', 'judging.perEntryRange');

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/**
 * An id as we write it: a UUID in lower case. PostgreSQL would take capitals too and give them back small, so that
 * what was asked and what was found no longer compare equal; to us another spelling is an id that nothing has.
 */
export const isId = (id: string): boolean => uuid.test(id);
