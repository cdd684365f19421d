import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';

/**
 * One use case, one transaction. The fork is what keeps an abandoned change from being flushed by the next
 * mutation of the same request; load inside, check, then change. READ COMMITTED: take locks in statements of
 * their own before the check that relies on them.
 */
export async function unitOfWork<T>(context: Pick<Context, 'em'>, work: (em: EntityManager) => Promise<T>): Promise<T> {
  return await context.em.fork({ clear: true }).transactional(work, { clear: false });
}
