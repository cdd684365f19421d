import type { Context } from '../../../core/context.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { instantInWords, message } from '../../../core/messages.ts';
import type { Competition } from '../../competitions/index.ts';
import type { Entry } from '../entry.entity.ts';
import { SubmissionsClosedError } from '../entry.types.ts';
import { HandInTiming } from '../revision.entity.ts';
import type { SubmissionTimes } from './submission-times.ts';
import { stateAt, WindowState } from './submission-window.ts';

/** The mark of a hand-in at an instant; null where it is not taken, files that follow aside. */
export function timingAt(times: SubmissionTimes | null, at: Date): HandInTiming | null {
  const state = times && stateAt(times, at);
  if (state === WindowState.OPEN) return HandInTiming.ON_TIME;
  return state === WindowState.IN_GRACE ? HandInTiming.IN_GRACE : null;
}

/** The refusal where nothing can be handed in or withdrawn. */
export function submissionsClosed(
  { locale }: Pick<Context, 'locale'>,
  { timeZone }: Pick<Competition, 'timeZone'>,
  times: SubmissionTimes | null,
  at: Date,
): SubmissionsClosedError {
  const say = () => {
    if (!times) return message(locale, 'entry.noSubmissionStage');
    const inWords = (instant: Date) => instantInWords(locale, instant, timeZone);
    const { opensAt, deadline, filesUntil, extendedUntil } = times;
    switch (stateAt(times, at)) {
      case WindowState.UPCOMING:
        return message(locale, 'entry.submissionsNotYetOpen', { opensAt: inWords(opensAt) });
      case WindowState.FILES_ONLY: {
        const values = { deadline: inWords(deadline), filesUntil: inWords(filesUntil) };
        return message(locale, 'entry.onlyFiles', values);
      }
      default:
        return extendedUntil && extendedUntil >= deadline
          ? message(locale, 'entry.submissionsClosedAfterExtension', { deadline: inWords(deadline) })
          : message(locale, 'entry.submissionsClosed', { closesAt: inWords(deadline) });
    }
  };
  return make(SubmissionsClosedError, {
    message: say(),
    opensAt: times?.opensAt ?? null,
    closesAt: times?.deadline ?? null,
  });
}

/** A returned entry is taken until its correction is due, that instant included, whether submissions are open or not. */
export const correctionTimingAt = (
  { correctionUntil }: Pick<Entry, 'correctionUntil'>,
  at: Date,
): HandInTiming | null => (correctionUntil && at <= correctionUntil ? HandInTiming.CORRECTION : null);

/** The refusal once the time for a correction is over. */
export function correctionClosed(
  { locale }: Pick<Context, 'locale'>,
  { timeZone }: Pick<Competition, 'timeZone'>,
  { correctionUntil }: Pick<Entry, 'correctionUntil'>,
): SubmissionsClosedError {
  const until = correctionUntil ? instantInWords(locale, correctionUntil, timeZone) : '';
  return userError(
    { locale },
    SubmissionsClosedError,
    'entry.correctionClosed',
    { closesAt: correctionUntil ?? null },
    { until },
  );
}
