import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { message } from '../../core/messages.ts';
import { Competition } from '../../competition/competitions/index.ts';
import { ResultsStandError } from './panel.types.ts';

/**
 * Holds the competition until the transaction ends, as publication and assignment do: such acts come one after the
 * other. The refusal, if its results are published. To be called before any sheet is locked, or two acts could each
 * wait for what the other holds.
 */
export async function refusePublished(
  { locale }: Context,
  em: EntityManager,
  competitionId: string,
): Promise<ResultsStandError | null> {
  await em.execute('select id from competitions where id = ? for no key update', [competitionId]);
  const { resultsPublishedAt } = await em.findOneOrFail(Competition, { id: competitionId }, { refresh: true });
  return resultsPublishedAt ? make(ResultsStandError, { message: message(locale, 'judging.resultsStand') }) : null;
}
