import { moveStageInput } from '@laurel/schema/setup';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput, fieldProblem } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import type { MessageKey } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { instantOf } from '@laurel/schema/wall-clock';
import { Stage, StageMove, type Competition, holdCompetition, assertOrganizer } from '../../competitions/index.ts';
import { whyNotMoved } from './may-move.ts';
import { orderProblems } from './stage-order.ts';
import { MoveStageSuccess, StageStandsError, type MoveStageInput } from './stage.types.ts';

type Outcome = MoveStageSuccess | StageStandsError | InvalidInputError;

/**
 * Moves a stage of an open competition, in public: reason and former times stay on its page. Organizers only, until the
 * results are published.
 */
export async function moveStage(context: Context, { stageId, ...given }: MoveStageInput): Promise<Outcome> {
  assertSignedIn(context);
  const asked = isId(stageId) ? await context.em.fork().findOne(Stage, { id: stageId }) : null;
  if (!asked) throw notFound(context);
  await assertOrganizer(context, asked.competition.id);
  const parsed = parseInput(context, moveStageInput, given);
  if (parsed instanceof InvalidInputError) return parsed;
  return await unitOfWork(context, async (em): Promise<Outcome> => {
    const competition = await holdCompetition(context, em, asked.competition.id);
    const stages = await holdStages(em, competition);
    const stage = stages.find(({ id }) => id === stageId);
    if (!stage) throw notFound(context);
    const window = readWindow(context, competition, stage, parsed);
    if (window instanceof InvalidInputError) return window;
    const stands = (key: MessageKey, values: Record<string, unknown> = {}) =>
      userError(context, StageStandsError, key, {}, values);
    const why = whyNotMoved(competition, stage, window, context.clock.now());
    if (why) return stands(`setup.move.${why}`);
    const after = stages.map((one) => ({ kind: one.kind, ...(one === stage ? window : pick(one)) }));
    const [problem] = orderProblems(after);
    if (problem?.kind === 'BEGINS_TOO_EARLY') {
      const nameOf = (index: number) => stages[index]?.name.in(context.locale);
      const values = { name: nameOf(problem.index), earlier: nameOf(problem.earlier) };
      return stands('setup.order.BEGINS_TOO_EARLY', values);
    }
    if (problem) return stands('setup.order.ENDS_BEFORE_IT_BEGINS', { name: stage.name.in(context.locale) });
    const from = pick(stage);
    em.create(StageMove, {
      stage,
      fromOpensAt: from.opensAt,
      fromClosesAt: from.closesAt,
      toOpensAt: window.opensAt,
      toClosesAt: window.closesAt,
      reason: parsed.reason,
      movedAt: context.clock.now(),
    });
    // The record first: PostgreSQL writes one without a reason where it finds none.
    await em.flush();
    em.assign(stage, { ...window, revision: stage.revision + 1 });
    recordAct(context, em, 'moveStage', { type: 'Stage', id: stage.id }, { from, to: window, reason: parsed.reason });
    return make(MoveStageSuccess, { stage });
  });
}

const pick = ({ opensAt, closesAt }: Stage) => ({ opensAt, closesAt });

/** Votes, marks and entries hold the row of their stage, so none of them crosses the move. */
async function holdStages(em: EntityManager, competition: Competition): Promise<Stage[]> {
  await em.execute('select id from stages where competition_id = ? order by id for no key update', [competition.id]);
  return await em.find(Stage, { competition }, { orderBy: { ordinal: 'asc' }, refresh: true });
}

const fields = ['opensAt', 'closesAt'] as const;

/** The window asked for; a time that clocks never show is refused, of one that they show twice the first is meant. */
function readWindow(
  context: Context,
  { timeZone }: Competition,
  stage: Stage,
  given: { [F in (typeof fields)[number]]?: string | null | undefined },
): { opensAt: Date; closesAt: Date } | InvalidInputError {
  const window = pick(stage);
  for (const field of fields) {
    const local = given[field];
    if (local === null || local === undefined) continue;
    const { instant, isShown } = instantOf(local, timeZone);
    if (isShown === 'SKIPPED') {
      const values = { day: local.slice(0, 10), time: local.slice(11), timeZone, name: stage.name.in(context.locale) };
      return fieldProblem(context, field, 'setup.timeSkipped', values);
    }
    window[field] = instant;
  }
  return window;
}
