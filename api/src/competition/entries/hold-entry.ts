import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { Entry } from './entry.entity.ts';

/**
 * The entry, its row held until the transaction ends, for whom `authorize` lets pass; nobody else can hold it up.
 * Throws NOT_FOUND for an id that nothing has.
 */
export async function holdEntry(
  context: Context,
  em: EntityManager,
  entryId: string,
  authorize: (entry: Entry) => Promise<void>,
): Promise<Entry> {
  const entry = isId(entryId) ? await em.findOne(Entry, { id: entryId }) : null;
  if (!entry) throw notFound(context);
  await authorize(entry);
  await em.refresh(entry, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return entry;
}
