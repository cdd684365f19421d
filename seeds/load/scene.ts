import { makeContext, type Clock, type Context, type openOrm, type Viewer } from '@laurel/api';

type Orm = Awaited<ReturnType<typeof openOrm>>;

/** Who acts when: every use case of the seeds runs in a context of this scene, at the instant the scene is set to. */
export interface Scene {
  clock: Clock & { set(next: Date | string): void };
  operator(): Context;
  as(viewer: Viewer): Context;
  /** Counts towards the end of the progress bar. */
  done(count: number, doing: string): void;
}

export function makeScene(orm: Orm, clock: Scene['clock'], secret: string, done: Scene['done']): Scene {
  const context = (viewer: Viewer | null, isOperator: boolean) =>
    makeContext({ em: orm.em.fork(), viewer, isOperator, clock, locale: 'zh-CN', secret });
  return { clock, done, operator: () => context(null, true), as: (viewer) => context(viewer, false) };
}

/** A use case answers with a union; in a seed every member but one is a mistake in the data. */
export function expectResult<T extends object>(result: object, wanted: new () => T, what: string): T {
  if (result instanceof wanted) return result;
  throw new Error(`${what}: ${result.constructor.name} ${JSON.stringify(result)}`);
}

/** The map's value for a key that must be there. */
export function need<K, V>(map: ReadonlyMap<K, V>, key: K, what: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${what} ${String(key)} is missing`);
  return value;
}

export function* chunksOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
