import { forget, keep, kept } from '../../../ui/saving/keep';
import { isEmpty, nothingPending, type PendingSheet, type SheetName } from './outbox';

/**
 * The outbox of one person on this device, in localStorage under the person and the assignment: it outlives reload and
 * tab, and the next person to sign in neither sees nor sends it. Without storage it lasts as long as the page.
 */
export interface OutboxStore {
  /** The oldest first; the same array until something changes. */
  sheets: () => readonly PendingSheet[];
  sheet: (assignmentId: string) => PendingSheet | undefined;
  /** By what is stored, which another tab may have changed, or else by a new one for `name`. */
  change: (name: SheetName | PendingSheet, to: (sheet: PendingSheet) => PendingSheet) => void;
  watch: (listener: () => void) => () => void;
}

export function makeOutboxStore(personId: string): OutboxStore {
  const prefix = `laurel.outbox.${personId}.`;
  const sheets = new Map<string, PendingSheet>();
  const listeners = new Set<() => void>();
  let inOrder: readonly PendingSheet[] = [];

  const notify = () => {
    inOrder = [...sheets.values()].toSorted((a, b) => a.since - b.since);
    for (const listener of listeners) listener();
  };

  const read = (key: string) => {
    const id = key.slice(prefix.length);
    const stored = storedSheet(key);
    if (stored) sheets.set(id, stored);
    else sheets.delete(id);
  };

  for (const key of storedKeys()) if (key.startsWith(prefix)) read(key);
  inOrder = [...sheets.values()].toSorted((a, b) => a.since - b.since);

  const onStorage = ({ key }: StorageEvent) => {
    if (!key?.startsWith(prefix)) return;
    read(key);
    notify();
  };

  return {
    sheets: () => inOrder,
    sheet: (id) => sheets.get(id),
    change(name, to) {
      const id = name.assignmentId;
      const before = storedSheet(prefix + id) ?? sheets.get(id) ?? nothingPending(name, Date.now());
      const after = to(before);
      if (isEmpty(after)) {
        sheets.delete(id);
        forget(prefix + id);
      } else {
        sheets.set(id, after);
        keep(prefix + id, after);
      }
      notify();
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

/** A page opened before an update called `pending` letters; what it could not send goes out all the same. */
function storedSheet(key: string): PendingSheet | undefined {
  const stored = kept(key, isStored);
  if (!stored) return undefined;
  const { letters, pending = letters ?? [], ...sheet } = stored;
  return { ...sheet, pending };
}

type Stored = Omit<PendingSheet, 'pending'> & Partial<Record<'pending' | 'letters', PendingSheet['pending']>>;

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false;
  const { assignmentId, pending, letters, refusal } = value as Partial<Stored>;
  return (
    typeof assignmentId === 'string' &&
    Array.isArray(pending ?? letters) &&
    (refusal === null || typeof refusal === 'string')
  );
}
