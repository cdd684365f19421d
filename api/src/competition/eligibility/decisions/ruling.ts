import type { z } from 'zod';
import type { decisionInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { invalidField, fieldProblem } from '../../../core/graphql/parse-input.ts';
import { type InvalidInputError } from '../../../core/graphql/user-error.ts';
import type { PartKind } from '../../../work/projects/index.ts';
import type { Competition } from '../../competitions/index.ts';
import type { Entry } from '../../entries/index.ts';
import { ReviewVerdict, type MarkedField } from '../decision.entity.ts';
import type { ReviewRule } from '../review-rule.ts';
import { correctionEnd } from './correction-time.ts';
import type { Ruling } from './decide.ts';

type Parsed = z.infer<typeof decisionInput> & { correctionUntil?: Date | null | undefined; isSettling: boolean };

/** The longest time that somebody can be given to correct an entry. */
const longestCorrectionMs = 90 * 86_400_000;

/** Whether a correction may be due at that time. */
export const isCorrectionTime = (now: Date, until: Date): boolean =>
  until > now && until.getTime() - now.getTime() <= longestCorrectionMs;

/** The verdict completed by the competition's rule, or what is wrong with it. */
export function rulingOf(
  context: Context,
  { timeZone }: Competition,
  { correctionDays }: ReviewRule,
  { verdict, reason, fields, correctionUntil, isSettling }: Parsed,
): Ruling | InvalidInputError {
  const now = context.clock.now();
  const isReturn = verdict === 'RETURN';
  if (!reason && (isSettling || verdict !== 'ACCEPT')) return fieldProblem(context, 'reason', 'field.required');
  if (isReturn && isSettling) return invalidField(context, 'settles');
  if (!isReturn && (correctionUntil || fields.length > 0)) {
    return invalidField(context, correctionUntil ? 'correctionUntil' : 'fields');
  }
  if (correctionUntil && !isCorrectionTime(now, correctionUntil)) {
    return fieldProblem(context, 'correctionUntil', 'review.badCorrectionTime');
  }
  return {
    verdict: ReviewVerdict[verdict],
    reason: reason || null,
    fields: fields as MarkedField[],
    correctionUntil: isReturn ? (correctionUntil ?? correctionEnd(now, correctionDays, timeZone)) : null,
    isSettling,
  };
}

const basics = new Set([
  'title',
  'summary',
  'language',
  'startedOn',
  'endedOn',
  'beneficiaries',
  'videoUrl',
  'region',
  'team',
  'attachments',
]);

/** The refusal where a mark names a part that the entry does not have. */
export function unknownField(
  context: Context,
  { sections, answers }: Entry,
  fields: readonly MarkedField[],
): InvalidInputError | null {
  const known: Record<PartKind, Set<string>> = {
    BASICS: basics,
    SECTION: new Set(sections.map(({ key }) => key)),
    QUESTION: new Set(answers.map(({ key }) => key)),
  };
  const at = fields.findIndex(({ kind, key }) => !known[kind].has(key));
  return at < 0 ? null : invalidField(context, `fields.${at}.key`);
}
