import type { Context } from '../../../core/context.ts';
import { findById } from '../../../core/load-rows.ts';
import { make } from '../../../core/graphql/user-error.ts';
import {
  categoriesOf,
  ScoringMethod,
  type Competition,
  type StageKind,
} from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import type { WayResult } from '../methods/index.ts';
import { scoresAsked } from '../ranking.queries.ts';
import { linesOf } from './award-lines.ts';
import { RankInterval, ResultLine, RobustnessLine, RobustnessView, RobustnessWay } from './explain.types.ts';
import { robustnessOf } from './robustness-of.ts';

const mostIntervals = 100;

/** The robustness of a stage as its organizers see it. */
export async function robustnessView(
  context: Context,
  competition: Competition,
  kind: StageKind | null,
): Promise<RobustnessView[]> {
  const asked = await scoresAsked(context, competition.id, kind);
  if (!asked) return [];
  const { stage, judged, scores } = asked;
  const lines = await linesOf(context, competition.id, stage, scores);
  const pools = await robustnessOf(context.em, judged, lines);
  const codeOf = (judge: string) => scores.marks.judgeCodes.get(judge) ?? '';
  const categories = new Map((await categoriesOf(context, competition.id)).map((category) => [category.id, category]));
  const shown = pools.map(({ intervals, ...pool }) => ({
    ...pool,
    intervals: intervals
      .filter(({ rank }) => rank !== null)
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .slice(0, mostIntervals),
  }));
  const ids = shown.flatMap(({ intervals }) => intervals.map(({ entry }) => entry));
  const entries = await findById(context, Entry, ids);
  return shown.map((pool) =>
    make(RobustnessView, {
      stage,
      category: (pool.categoryId && categories.get(pool.categoryId)) || null,
      lines: pool.lines.map(({ key, upTo, unchanged, ways, methods, judges }) =>
        make(RobustnessLine, {
          line: ResultLine[key as keyof typeof ResultLine],
          upTo,
          unchanged,
          ways,
          methods: methods.map((method) => ScoringMethod[method]),
          judgeCodes: judges.map(codeOf),
        }),
      ),
      ways: pool.ways.map((way) => wayView(way, codeOf)),
      intervals: pool.intervals.flatMap(({ entry: id, rank, best, worst }) => {
        const entry = entries.get(id);
        return entry ? [make(RankInterval, { entry, rank, best, worst })] : [];
      }),
    }),
  );
}

const wayView = ({ way, skipped, lines }: WayResult, codeOf: (judge: string) => string): RobustnessWay =>
  make(RobustnessWay, {
    method: way.kind === 'METHOD' ? ScoringMethod[way.method] : null,
    judgeCode: way.kind === 'WITHOUT_JUDGE' ? codeOf(way.judge) : null,
    isSkipped: skipped !== null,
    changedLines: lines.flatMap(({ key, isUnchanged }) =>
      isUnchanged ? [] : [ResultLine[key as keyof typeof ResultLine]],
    ),
  });
