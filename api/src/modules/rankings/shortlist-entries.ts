import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { isId, notFound, quotaRange } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import { instantInWords, message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import {
  assertOrganizer,
  Competition,
  Criterion,
  holdStage,
  StageKind,
  StageStatus,
  statusAt,
} from '../competitions/index.ts';
import {
  AlreadyPublishedError,
  NothingRankedError,
  ShortlistEntriesSuccess,
  StageOpenError,
  type ShortlistEntriesInput,
} from './ranking.types.ts';
import { readRanking } from './read-ranking.ts';

/**
 * Sends the first entries of the review to the final, those tied at the line included, in place of any earlier
 * shortlist. Organizers only; the review must be over.
 */
export async function shortlistEntries(
  context: Context,
  { competitionId, quota }: ShortlistEntriesInput,
): Promise<ShortlistEntriesSuccess | StageOpenError | NothingRankedError | AlreadyPublishedError> {
  if (!isId(competitionId)) throw notFound(context);
  await assertOrganizer(context, competitionId);
  if (!Number.isInteger(quota) || quota < 1 || quota > 100_000) throw quotaRange(context);
  const { locale, clock } = context;
  return await unitOfWork(context, async (em) => {
    await em.execute('select id from competitions where id = ? for no key update', [competitionId]);
    const competition = await em.findOne(Competition, { id: competitionId });
    if (!competition) throw notFound(context);
    if (competition.resultsPublishedAt) {
      const publishedAt = competition.resultsPublishedAt;
      return make(AlreadyPublishedError, {
        message: message(locale, 'results.alreadyPublished', {
          publishedAt: instantInWords(locale, publishedAt, competition.timeZone),
        }),
        publishedAt,
      });
    }
    const stage = await holdStage(em, competitionId, StageKind.REVIEW);
    if (stage && statusAt(stage, clock.now()) !== StageStatus.CLOSED) {
      return make(StageOpenError, {
        message: message(locale, 'results.stageOpen', { stage: stage.name.in(locale) }),
        stage,
      });
    }
    const criteria = await em.find(Criterion, { competition: competitionId });
    const rows = stage ? await readRanking(em, { id: stage.id, competitionId, isFinal: false }, criteria, null) : [];
    const chosen = rows.filter((row) => row.rank !== null && row.rank <= quota).map((row) => row.entryId);
    if (chosen.length === 0) return make(NothingRankedError, { message: message(locale, 'results.nothingRanked') });
    await em.execute(
      `update entries set shortlisted_at = case when id = any(?::uuid[]) then ?::timestamptz end
       where competition_id = ? and status = 'ACCEPTED'`,
      [`{${chosen.join(',')}}`, clock.now(), competitionId],
    );
    recordAct(context, em, 'shortlistEntries', { type: 'Competition', id: competitionId }, { quota, chosen });
    return make(ShortlistEntriesSuccess, { competition, shortlisted: chosen.length });
  });
}
