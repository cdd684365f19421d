import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.ts';
import { isId, notFound } from '../../graphql/refusals.ts';
import { Entry } from './entry.entity.ts';

/** The entry, its row held until the transaction ends. Throws NOT_FOUND for an id that nothing has. */
export async function holdEntry(context: Context, em: EntityManager, entryId: string): Promise<Entry> {
  const entry = isId(entryId)
    ? await em.findOne(Entry, { id: entryId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!entry) throw notFound(context);
  return entry;
}
