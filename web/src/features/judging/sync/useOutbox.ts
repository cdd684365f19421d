import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { newKey } from '../../../ui/device/new-key';
import { makeSyncQueue, type SyncQueue, type SyncState } from './sync-queue';
import {
  acknowledged,
  withConflict,
  withSave,
  withSubmit,
  type Changes,
  type PendingSheet,
  type SheetName,
} from './outbox';
import { makeOutboxStore, type OutboxStore } from './outbox-store';
import { sendMutations } from './send-mutation';

export interface Outbox {
  sheets: readonly PendingSheet[];
  sheet: (assignmentId: string) => PendingSheet | undefined;
  state: SyncState;
  savedAt: number | undefined;
  /** Raised by every answer. */
  revision: () => number;
  save: (name: SheetName, changes: Changes) => void;
  submit: (name: SheetName) => void;
  declareConflict: (name: SheetName, note: string) => void;
  acknowledge: (sheet: PendingSheet) => void;
  flush: () => void;
}

type Parts = { store: OutboxStore; queue: SyncQueue };

/** One for each person and client, whichever page is open: two queues would send a mutation twice. */
const known = new WeakMap<ApolloClient, Map<string, Parts>>();

function partsFor(client: ApolloClient, personId: string): Parts {
  const people = known.get(client) ?? new Map<string, Parts>();
  known.set(client, people);
  let parts = people.get(personId);
  if (!parts) {
    const store = makeOutboxStore(personId);
    parts = { store, queue: makeSyncQueue(store, sendMutations(client, personId)) };
    people.set(personId, parts);
  }
  return parts;
}

/** What the judge does goes in here and reaches the server in time; pages show what waits as if it were there. */
export function useOutbox(personId: string): Outbox {
  const client = useApolloClient();
  const [{ store, queue }] = useState(() => partsFor(client, personId));
  useEffect(() => queue.start(), [queue]);
  const sheets = useSyncExternalStore(store.watch, store.sheets);
  const state = useSyncExternalStore(queue.watch, queue.state);
  const put = (name: SheetName | PendingSheet, to: (sheet: PendingSheet) => PendingSheet) => {
    store.change(name, to);
    queue.touch();
  };
  const flush = () => void queue.flush();
  return {
    sheets,
    sheet: store.sheet,
    state,
    savedAt: queue.savedAt(),
    revision: queue.revision,
    save: (name, changes) => put(name, (sheet) => withSave(sheet, newKey(), changes)),
    submit(name) {
      put(name, (sheet) => withSubmit(sheet, newKey()));
      flush();
    },
    declareConflict(name, note) {
      put(name, (sheet) => withConflict(sheet, newKey(), note));
      flush();
    },
    acknowledge(sheet) {
      put(sheet, acknowledged);
      flush();
    },
    flush,
  };
}
