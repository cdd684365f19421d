import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { assertSignedIn } from '../../core/graphql/operator.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { assertOrganizer, Competition } from '../competitions/index.ts';

/** Organizers only; before anything is parsed, so that others learn nothing. */
export async function assertRuns(context: Context, competitionId: string): Promise<void> {
  assertSignedIn(context);
  if (!isId(competitionId)) throw notFound(context);
  await assertOrganizer(context, competitionId);
}

/** The competition, its row held until the transaction ends: it is set up by one at a time, and opened by one. */
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
