import { useSyncExternalStore } from 'react';
import type { Delay } from './deliver';

/** What happened to the last tap. Nothing is called counted before the server says so. */
export type VoteState =
  | { is: 'idle' }
  | { is: 'casting' }
  | Delay
  | { is: 'retracting' }
  | { is: 'counted' }
  | { is: 'retracted' }
  | { is: 'unconfirmed'; wanted: 'cast' | 'retract' }
  | { is: 'refused'; message: string }
  | { is: 'unknown' };

/**
 * By entry or competition. Beside the components, because a vote that waits its turn goes on waiting while its voter
 * reads other entries.
 */
const states = new Map<string, VoteState>();
const listeners = new Set<() => void>();
const idle: VoteState = { is: 'idle' };

export const stateOf = (subject: string): VoteState => states.get(subject) ?? idle;

export const isUnderway = ({ is }: VoteState): boolean =>
  is === 'casting' || is === 'proving' || is === 'waiting' || is === 'retracting';

export function setState(subject: string, state: VoteState): void {
  if (state.is === 'idle') states.delete(subject);
  else states.set(subject, state);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useVoteState = (subject: string): VoteState => useSyncExternalStore(subscribe, () => stateOf(subject));
