import { load, type Context } from '../../context.ts';
import { connectionOf, largestPage, type PageSource } from '../../graphql/page.ts';
import { badCursor, badPageSize } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import {
  criteriaOf,
  StageKind,
  stagesOf,
  StageStatus,
  statusAt,
  type Competition,
  type Stage,
} from '../competitions/index.ts';
import { Entry } from '../entries/index.ts';
import { votesOf } from '../voting/index.ts';
import { CriterionScore, RankingConnection, RankingEdge, RankingRow, type CategoryPageArgs } from './ranking.types.ts';
import { readRanking, type RankedRow } from './read-ranking.ts';
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

export async function standingOf(context: Context, entryId: string): Promise<Standing | null> {
  return await load<Standing | null>(
    context,
    'entry.standing',
    entryId,
    async (ids) => {
      const standings = await context.em.find(Standing, { entry: { $in: [...ids] } });
      return new Map(standings.map((standing) => [standing.entry.id, standing]));
    },
    null,
  );
}

/** The judging stage that matters now: the final once it has opened, before that the review. */
export async function stageToRank(context: Context, competitionId: string): Promise<Stage | null> {
  const stages = await stagesOf(context, competitionId);
  const of = (wanted: StageKind) => stages.find(({ kind }) => kind === wanted) ?? null;
  const final = of(StageKind.FINAL);
  const hasOpened = final !== null && statusAt(final, context.clock.now()) !== StageStatus.UPCOMING;
  return hasOpened ? final : (of(StageKind.REVIEW) ?? final);
}

/** One page of the live ranking. The place in the list is the cursor's entry, wherever it stands by now. */
export async function rankingPage(
  context: Context,
  competition: Competition,
  args: CategoryPageArgs,
): Promise<RankingConnection> {
  if (!Number.isInteger(args.first) || args.first < 1 || args.first > largestPage) throw badPageSize(context);
  const stage = await stageToRank(context, competition.id);
  const criteria = await criteriaOf(context, competition.id);
  const categoryKey = args.categoryKey ?? null;
  // Once for all that one request asks of it.
  const rows = stage
    ? await load<RankedRow[]>(
        context,
        `ranking/${stage.id}/${JSON.stringify(categoryKey)}`,
        competition.id,
        async ([competitionId = '']) => {
          const isFinal = stage.kind === StageKind.FINAL;
          const ranked = await readRanking(context.em, { id: stage.id, competitionId, isFinal }, criteria, categoryKey);
          return new Map([[competitionId, ranked]]);
        },
        [],
      )
    : [];
  const start = args.after ? rows.findIndex((row) => row.entryId === decode(args.after)) + 1 : 0;
  if (args.after && start === 0) throw badCursor(context);
  const page = rows.slice(start, start + args.first);
  const entries = await context.em.find(Entry, { id: { $in: page.map((row) => row.entryId) } });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const edges = await Promise.all(
    page.flatMap((row) => {
      const entry = byId.get(row.entryId);
      return entry ? [edgeOf(context, criteria, row, entry)] : [];
    }),
  );
  return make(RankingConnection, {
    edges,
    totalCount: rows.length,
    stage,
    pageInfo: {
      hasNextPage: start + args.first < rows.length,
      hasPreviousPage: start > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  });
}

const encode = (entryId: string) => Buffer.from(JSON.stringify([entryId])).toString('base64');

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
  criteria: Awaited<ReturnType<typeof criteriaOf>>,
  row: RankedRow,
  entry: Entry,
): Promise<RankingEdge> {
  const node = make(RankingRow, {
    entry,
    rank: row.rank,
    score: row.score,
    criterionScores: criteria.flatMap((criterion) => {
      const mean = row.means.get(criterion.id);
      return mean === undefined ? [] : [make(CriterionScore, { criterion, mean })];
    }),
    sheetsSubmitted: row.sheetsSubmitted,
    sheetsAssigned: row.sheetsAssigned,
    lowest: row.lowest,
    highest: row.highest,
    votes: await votesOf(context, row.entryId),
  });
  return make(RankingEdge, { cursor: encode(row.entryId), node });
}
