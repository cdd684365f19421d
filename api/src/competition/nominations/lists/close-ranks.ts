import type { EntityManager } from '@mikro-orm/postgresql';

/** Lets those behind move up where some were taken off. */
export async function closeRanks(em: EntityManager, unitId: string): Promise<void> {
  await em.execute('select close_ranks(?)', [unitId]);
}
