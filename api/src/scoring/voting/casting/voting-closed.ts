import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { StageStatus, statusAt } from '../../../core/time/window.ts';
import { closedMessage } from '../../../competition/competitions/index.ts';
import { VotingClosedError } from '../vote.types.ts';
import type { VotingPage } from '../voting-book.ts';

/** What to answer when no vote can be cast or taken back now; null while the voting stage is open. */
export function votingClosed(
  context: Context,
  { timeZone, stage }: Pick<VotingPage, 'timeZone' | 'stage'>,
): VotingClosedError | null {
  if (stage && statusAt(stage, context.clock.now()) === StageStatus.OPEN) return null;
  return make(VotingClosedError, {
    message: closedMessage(context, timeZone, stage, {
      notYetOpen: 'vote.notYetOpen',
      closed: 'vote.closed',
      none: 'vote.noStage',
    }),
    opensAt: stage?.opensAt ?? null,
    closesAt: stage?.closesAt ?? null,
  });
}
