import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { newKey } from '../../../ui/new-key';
import { makeCourier, type Courier, type CourierState } from './courier';
import { acknowledged, withConflict, withSave, withSubmit, type Changes, type Lane, type SheetName } from './outbox';
import { makeOutboxStore, type OutboxStore } from './outbox-store';
import { sendLetters } from './send-letter';

export interface Outbox {
  lanes: readonly Lane[];
  lane: (assignmentId: string) => Lane | undefined;
  state: CourierState;
  savedAt: number | undefined;
  /** Raised by every answer. */
  revision: () => number;
  save: (name: SheetName, changes: Changes) => void;
  submit: (name: SheetName) => void;
  declareConflict: (name: SheetName, note: string) => void;
  acknowledge: (lane: Lane) => void;
  flush: () => void;
}

type Parts = { store: OutboxStore; courier: Courier };

/** One for each person and client, whichever page is open: a letter must not have two couriers. */
const known = new WeakMap<ApolloClient, Map<string, Parts>>();

function partsFor(client: ApolloClient, personId: string): Parts {
  const people = known.get(client) ?? new Map<string, Parts>();
  known.set(client, people);
  let parts = people.get(personId);
  if (!parts) {
    const store = makeOutboxStore(personId);
    parts = { store, courier: makeCourier(store, sendLetters(client, personId)) };
    people.set(personId, parts);
  }
  return parts;
}

/** What the judge does goes in here and reaches the server in time; pages show what waits as if it were there. */
export function useOutbox(personId: string): Outbox {
  const client = useApolloClient();
  const [{ store, courier }] = useState(() => partsFor(client, personId));
  useEffect(() => courier.start(), [courier]);
  const lanes = useSyncExternalStore(store.watch, store.lanes);
  const state = useSyncExternalStore(courier.watch, courier.state);
  const put = (name: SheetName | Lane, to: (lane: Lane) => Lane) => {
    store.change(name, to);
    courier.touch();
  };
  const flush = () => void courier.flush();
  return {
    lanes,
    lane: store.lane,
    state,
    savedAt: courier.savedAt(),
    revision: courier.revision,
    save: (name, changes) => put(name, (lane) => withSave(lane, newKey(), changes)),
    submit(name) {
      put(name, (lane) => withSubmit(lane, newKey()));
      flush();
    },
    declareConflict(name, note) {
      put(name, (lane) => withConflict(lane, newKey(), note));
      flush();
    },
    acknowledge(lane) {
      put(lane, acknowledged);
      flush();
    },
    flush,
  };
}
