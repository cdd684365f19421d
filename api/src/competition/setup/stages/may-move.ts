import { StageStatus, statusAt } from '../../../core/time/window.ts';
import { StageKind, type Competition, type Stage } from '../../competitions/index.ts';

type Window = Pick<Stage, 'opensAt' | 'closesAt'>;

type WhyNotMoved = 'settingUp' | 'published' | 'nothing' | 'closed' | 'hasOpened' | 'wouldBePast' | 'deadlineEarlier';

/** What people outside work towards: a day less would be taken from them. */
const hasPublicDeadline = (kind: StageKind) => kind === StageKind.SUBMISSION || kind === StageKind.VOTING;

/**
 * Why a stage cannot be moved to a window; null where it can. What has begun has begun, what is over is over, nothing
 * moves into the past, and a public deadline comes no earlier than it was announced.
 */
export function whyNotMoved(
  competition: Pick<Competition, 'openedAt' | 'resultsPublishedAt'>,
  stage: Window & Pick<Stage, 'kind'>,
  to: Window,
  now: Date,
): WhyNotMoved | null {
  const opens = to.opensAt.getTime() - stage.opensAt.getTime();
  const closes = to.closesAt.getTime() - stage.closesAt.getTime();
  if (!competition.openedAt) return 'settingUp';
  if (competition.resultsPublishedAt) return 'published';
  if (opens === 0 && closes === 0) return 'nothing';
  const status = statusAt(stage, now);
  if (status === StageStatus.CLOSED) return 'closed';
  if (status === StageStatus.OPEN && opens !== 0) return 'hasOpened';
  if ((opens !== 0 && to.opensAt < now) || to.closesAt <= now) return 'wouldBePast';
  return closes < 0 && hasPublicDeadline(stage.kind) ? 'deadlineEarlier' : null;
}
