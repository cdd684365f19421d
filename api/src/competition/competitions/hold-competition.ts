import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/graphql/refusals.ts';
import { Competition } from './competition.entity.ts';

/**
 * The competition, its row held until the transaction ends: one person at a time changes what it says. What such a change
 * writes may have no row yet for two to wait at.
 */
export async function holdCompetition(
  context: Context,
  em: EntityManager,
  competitionId: string,
): Promise<Competition> {
  await em.execute('select id from competitions where id = ? for no key update', [competitionId]);
  const competition = await em.findOne(Competition, { id: competitionId }, { refresh: true });
  if (!competition) throw notFound(context);
  return competition;
}
