import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { make } from '../../core/graphql/user-error.ts';
import { instantInWords, message } from '../../core/messages.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { awardForRank, awardsOf } from '../../competition/awards/index.ts';
import { StageStatus, statusAt } from '../../core/time/window.ts';
import { assertOrganizer, Competition, Stage, StageKind } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { openCasesOf } from '../integrity/index.ts';
import { talliesOf } from '../voting/index.ts';
import {
  AlreadyPublishedError,
  BelowQuorumError,
  CasesOpenError,
  NothingRankedError,
  PublishResultsSuccess,
  SheetsMissingError,
  StageOpenError,
  type PublishResultsInput,
} from './ranking.types.ts';
import { readMarks } from './scores/read-marks.ts';
import { readResult } from './scores/read-result.ts';
import { scoreStage, type RankedEntry, type StageScores } from './scores/score-stage.ts';
import { Standing } from './standing.entity.ts';

type Outcome =
  | PublishResultsSuccess
  | StageOpenError
  | SheetsMissingError
  | BelowQuorumError
  | CasesOpenError
  | AlreadyPublishedError
  | NothingRankedError;

const missingSheets = (sum: number, row: RankedEntry) => sum + row.sheetsAssigned - row.sheetsSubmitted;

/**
 * Freezes the result, by the declared rules and weights, as standings with awards by rank. Everything before
 * publication must be over, every sheet submitted, every quorum reached and every case about held votes settled. Once
 * and for all; organizers only.
 */
export async function publishResults(context: Context, { competitionId }: PublishResultsInput): Promise<Outcome> {
  if (!isId(competitionId)) throw notFound(context);
  await assertOrganizer(context, competitionId);
  const { locale, clock } = context;
  return await unitOfWork(context, async (em, inside): Promise<Outcome> => {
    await em.execute('select id from competitions where id = ? for no key update', [competitionId]);
    const competition = await em.findOne(Competition, { id: competitionId });
    if (!competition) throw notFound(context);
    if (competition.resultsPublishedAt) {
      const publishedAt = competition.resultsPublishedAt;
      const words = instantInWords(locale, publishedAt, competition.timeZone);
      return make(AlreadyPublishedError, {
        message: message(locale, 'results.alreadyPublished', { publishedAt: words }),
        publishedAt,
      });
    }
    await em.execute('select id from stages where competition_id = ? order by id for share', [competitionId]);
    const stages = await em.find(Stage, { competition: competitionId }, { orderBy: { ordinal: 'asc' } });
    const now = clock.now();
    const open = stages.find(
      (stage) => stage.kind !== StageKind.PUBLICATION && statusAt(stage, now) !== StageStatus.CLOSED,
    );
    if (open) {
      return make(StageOpenError, {
        message: message(locale, 'results.stageOpen', { stage: open.name.in(locale) }),
        stage: open,
      });
    }
    const judged: StageScores[] = [];
    const rows = await readResult(em, competitionId, async (inner, stage) => {
      const scores = scoreStage(await readMarks(inner, stage));
      judged.push(scores);
      return scores;
    });
    const ranked = rows.flatMap((row) =>
      row.rank === null || row.score === null ? [] : [{ ...row, rank: row.rank, score: row.score }],
    );
    if (ranked.length === 0) return make(NothingRankedError, { message: message(locale, 'results.nothingRanked') });
    const missing = judged.flatMap((scores) => scores.rows).reduce(missingSheets, 0);
    if (missing > 0) {
      return make(SheetsMissingError, { message: message(locale, 'results.sheetsMissing', { missing }), missing });
    }
    const below = judged.flatMap((scores) => scores.rows).filter((row) => row.reason === 'BELOW_QUORUM').length;
    if (below > 0) {
      return make(BelowQuorumError, { message: message(locale, 'results.belowQuorum', { below }), entries: below });
    }
    const held = await openCasesOf(em, competitionId);
    if (held > 0) return make(CasesOpenError, { message: message(locale, 'results.casesOpen', { held }), open: held });
    const votes = await talliesOf(em, competitionId);
    const awards = await awardsOf(inside, competitionId);
    for (const row of ranked) {
      em.create(Standing, {
        competition,
        entry: em.getReference(Entry, row.entryId),
        rank: row.rank,
        score: row.score,
        terms: row.terms.map((term) => ({ ...term })),
        votes: votes.get(row.entryId) ?? 0,
        award: awardForRank(awards, row.rank)?.id ?? null,
      });
    }
    competition.resultsPublishedAt = now;
    recordAct(context, em, 'publishResults', { type: 'Competition', id: competitionId }, { standings: ranked.length });
    return make(PublishResultsSuccess, { competition });
  });
}
