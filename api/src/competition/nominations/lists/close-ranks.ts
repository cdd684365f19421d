import type { EntityManager } from '@mikro-orm/postgresql';

/** Closes the gaps in the ranks of a list. */
export async function closeRanks(em: EntityManager, unitId: string): Promise<void> {
  await em.execute('select close_ranks(?)', [unitId]);
}
