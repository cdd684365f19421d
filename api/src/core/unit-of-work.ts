import type { EntityManager } from '@mikro-orm/postgresql';
import { makeContext, type Context } from './context.ts';

/**
 * One use case, one transaction. The fork is what keeps an abandoned change from being flushed by the next mutation
 * of the same request. READ COMMITTED: take locks in statements of their own before the check that relies on them.
 *
 * `inside` is the context of the transaction: whatever asks the database in here must ask through it. A question put
 * to the outer context takes a second connection while the first is held, and a burst of such requests would wait for
 * each other for ever.
 */
export async function unitOfWork<T>(
  context: Context,
  work: (em: EntityManager, inside: Context) => Promise<T>,
): Promise<T> {
  try {
    return await context.em
      .fork({ clear: true })
      .transactional((em) => work(em, makeContext({ ...context, em })), { clear: false });
  } finally {
    // What was read before the change must not answer for what is true after it.
    context.loaders.clear();
  }
}

/** Thrown in a unit of work to roll it back and still return what it found, as a dry run does. */
export class Undone<T> extends Error {
  constructor(readonly result: T) {
    super('rolled back on purpose');
  }
}

/** A unit of work that may end with `Undone`, whose result is then the result. */
export async function undoableUnitOfWork<T>(context: Context, work: (em: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await unitOfWork(context, work);
  } catch (error) {
    if (error instanceof Undone) return error.result as T;
    throw error;
  }
}
