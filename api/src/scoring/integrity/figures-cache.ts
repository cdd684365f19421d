import { load, type Context } from '../../core/context.ts';

/** How long a figure may be shown before it is counted anew. */
const freshMs = 3_000;
/** Counting may take at most one part in this many of the database's time, however often it is asked for. */
const share = 20;

interface Remembered {
  value: Promise<unknown>;
  until: number;
}

/** By competition and name of the figure. */
const remembered = new Map<string, Remembered>();

/**
 * Figures over all votes of a competition, counted once for everybody who asks within a few seconds, and of many
 * competitions in one statement. The cached figures are the same for every reader; sentences are made later.
 */
export async function countedNow<V>(
  context: Context,
  name: string,
  competitionId: string,
  count: (ids: readonly string[]) => Promise<Map<string, V>>,
  none: V,
): Promise<V> {
  return await load<V>(
    context,
    `counted/${name}`,
    competitionId,
    async (ids) => {
      const stale = ids.filter((id) => !fresh(id, name));
      if (stale.length > 0) remember(stale, name, count(stale), none);
      const values = ids.map(async (id) => [id, (await remembered.get(`${id}/${name}`)?.value) as V] as const);
      return new Map(await Promise.all(values));
    },
    none,
  );
}

// The clock of the machine: it measures age, and is no instant of the competition.
const fresh = (id: string, name: string) => (remembered.get(`${id}/${name}`)?.until ?? 0) > performance.now();

function remember<V>(ids: readonly string[], name: string, counting: Promise<Map<string, V>>, none: V): void {
  const started = performance.now();
  for (const id of ids) {
    const key = `${id}/${name}`;
    const figure: Remembered = {
      value: counting.then((found) => {
        figure.until = performance.now() + Math.max(freshMs, (performance.now() - started) * share);
        return found.get(id) ?? none;
      }),
      // Requests that come while it is counted share the answer.
      until: Number.POSITIVE_INFINITY,
    };
    figure.value.catch(() => {
      if (remembered.get(key) === figure) remembered.delete(key);
    });
    remembered.set(key, figure);
  }
}

/** Called after an act that changes the figures, so that its author sees the change at once. */
export function forgetFigures(competitionId: string): void {
  for (const key of remembered.keys()) if (key.startsWith(`${competitionId}/`)) remembered.delete(key);
}
