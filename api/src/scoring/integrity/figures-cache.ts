import { load, type Context } from '../../core/context.ts';

/** How long a figure may be shown before it is counted anew. */
const freshMs = 3_000;
/** Counting may take at most one part in this many of the database's time, however often it is asked for. */
const share = 20;

interface Cached {
  value: Promise<unknown>;
  until: number;
}

/** By competition and name of the figure. */
const cached = new Map<string, Cached>();

/**
 * Figures over all votes of a competition, counted once for everybody who asks within a few seconds, and of many
 * competitions in one statement, in which each `?::uuid[]` stands for their ids. The cached rows are the same for every
 * reader; sentences are made later.
 */
export async function countedRows<Row extends object>(
  context: Context,
  name: string,
  competitionId: string,
  statement: string,
): Promise<Row[]> {
  const count = async (ids: readonly string[]) => {
    const params = Array.from(statement.matchAll(/\?::uuid\[\]/g), () => `{${ids.join(',')}}`);
    const found = await context.em.execute<(Row & { competition_id: string })[]>(statement, params);
    return Map.groupBy(found, (row) => row.competition_id);
  };
  return await load<Row[]>(
    context,
    `counted/${name}`,
    competitionId,
    async (ids) => {
      const stale = ids.filter((id) => !isFresh(id, name));
      if (stale.length > 0) keep(stale, name, count(stale));
      const rows = ids.map(async (id) => [id, (await cached.get(`${id}/${name}`)?.value) as Row[]] as const);
      return new Map(await Promise.all(rows));
    },
    [],
  );
}

// The clock of the machine: it measures age, and is no instant of the competition.
const isFresh = (id: string, name: string) => (cached.get(`${id}/${name}`)?.until ?? 0) > performance.now();

function keep(ids: readonly string[], name: string, counting: Promise<Map<string, unknown[]>>): void {
  const started = performance.now();
  for (const id of ids) {
    const key = `${id}/${name}`;
    const figure: Cached = {
      value: counting.then((found) => {
        figure.until = performance.now() + Math.max(freshMs, (performance.now() - started) * share);
        return found.get(id) ?? [];
      }),
      // Requests that come while it is counted share the answer.
      until: Number.POSITIVE_INFINITY,
    };
    figure.value.catch(() => {
      if (cached.get(key) === figure) cached.delete(key);
    });
    cached.set(key, figure);
  }
}

/** Called after an act that changes the figures, so that its author sees the change at once. */
export function forgetFigures(competitionId: string): void {
  for (const key of cached.keys()) if (key.startsWith(`${competitionId}/`)) cached.delete(key);
}
