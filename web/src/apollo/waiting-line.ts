import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Where one stands in the line before a server that is full. */
export interface Place {
  /** When to try again, by this machine's clock. */
  until: number;
  /** About how many are before us; null where the server did not say. */
  ahead: number | null;
}

type OnPlace = (place: Place | null) => void;

const storageKey = 'laurel.place';
/** A place is good for as long as the server remembers its line; an old one is refused and replaced by a new one. */
let kept: string | null = read();

const watchers = new Set<OnPlace>();

/** Tells of operations that wait and whose context names nobody as `onPlace`. */
export function watchLine(onPlace: OnPlace): () => void {
  watchers.add(onPlace);
  return () => void watchers.delete(onPlace);
}

/**
 * A server that is full refuses requests unread, so whatever was refused can be sent again. Here it waits, brings its
 * place along, and goes on by itself; the place survives a reload.
 */
export const waitingLine = new ApolloLink((operation, forward) => {
  // What nobody waits for is not worth a place in line.
  if (operation.getContext()['isDroppable']) return forward(operation);
  return new Observable((observer) => {
    const told = operation.getContext()['onPlace'] as OnPlace | undefined;
    const onPlace: OnPlace = told ?? ((place) => watchers.forEach((watcher) => watcher(place)));
    let isWaiting = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inner: { unsubscribe(): void } | undefined;
    const arrive = () => {
      if (!isWaiting) return;
      isWaiting = false;
      keep(null);
      onPlace(null);
    };
    const wait = (refusal: Refusal) => {
      isWaiting = true;
      keep(refusal.place);
      onPlace({ until: Date.now() + refusal.seconds * 1000, ahead: refusal.ahead });
      timer = setTimeout(attempt, refusal.seconds * 1000);
    };
    const attempt = () => {
      if (kept) {
        const place = kept;
        operation.setContext(({ headers }) => ({ headers: { ...headers, 'x-laurel-place': place } }));
      }
      inner = forward(operation).subscribe({
        next(result) {
          const refusal = refusalIn(result.errors);
          if (refusal) return wait(refusal);
          arrive();
          observer.next(result);
        },
        error(error: unknown) {
          const refusal = refusalOf(error);
          if (refusal) return wait(refusal);
          arrive();
          observer.error(error);
        },
        complete() {
          if (!isWaiting) observer.complete();
        },
      });
    };
    attempt();
    return () => {
      clearTimeout(timer);
      inner?.unsubscribe();
      if (isWaiting) onPlace(null);
    };
  });
});

interface Refusal {
  seconds: number;
  ahead: number | null;
  place: string | null;
}

function refusalOf(error: unknown): Refusal | null {
  if (CombinedGraphQLErrors.is(error)) return refusalIn(error.errors);
  if (!ServerError.is(error) || error.statusCode !== 503) return null;
  try {
    return refusalIn((JSON.parse(error.bodyText) as { errors?: unknown }).errors);
  } catch {
    // A gateway's own page, and not our answer.
    return null;
  }
}

function refusalIn(errors: unknown): Refusal | null {
  const first = Array.isArray(errors) ? (errors[0] as { extensions?: Record<string, unknown> }) : undefined;
  const said = first?.extensions;
  if (said?.['code'] !== 'OVERLOADED') return null;
  const { retryAfterSeconds: seconds, ahead, place } = said;
  return {
    seconds: typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, 600) : 5,
    ahead: typeof ahead === 'number' ? ahead : null,
    place: typeof place === 'string' ? place : null,
  };
}

function read(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keep(place: string | null): void {
  kept = place;
  try {
    if (place === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, place);
  } catch {
    // Without storage the place is lost by a reload, and a new one is given.
  }
}
