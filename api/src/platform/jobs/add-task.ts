import type { EntityManager } from '@mikro-orm/postgresql';

/** Far above any limit of ours: who gives up, and when, is decided by the tasks themselves. */
const mostAttempts = 1000;

/**
 * Puts a task in line, in the transaction of the caller: after a rollback it was never there. A task of the same key
 * that waits already is replaced.
 */
export async function addTask(
  em: EntityManager,
  name: string,
  payload: Record<string, unknown>,
  { key, inSeconds = 0 }: { key: string; inSeconds?: number },
): Promise<void> {
  await em.execute(
    `select from graphile_worker.add_job(?, payload => ?::json, run_at => now() + make_interval(secs => ?),
       job_key => ?, max_attempts => ?)`,
    [name, JSON.stringify(payload), inSeconds, key, mostAttempts],
  );
}
