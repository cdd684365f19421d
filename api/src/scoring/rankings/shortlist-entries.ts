import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { isId, notFound, quotaRange } from '../../core/graphql/refusals.ts';
import { make } from '../../core/graphql/user-error.ts';
import { instantInWords, message } from '../../core/messages.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { StageStatus, statusAt } from '../../core/time/window.ts';
import {
  assertOrganizer,
  Competition,
  holdStage,
  ScoringRule,
  StageKind,
} from '../../competition/competitions/index.ts';
import {
  AlreadyPublishedError,
  NothingRankedError,
  ShortlistEntriesSuccess,
  StageOpenError,
  type ShortlistEntriesInput,
} from './ranking.types.ts';
import { readMarks } from './scores/read-marks.ts';
import { scoreStage } from './scores/score-stage.ts';
import { shortlist } from './shortlist.ts';

/**
 * Sends the first entries of the review to the final, in place of any earlier shortlist: `quota` of them, or of each
 * category where categories are ranked apart; shortlist.ts says who goes at the line. Organizers only; the review must
 * be over, and so must the vote where votes decide between equal totals.
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
    const rule = stage && (await em.findOne(ScoringRule, { stage: stage.id }));
    const vote = rule?.ties.includes('VOTES') ? await holdStage(em, competitionId, StageKind.VOTING) : null;
    const open = [stage, vote].find((held) => held && statusAt(held, clock.now()) !== StageStatus.CLOSED);
    if (open) {
      return make(StageOpenError, {
        message: message(locale, 'results.stageOpen', { stage: open.name.in(locale) }),
        stage: open,
      });
    }
    const scores = stage && scoreStage(await readMarks(em, { id: stage.id, competitionId, kind: StageKind.REVIEW }));
    const chosen = scores
      ? scores.pools.flatMap(({ categoryId }) =>
          shortlist(
            categoryId === null ? scores.rows : scores.rows.filter((row) => row.categoryId === categoryId),
            quota,
          ),
        )
      : [];
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
