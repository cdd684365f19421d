import type { SubmissionRuleValues } from '../../competitions/index.ts';

export enum WindowState {
  UPCOMING = 'UPCOMING',
  OPEN = 'OPEN',
  IN_GRACE = 'IN_GRACE',
  FILES_ONLY = 'FILES_ONLY',
  CLOSED = 'CLOSED',
}

/** What decides when an organization can hand in. */
export interface WindowTerms extends Pick<SubmissionRuleValues, 'graceMinutes' | 'filesGraceMinutes'> {
  opensAt: Date;
  /** For everybody. */
  closesAt: Date;
  /** For this organization; null without an extension. */
  extendedUntil: Date | null;
}

export interface WindowTimes {
  opensAt: Date;
  /** The last instant at which what is handed in is in time. */
  deadline: Date;
  /** The last instant at which it is taken, and marked as late. */
  graceUntil: Date;
  /** The last instant at which files can follow. */
  filesUntil: Date;
}

const later = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);
const latest = (...instants: Date[]) => new Date(Math.max(...instants.map((instant) => instant.getTime())));

/** The instants themselves. An extension never takes time away: when the stage moves beyond it, the stage holds. */
export function timesOf({
  opensAt,
  closesAt,
  extendedUntil,
  graceMinutes,
  filesGraceMinutes,
}: WindowTerms): WindowTimes {
  const deadline = latest(closesAt, extendedUntil ?? closesAt);
  const graceUntil = later(deadline, graceMinutes);
  return { opensAt, deadline, graceUntil, filesUntil: latest(graceUntil, later(deadline, filesGraceMinutes)) };
}

/**
 * What can be handed in at an instant. Every bound is inclusive: the millisecond of the deadline is in time, unlike with
 * votes, whose window is half open. PostgreSQL has the same rule in entry_revisions_in_time.
 */
export function stateAt({ opensAt, deadline, graceUntil, filesUntil }: WindowTimes, instant: Date): WindowState {
  if (instant < opensAt) return WindowState.UPCOMING;
  if (instant <= deadline) return WindowState.OPEN;
  if (instant <= graceUntil) return WindowState.IN_GRACE;
  return instant <= filesUntil ? WindowState.FILES_ONLY : WindowState.CLOSED;
}

export const submissionWindow = (terms: WindowTerms, instant: Date): WindowState => stateAt(timesOf(terms), instant);
