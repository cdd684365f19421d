import type { Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { message } from '../../core/messages.ts';
import { awardsOf } from '../awards/index.ts';
import {
  ballotRuleOf,
  categoriesOf,
  criteriaOf,
  defaultSubmissionRule,
  judgingKinds,
  scoringRuleOf,
  stagesOf,
  submissionRuleOf,
  type Category,
  type Competition,
  type Stage,
} from '../competitions/index.ts';
import { checklistOf, type SetUp } from './checklist.ts';
import { organizersOf } from './organizers.ts';
import { ChecklistItem } from './setup.types.ts';

/** The checklist of a competition as it stands, in the reader's language. */
export async function loadChecklist(context: Context, competition: Competition): Promise<ChecklistItem[]> {
  const { locale, clock } = context;
  return checklistOf(await loadSetUp(context, competition), clock.now()).map(
    ({ key, isDone, isRequired, say, values, page }) =>
      make(ChecklistItem, {
        key,
        isDone,
        isRequired,
        sentence: message(locale, say, values),
        path: `/organize/${competition.slug}/${page}`,
      }),
  );
}

async function loadSetUp(context: Context, competition: Competition): Promise<SetUp> {
  const { id } = competition;
  const [categories, stages, ballotRule, submissionRule, awards, organizers, units] = await Promise.all([
    categoriesOf(context, id),
    stagesOf(context, id),
    ballotRuleOf(context, id),
    submissionRuleOf(context, id),
    awardsOf(context, id),
    organizersOf(context, id),
    findUnits(context, id),
  ]);
  const judged = stages.filter(({ kind }) => judgingKinds.includes(kind));
  return {
    competition,
    categories,
    stages,
    judging: await Promise.all(judged.map((stage) => loadJudging(context, stage, categories))),
    ballotRule: ballotRule && { isDeclared: ballotRule.version > 1, weight: Number(ballotRule.publicWeight) },
    isSubmissionRuleDeclared: submissionRule !== defaultSubmissionRule,
    units,
    awards: awards.length,
    organizers: organizers.length,
  };
}

/** The loaders answer all of it in two statements, whatever the number of stages and categories. */
async function loadJudging(context: Context, stage: Stage, categories: readonly Category[]) {
  const rule = await scoringRuleOf(context, stage.id);
  const scopes = categories.length > 0 ? categories.map(({ id }) => id) : [null];
  const criteria = await Promise.all(
    scopes.map((categoryId) => criteriaOf(context, stage.competition.id, stage.id, categoryId)),
  );
  return {
    name: stage.name,
    kind: stage.kind,
    unmarked: criteria.filter((one) => one.length === 0).length,
    weight: Number(rule?.weight ?? 0),
    isRuleDeclared: (rule?.version ?? 1) > 1,
  };
}

async function findUnits({ em }: Context, competitionId: string): Promise<SetUp['units']> {
  const [row] = await em.execute<{ count: number; first: string; last: string }[]>(
    `select count(*)::int as count, min(closes_at) as first, max(closes_at) as last from sending_units
     where competition_id = ? having count(*) > 0`,
    [competitionId],
  );
  return row ? { count: row.count, first: new Date(row.first), last: new Date(row.last) } : null;
}
