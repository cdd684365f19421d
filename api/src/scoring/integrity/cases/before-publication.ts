import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { instantInWords, message } from '../../../core/messages.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { Competition } from '../../../competition/competitions/index.ts';
import { ResultsPublishedError } from '../case.types.ts';

/**
 * Keeps publication away until this transaction ends, or says that the results are out: what they count stands, so
 * nothing is held, voided or restored after it.
 */
export async function beforePublication(
  { locale }: Context,
  em: EntityManager,
  competitionId: string,
): Promise<ResultsPublishedError | null> {
  await em.execute('select id from competitions where id = ? for share', [competitionId]);
  const competition = await em.findOneOrFail(Competition, { id: competitionId }, { refresh: true });
  const publishedAt = competition.resultsPublishedAt;
  if (!publishedAt) return null;
  const words = instantInWords(locale, publishedAt, competition.timeZone);
  return make(ResultsPublishedError, {
    message: message(locale, 'results.alreadyPublished', { publishedAt: words }),
    publishedAt,
  });
}
