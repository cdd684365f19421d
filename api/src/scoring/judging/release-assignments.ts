import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReleaseReason } from './judging.entity.ts';

/**
 * Takes assignments from their judges; they count for nothing from then on, and stay on record. Ids of those released
 * come back.
 */
export async function releaseAssignments(
  em: EntityManager,
  which: { sql: string; params: unknown[] },
  reason: ReleaseReason,
  now: Date,
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `update assignments a set released_at = ?, release_reason = ? where a.released_at is null and (${which.sql}) returning a.id`,
    [now, reason, ...which.params],
  );
  return rows.map((row) => row.id);
}
