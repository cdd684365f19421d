import { load, type Context } from '../../core/context.ts';
import { checkPageSize, connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { badCursor } from '../../core/graphql/refusals.ts';
import { findById, rowBy } from '../../core/load-rows.ts';
import { make } from '../../core/graphql/user-error.ts';
import { StageStatus, statusAt } from '../../core/time/window.ts';
import {
  categoriesOf,
  criteriaOfRubric,
  judgingKinds,
  rubricsOf,
  type StageKind,
  stagesOf,
  type Competition,
  type Criterion,
  type Stage,
} from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';
import { votesOf } from '../voting/index.ts';
import type { Separation } from './methods/index.ts';
import {
  CriterionScore,
  NoScoreReason,
  RankingConnection,
  RankingEdge,
  RankingRow,
  ResultConnection,
  ResultEdge,
  ResultRowView,
  ScoreTerm,
  type CategoryPageArgs,
  type RankingArgs,
} from './ranking.types.ts';
import type { JudgedStage } from './scores/read-marks.ts';
import { readResult } from './scores/read-result.ts';
import { scoresOf } from './scores/score-book.ts';
import { withinCategory, type RankedEntry } from './scores/score-stage.ts';
import { Standing } from './standing.entity.ts';

export const StandingConnection = connectionOf(() => Standing, 'Standing');

export const standingsOf = (categoryKey: string | null): PageSource<Standing> => ({
  entity: Standing,
  name: `competition.standings/${JSON.stringify(categoryKey)}`,
  from: 'standings s join entries e on e.id = s.entry_id join categories k on k.id = e.category_id',
  alias: 's',
  parent: 's.competition_id',
  where: categoryKey === null ? [] : [{ sql: 'k.key = ?', params: [categoryKey] }],
  order: { sql: 's.rank', type: 'integer' },
});

export const standingOf = rowBy(Standing, 'entry');

/** The judging stage that matters now: the last of those that have opened, or else the first to come. */
export async function stageToRank(context: Context, competitionId: string): Promise<Stage | null> {
  const judged = (await stagesOf(context, competitionId)).filter(({ kind }) => judgingKinds.includes(kind));
  const hasOpened = (stage: Stage) => statusAt(stage, context.clock.now()) !== StageStatus.UPCOMING;
  return judged.findLast(hasOpened) ?? judged.at(0) ?? null;
}

/** One page of the live ranking. The place in the list is the cursor's entry, wherever it stands by now. */
export async function rankingPage(
  context: Context,
  competition: Competition,
  args: RankingArgs,
): Promise<RankingConnection> {
  checkPageSize(context, args.first);
  const stage = await stageAsked(context, competition.id, args.stage ?? null);
  // Once for all that one request asks of it.
  const rows = stage
    ? await load<RankedEntry[]>(
        context,
        `ranking/${stage.id}/${JSON.stringify(args.categoryKey ?? null)}`,
        competition.id,
        async ([competitionId = '']) => {
          const scores = await scoresOf(context.em, { id: stage.id, competitionId, kind: stage.kind });
          return new Map([[competitionId, await ofCategory(context, competitionId, args, scores.rows)]]);
        },
        [],
      )
    : [];
  const { page, ...rest } = pageOfRows(context, rows, args, (row) => row.id);
  const ids = page.map((row) => row.id);
  const byId = await findById(context, Entry, ids);
  const criteria = await criteriaById(context, competition.id);
  const edges = await Promise.all(
    page.flatMap((row) => {
      const entry = byId.get(row.id);
      return entry ? [edgeOf(context, criteria, row, entry)] : [];
    }),
  );
  return make(RankingConnection, { edges, stage, ...rest });
}

/** One page of the result as it would be published now. */
export async function resultPage(
  context: Context,
  competition: Competition,
  args: CategoryPageArgs,
): Promise<ResultConnection> {
  checkPageSize(context, args.first);
  const rows = await ofCategory(context, competition.id, args, await readResult(context.em, competition.id, scoresOf));
  const { page, ...rest } = pageOfRows(context, rows, args, (row) => row.entryId);
  const ids = page.map((row) => row.entryId);
  const byId = await findById(context, Entry, ids);
  const stages = new Map((await stagesOf(context, competition.id)).map((stage) => [stage.id, stage]));
  const edges = page.flatMap(({ entryId, rank, score, terms }) => {
    const entry = byId.get(entryId);
    if (!entry) return [];
    const node = make(ResultRowView, {
      entry,
      rank,
      score,
      terms: terms.flatMap(({ stageId, ...term }) => {
        const stage = stages.get(stageId);
        return stage ? [make(ScoreTerm, { stage, ...term })] : [];
      }),
    });
    return [make(ResultEdge, { cursor: encode(entryId), node })];
  });
  return make(ResultConnection, { edges, ...rest });
}

export async function stageAsked(
  context: Context,
  competitionId: string,
  kind: StageKind | null,
): Promise<Stage | null> {
  if (kind === null) return await stageToRank(context, competitionId);
  const stage = (await stagesOf(context, competitionId)).find((candidate) => candidate.kind === kind);
  return stage && judgingKinds.includes(stage.kind) ? stage : null;
}

/** The stage asked for with its scores; null where there is no such stage. */
export async function scoresAsked(context: Context, competitionId: string, kind: StageKind | null | undefined) {
  const stage = await stageAsked(context, competitionId, kind ?? null);
  if (!stage) return null;
  const judged: JudgedStage = { id: stage.id, competitionId, kind: stage.kind };
  return { stage, judged, scores: await scoresOf(context.em, judged) };
}

export async function ofCategory<T extends { categoryId: string; rank: number | null }>(
  context: Context,
  competitionId: string,
  { categoryKey }: CategoryPageArgs,
  rows: readonly T[],
): Promise<T[]> {
  if (categoryKey === null || categoryKey === undefined) return [...rows];
  const category = (await categoriesOf(context, competitionId)).find(({ key }) => key === categoryKey);
  return category ? withinCategory(rows, category.id) : [];
}

export async function criteriaById(context: Context, competitionId: string): Promise<Map<string, Criterion>> {
  const rubrics = await rubricsOf(context, competitionId);
  const criteria = await Promise.all(rubrics.map(async (rubric) => await criteriaOfRubric(context, rubric.id)));
  return new Map(criteria.flat().map((criterion) => [criterion.id, criterion]));
}

export function pageOfRows<T>(context: Context, rows: readonly T[], args: CategoryPageArgs, idOf: (row: T) => string) {
  const start = args.after ? rows.findIndex((row) => idOf(row) === decode(args.after)) + 1 : 0;
  if (args.after && start === 0) throw badCursor(context);
  const page = rows.slice(start, start + args.first);
  const [first, last] = [page.at(0), page.at(-1)];
  return {
    page,
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: start + args.first < rows.length,
      hasPreviousPage: start > 0,
      startCursor: first === undefined ? null : encode(idOf(first)),
      endCursor: last === undefined ? null : encode(idOf(last)),
    },
  };
}

export const encode = (entryId: string) => Buffer.from(JSON.stringify([entryId])).toString('base64');

function decode(cursor: string | null | undefined): string | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor ?? '', 'base64').toString('utf8'));
    return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : null;
  } catch {
    return null;
  }
}

async function edgeOf(
  context: Context,
  criteria: ReadonlyMap<string, Criterion>,
  row: RankedEntry,
  entry: Entry,
): Promise<RankingEdge> {
  const node = make(RankingRow, {
    entry,
    rank: row.rank,
    score: row.score,
    reason: row.reason === null ? null : NoScoreReason[row.reason],
    decidedBy: separationText(row.tiedBy.before),
    criterionScores: row.criteria.flatMap(({ criterion: id, panelScore, factoredScore }) => {
      const criterion = criteria.get(id);
      return criterion && panelScore !== null ? [make(CriterionScore, { criterion, panelScore, factoredScore })] : [];
    }),
    sheetsSubmitted: row.sheetsSubmitted,
    sheetsAssigned: row.sheetsAssigned,
    lowest: row.lowest,
    highest: row.highest,
    votes: await votesOf(context, row.id),
  });
  return make(RankingEdge, { cursor: encode(row.id), node });
}

/** As a rule writes its steps. */
export const separationText = (separation: Separation): string | null =>
  separation === null || separation === 'SHARED'
    ? null
    : separation.kind === 'CRITERION'
      ? `CRITERION:${separation.key}`
      : separation.kind;
