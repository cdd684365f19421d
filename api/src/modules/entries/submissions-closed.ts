import type { Context } from '../../context.ts';
import { make } from '../../graphql/user-error.ts';
import { instantInWords, message } from '../../messages.ts';
import { closedMessage, StageStatus, statusAt, type Competition, type Stage } from '../competitions/index.ts';
import type { Entry } from './entry.entity.ts';
import { SubmissionsClosedError } from './entry.types.ts';

/** What to answer when nothing can be submitted or withdrawn now; null while the submission stage is open. */
export function submissionsClosed(
  context: Context,
  { timeZone, openedAt }: Competition,
  declared: Stage | null,
): SubmissionsClosedError | null {
  // While a competition is being set up, its stages are but plans.
  const stage = openedAt ? declared : null;
  if (stage && statusAt(stage, context.clock.now()) === StageStatus.OPEN) return null;
  return make(SubmissionsClosedError, {
    message: closedMessage(context, timeZone, stage, {
      notYetOpen: 'entry.submissionsNotYetOpen',
      closed: 'entry.submissionsClosed',
      none: 'entry.noSubmissionStage',
    }),
    opensAt: stage?.opensAt ?? null,
    closesAt: stage?.closesAt ?? null,
  });
}

/** The same where a returned entry is handed in again: the last instant of its correction still counts. */
export function correctionClosed(
  { clock, locale }: Context,
  { timeZone }: Competition,
  { correctionUntil }: Entry,
): SubmissionsClosedError | null {
  if (correctionUntil && clock.now() <= correctionUntil) return null;
  const until = correctionUntil ? instantInWords(locale, correctionUntil, timeZone) : '';
  return make(SubmissionsClosedError, {
    message: message(locale, 'entry.correctionClosed', { until }),
    closesAt: correctionUntil ?? null,
  });
}
