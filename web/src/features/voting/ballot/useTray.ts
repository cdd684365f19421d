import { useSyncExternalStore } from 'react';
import { moved, type TrayChoice } from './tray';

const storageKey = (competitionId: string) => `laurel.ballot.${competitionId}`;
const trays = new Map<string, readonly TrayChoice[]>();
const listeners = new Set<() => void>();

/** What is chosen for a ballot waits on this device until the ballot is cast, over reloads and in all its tabs. */
function read(competitionId: string): readonly TrayChoice[] {
  let tray = trays.get(competitionId);
  if (!tray) {
    tray = stored(competitionId);
    trays.set(competitionId, tray);
  }
  return tray;
}

function stored(competitionId: string): TrayChoice[] {
  try {
    const choices: unknown = JSON.parse(localStorage.getItem(storageKey(competitionId)) ?? '[]');
    return Array.isArray(choices) ? (choices as TrayChoice[]) : [];
  } catch {
    return [];
  }
}

function write(competitionId: string, choices: readonly TrayChoice[]): void {
  trays.set(competitionId, choices);
  try {
    localStorage.setItem(storageKey(competitionId), JSON.stringify(choices));
  } catch {
    // Without storage the ballot lasts for this visit.
  }
  for (const listener of listeners) listener();
}

const onStorage = ({ key }: StorageEvent) => {
  for (const competitionId of trays.keys()) {
    if (key === null || key === storageKey(competitionId)) trays.set(competitionId, stored(competitionId));
  }
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', onStorage);
  };
}

export function useTray(competitionId: string) {
  const choices = useSyncExternalStore(subscribe, () => read(competitionId));
  const change = (next: (before: readonly TrayChoice[]) => readonly TrayChoice[]) =>
    write(competitionId, next(read(competitionId)));
  return {
    choices,
    add: (choice: Omit<TrayChoice, 'points'>) => change((before) => [...before, { ...choice, points: 1 }]),
    remove: (entryId: string) => change((before) => before.filter((choice) => choice.entryId !== entryId)),
    move: (entryId: string, by: number) => change((before) => moved(before, entryId, by)),
    setPoints: (entryId: string, points: number) =>
      change((before) => before.map((choice) => (choice.entryId === entryId ? { ...choice, points } : choice))),
    replace: (next: readonly TrayChoice[]) => change(() => next),
  };
}

export type Tray = ReturnType<typeof useTray>;
