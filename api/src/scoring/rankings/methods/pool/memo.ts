import { type PreparedPool } from './prepared-pool.ts';

const memoized = new WeakMap<PreparedPool, Map<string, unknown>>();

/**
 * What one method derives from all sheets of a pool (totals, each judge's spread …) is wanted by its ranking, its
 * worksheets and once per judge left out; it is computed at most once per pool, and goes when the pool goes.
 */
export function once<T>(pool: PreparedPool, key: string, derive: () => T): T {
  let results = memoized.get(pool);
  if (!results) memoized.set(pool, (results = new Map()));
  if (!results.has(key)) results.set(key, derive());
  return results.get(key) as T;
}
