import type { WindowState } from '../gql/types';

/** The instants at which what can be handed in changes, as the API tells them; each belongs to what is before it. */
export interface WindowInstants {
  opensAt: string;
  /** For everybody. */
  closesAt: string;
  deadline: string;
  graceUntil: string;
  filesUntil: string;
  extendedUntil: string | null;
}

/** What can be handed in at an instant of the server's clock; the API decides by the same rule. */
export function stateAt({ opensAt, deadline, graceUntil, filesUntil }: WindowInstants, now: number): WindowState {
  if (now < Date.parse(opensAt)) return 'UPCOMING';
  if (now <= Date.parse(deadline)) return 'OPEN';
  if (now <= Date.parse(graceUntil)) return 'IN_GRACE';
  return now <= Date.parse(filesUntil) ? 'FILES_ONLY' : 'CLOSED';
}

/** Whether texts are taken. */
export const takesEntries = (state: WindowState): boolean => state === 'OPEN' || state === 'IN_GRACE';

/** When the state ends. */
export function endOf(window: WindowInstants, state: WindowState): string | null {
  switch (state) {
    case 'UPCOMING':
      return window.opensAt;
    case 'OPEN':
      return window.deadline;
    case 'IN_GRACE':
      return window.graceUntil;
    case 'FILES_ONLY':
      return window.filesUntil;
    default:
      return null;
  }
}

const hour = 3_600_000;

export const isLastHour = (window: WindowInstants, now: number): boolean =>
  stateAt(window, now) === 'OPEN' && Date.parse(window.deadline) - now <= hour;
