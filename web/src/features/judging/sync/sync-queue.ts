import { makeAutosave, type Autosave, type SaveOutcome } from '../../../ui/saving/autosave';
import {
  answered,
  isWaiting,
  nextMutation,
  sent,
  type Answer,
  type PendingSheet,
  type PendingMutation,
} from './outbox';
import type { OutboxStore } from './outbox-store';

/** What became of a mutation: an answer, or why there is none. */
export type Delivery =
  | Answer
  /** Try again later: the network, or a server that is away. */
  | { is: 'unreachable' }
  /** Try again later; other sheets need not wait for it. */
  | { is: 'faulty' }
  /** Somebody has to sign in first, or it is not this person who did. */
  | { is: 'signedOut' };

export type SyncState = 'idle' | 'sending' | 'away' | 'signedOut';

export interface SyncQueue {
  state: () => SyncState;
  /** When the outbox last became empty, in milliseconds. */
  savedAt: () => number | undefined;
  /** How many mutations were answered so far: what was asked for before one of them may not know of it. */
  revision: () => number;
  /** Something is to be sent, after a moment in which more may come. */
  touch: () => void;
  /** Now. */
  flush: () => Promise<void>;
  watch: (listener: () => void) => () => void;
  /** Sends what waits and goes on for as long as a page is open; returns how to stop. */
  start: () => () => void;
}

/** Sends pending mutations one at a time, sheet by sheet, and retries until they are answered. */
export function makeSyncQueue(
  store: OutboxStore,
  send: (mutation: PendingMutation, sheet: PendingSheet) => Promise<Delivery>,
  isOnline: () => boolean = () => navigator.onLine,
): SyncQueue {
  let state: SyncState = 'idle';
  let savedAt: number | undefined;
  let revision = 0;
  const listeners = new Set<() => void>();
  const become = (next: SyncState) => {
    if (next === 'idle' && state === 'sending') savedAt = Date.now();
    state = next;
    for (const listener of listeners) listener();
  };

  async function round(): Promise<SaveOutcome> {
    const stuck = new Set<string>();
    for (;;) {
      const sheet = store.sheets().find((one) => nextMutation(one) && !stuck.has(one.assignmentId));
      const mutation = sheet && nextMutation(sheet);
      if (!mutation) {
        become(stuck.size > 0 ? 'away' : 'idle');
        return stuck.size > 0 ? 'failed' : 'saved';
      }
      if (!isOnline()) {
        become('away');
        return 'failed';
      }
      if (state !== 'sending') become('sending');
      store.change(sheet, (one) => sent(one, mutation.id));
      const delivery = await send(mutation, sheet);
      switch (delivery.is) {
        case 'unreachable':
          become('away');
          return 'failed';
        case 'signedOut':
          become('signedOut');
          return 'stopped';
        case 'faulty':
          stuck.add(sheet.assignmentId);
          break;
        default:
          revision += 1;
          store.change(sheet, (one) => answered(one, mutation.id, delivery));
      }
    }
  }

  // The page that opens and the one that closes share what is on its way.
  let running: Promise<SaveOutcome> | undefined;
  const begin = () => makeAutosave({ save: () => (running ??= round().finally(() => (running = undefined))) });
  let autosave: Autosave = begin();
  const hasPending = () => store.sheets().some(isWaiting);
  const flush = async () => {
    if (hasPending()) autosave.touch();
    await autosave.flush();
  };

  return {
    state: () => state,
    savedAt: () => savedAt,
    revision: () => revision,
    touch() {
      if (!isOnline()) become('away');
      autosave.touch();
    },
    flush,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const own = begin();
      autosave = own;
      const now = () => void flush();
      const lost = () => hasPending() && become('away');
      addEventListener('online', now);
      addEventListener('offline', lost);
      addEventListener('pagehide', now);
      // A phone that is put away may not come back to this page; one that does may have slept through its timers.
      document.addEventListener('visibilitychange', now);
      now();
      return () => {
        removeEventListener('online', now);
        removeEventListener('offline', lost);
        removeEventListener('pagehide', now);
        document.removeEventListener('visibilitychange', now);
        now();
        own.dispose();
      };
    },
  };
}
