import { forget, keep, kept } from '../../../ui/saving/keep';
import { isEmpty, openLane, type Lane, type SheetName } from './outbox';

/**
 * The outbox of one person on this device, in localStorage under the person and the assignment: it outlives reload and
 * tab, and whoever signs in next neither sees nor sends it. Without storage it lasts as long as the page.
 */
export interface OutboxStore {
  /** The oldest first; the same array until something changes. */
  lanes: () => readonly Lane[];
  lane: (assignmentId: string) => Lane | undefined;
  /** By what is stored, which another tab may have changed, or else by a new lane for `name`. */
  change: (name: SheetName | Lane, to: (lane: Lane) => Lane) => void;
  watch: (listener: () => void) => () => void;
}

export function makeOutboxStore(personId: string): OutboxStore {
  const prefix = `laurel.outbox.${personId}.`;
  const lanes = new Map<string, Lane>();
  const listeners = new Set<() => void>();
  let inOrder: readonly Lane[] = [];

  const tell = () => {
    inOrder = [...lanes.values()].toSorted((a, b) => a.since - b.since);
    for (const listener of listeners) listener();
  };

  const read = (key: string) => {
    const id = key.slice(prefix.length);
    const stored = kept(key, isLane);
    if (stored) lanes.set(id, stored);
    else lanes.delete(id);
  };

  for (const key of storedKeys()) if (key.startsWith(prefix)) read(key);
  inOrder = [...lanes.values()].toSorted((a, b) => a.since - b.since);

  const onStorage = ({ key }: StorageEvent) => {
    if (!key?.startsWith(prefix)) return;
    read(key);
    tell();
  };

  return {
    lanes: () => inOrder,
    lane: (id) => lanes.get(id),
    change(name, to) {
      const id = name.assignmentId;
      const before = kept(prefix + id, isLane) ?? lanes.get(id) ?? openLane(name, Date.now());
      const after = to(before);
      if (isEmpty(after)) {
        lanes.delete(id);
        forget(prefix + id);
      } else {
        lanes.set(id, after);
        keep(prefix + id, after);
      }
      tell();
    },
    watch(listener) {
      if (listeners.size === 0) addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) removeEventListener('storage', onStorage);
      };
    },
  };
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    // Where storage is forbidden nothing waits in it.
    return [];
  }
}

/** As this version of the page writes it. */
function isLane(value: unknown): value is Lane {
  if (typeof value !== 'object' || value === null) return false;
  const { assignmentId, letters, refusal } = value as Partial<Lane>;
  return (
    typeof assignmentId === 'string' && Array.isArray(letters) && (refusal === null || typeof refusal === 'string')
  );
}
