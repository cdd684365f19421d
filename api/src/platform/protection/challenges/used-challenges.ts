import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Clock } from '../../../core/clock.ts';

const batch = 5_000;
const everyMs = 60_000;

/**
 * Removes the ids of challenges that are over and can no longer be replayed; says how many. In batches, so that
 * no statement holds its locks for long after a busy day, and so that two servers doing it share the work.
 */
export async function removeExpiredChallenges(em: EntityManager, now: Date): Promise<number> {
  let removed = 0;
  for (;;) {
    const rows = await em.execute<{ id: string }[]>(
      `delete from used_challenges where (bucket, id) in (
         select bucket, id from used_challenges where expires_at < ? order by expires_at, bucket, id limit ?)
       returning id`,
      [now, batch],
    );
    removed += rows.length;
    if (rows.length < batch) return removed;
  }
}

/** Keeps on removing them while the server runs; the returned function ends it. */
export function keepRemovingChallenges(em: () => EntityManager, clock: Clock, logger: Logger): () => void {
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    removeExpiredChallenges(em(), clock.now())
      .catch((error: unknown) => logger.warn({ err: error }, 'expired challenges were not removed'))
      .finally(() => (isRunning = false));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
