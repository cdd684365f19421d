import type { Context } from '../../context.ts';
import { make } from '../../graphql/user-error.ts';
import { closedMessage, StageStatus, statusAt, type Competition, type Stage } from '../competitions/index.ts';
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
