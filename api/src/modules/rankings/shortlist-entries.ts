import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { isId, notFound, quotaRange } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import { instantInWords, message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { talliesOf } from '../voting/index.ts';
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
import { shortlist } from './shortlist.ts';

/**
 * Sends the first entries of the review to the final, in place of any earlier shortlist; shortlist.ts says who goes at
 * the line. Organizers only; the review must be over, and the vote too, since it may decide.
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
    const vote = await holdStage(em, competitionId, StageKind.VOTING);
    const open = [stage, vote].find((held) => held && statusAt(held, clock.now()) !== StageStatus.CLOSED);
    if (open) {
      return make(StageOpenError, {
        message: message(locale, 'results.stageOpen', { stage: open.name.in(locale) }),
        stage: open,
      });
    }
    const criteria = await em.find(Criterion, { competition: competitionId });
    const rows = stage ? await readRanking(em, { id: stage.id, competitionId, isFinal: false }, criteria, null) : [];
    const votes = await talliesOf(em, competitionId);
    const chosen = shortlist(
      rows.map(({ entryId, rank }) => ({ entryId, rank, votes: votes.get(entryId) ?? 0 })),
      quota,
    );
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
