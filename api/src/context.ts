import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Clock } from './clock.ts';
import type { Locale } from './locale.ts';

/** Who asks. What they may do follows from relations (member, judge, organizer), never from a flag here. */
export interface Viewer {
  id: string;
  email: string;
  name: string;
}

export interface Context {
  em: EntityManager;
  viewer: Viewer | null;
  /** Set by the command line and the seeds: the operator of this installation, who may set competitions up. */
  isOperator: boolean;
  clock: Clock;
  locale: Locale;
  /** Key of the pseudonyms under which people vote. */
  secret: string;
  loaders: Map<string, DataLoader<string, unknown>>;
}

export function makeContext(parts: Omit<Context, 'loaders'>): Context {
  return { ...parts, loaders: new Map() };
}

/**
 * A batch of this request: all keys asked for in one tick are answered by one call of `batch`.
 * `name` must say everything that the answer depends on besides the key.
 */
export function load<V>(
  context: Context,
  name: string,
  key: string,
  batch: (keys: readonly string[]) => Promise<Map<string, V>>,
  missing: V,
): Promise<V> {
  let loader = context.loaders.get(name) as DataLoader<string, V> | undefined;
  if (!loader) {
    loader = new DataLoader<string, V>(async (keys) => {
      const found = await batch(keys);
      return keys.map((k) => found.get(k) ?? missing);
    });
    context.loaders.set(name, loader);
  }
  return loader.load(key);
}
