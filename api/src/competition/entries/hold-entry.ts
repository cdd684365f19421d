import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { Entry } from './entry.entity.ts';

/**
 * Finds an entry, runs `authorize`, and only then locks its row until the transaction ends, so that strangers cannot lock it.
 * Throws NOT_FOUND for an unknown id.
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
