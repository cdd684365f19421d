import type { Context } from '../../../core/context.ts';
import { checkPageSize } from '../../../core/graphql/page.ts';
import { badRule } from '../../../core/graphql/refusals.ts';
import { findById } from '../../../core/load-rows.ts';
import { make } from '../../../core/graphql/user-error.ts';
import type { Competition } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';
import { PoolTooLargeError, type ScoringRule } from '../methods/index.ts';
import { encode, ofCategory, pageOfRows, scoresAsked } from '../ranking.queries.ts';
import { WhatIfConnection, WhatIfEdge, WhatIfRow, type WhatIfArgs, type WhatIfInput } from './explain.types.ts';
import { areWeights, supposeRule } from './what-if.ts';

const mostWeights = 500;
const mostJudges = 200;

/** One page of the ranking under a rule that is not declared. Reads and computes; writes nothing. */
export async function whatIfPage(
  context: Context,
  competition: Competition,
  args: WhatIfArgs,
): Promise<WhatIfConnection | null> {
  checkPageSize(context, args.first);
  const asked = await scoresAsked(context, competition.id, args.stage);
  if (!asked) return null;
  const { scores } = asked;
  const weights = new Map((args.input.weights ?? []).map(({ criterionId, weight }) => [criterionId, weight]));
  const left = new Set(args.input.withoutJudgeIds ?? []);
  const rule = supposed(scores.marks.rule, args.input);
  if (!rule || weights.size > mostWeights || left.size > mostJudges || !areWeights(scores.marks.rubrics, weights)) {
    throw badRule(context);
  }
  const all = suppose();
  const rows = await ofCategory(context, competition.id, args, all);
  const { page, ...rest } = pageOfRows(context, rows, args, (row) => row.entryId);
  const ids = page.map((row) => row.entryId);
  const entries = await findById(context, Entry, ids);
  const edges = page.flatMap(({ entryId, rank, score, declaredRank, declaredScore }) => {
    const entry = entries.get(entryId);
    if (!entry) return [];
    const node = make(WhatIfRow, { entry, rank, score, declaredRank, declaredScore });
    return [make(WhatIfEdge, { cursor: encode(entryId), node })];
  });
  return make(WhatIfConnection, { edges, ...rest, moved: all.filter((row) => row.rank !== row.declaredRank).length });

  function suppose() {
    try {
      return supposeRule(scores, rule as ScoringRule, weights, left);
    } catch (error) {
      if (error instanceof PoolTooLargeError) throw badRule(context);
      throw error;
    }
  }
}

/** The declared rule with what is to be tried in its place; null where that makes no rule. */
function supposed(declared: ScoringRule, input: WhatIfInput): ScoringRule | null {
  const method = input.method ?? declared.method;
  const isTrimmed = method === 'TRIMMED_MEAN';
  const drop = (given: number | null | undefined, own: number) => (isTrimmed ? (given ?? Math.max(1, own)) : 0);
  const rule: ScoringRule = {
    ...declared,
    method,
    level: input.level ?? declared.level,
    scale: input.scale ?? declared.scale,
    dropHighest: drop(input.dropHighest, declared.dropHighest),
    dropLowest: drop(input.dropLowest, declared.dropLowest),
  };
  const isDrop = (count: number) => Number.isInteger(count) && count >= 0 && count <= 10;
  return isDrop(rule.dropHighest) && isDrop(rule.dropLowest) ? rule : null;
}
