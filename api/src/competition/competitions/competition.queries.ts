import type { EntityClass } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { load, type Context } from '../../core/context.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { message, instantInWords, type MessageKey } from '../../core/messages.ts';
import { BallotRule } from './ballot-rule/ballot-rule.entity.ts';
import { Category, Competition } from './competition.entity.ts';
import { type StageKind } from './stage-kind.ts';
import { Stage, StageMove } from './stage.entity.ts';
import { visibleCompetitions } from './visible.ts';

export const CompetitionConnection = connectionOf(() => Competition, 'Competition');

export const competitionsFor = (viewerId: string | null): PageSource<Competition> => ({
  entity: Competition,
  name: 'competitions',
  from: 'competitions c0',
  alias: 'c0',
  where: [visibleCompetitions('c0', viewerId)],
  order: { sql: 'c0.created_at', type: 'timestamptz', descending: true },
});

/** The ordered parts of a competition (stages, categories); of many competitions in one statement. */
const partsOf =
  <T extends Stage | Category>(entity: EntityClass<T>, name: string) =>
  async (context: Context, competitionId: string): Promise<T[]> =>
    await load<T[]>(
      context,
      `competition.${name}`,
      competitionId,
      async (ids) => {
        const parts = (await context.em.find(
          entity as EntityClass<Stage>,
          { competition: { $in: [...ids] } },
          { orderBy: { ordinal: 'asc' } },
        )) as unknown as T[];
        return Map.groupBy(parts, (part) => part.competition.id);
      },
      [],
    );

export const stagesOf = partsOf(Stage, 'stages');
export const categoriesOf = partsOf(Category, 'categories');

/** How a stage was moved since its competition opened, the latest first; of many stages in one statement. */
export async function movesOf(context: Context, stageId: string): Promise<StageMove[]> {
  return await load<StageMove[]>(
    context,
    'stage.moves',
    stageId,
    async (ids) => {
      const moves = await context.em.find(
        StageMove,
        { stage: { $in: [...ids] } },
        { orderBy: { movedAt: 'desc', id: 'desc' } },
      );
      return Map.groupBy(moves, (move) => move.stage.id);
    },
    [],
  );
}

/**
 * The stage of a kind, locked so that it cannot be moved or closed while this transaction acts within it. The lock
 * is a statement of its own: what is read after it is not older than it.
 */
export async function holdStage(em: EntityManager, competitionId: string, kind: StageKind): Promise<Stage | null> {
  await em.execute('select id from stages where competition_id = ? and kind = ? for share', [competitionId, kind]);
  return await em.findOne(Stage, { competition: competitionId, kind }, { refresh: true });
}

/** How the public votes in a competition; of many competitions in one statement. */
export async function ballotRuleOf(context: Context, competitionId: string): Promise<BallotRule | null> {
  return await load<BallotRule | null>(
    context,
    'competition.ballotRule',
    competitionId,
    async (ids) => {
      const rules = await context.em.find(BallotRule, { competition: { $in: [...ids] } });
      return new Map(rules.map((rule) => [rule.competition.id, rule]));
    },
    null,
  );
}

/**
 * Says that what may be voted on has changed: votes that were made from the page before are looked at again. Takes the
 * lock of the voting stage, so it waits for the votes that are being written, and the next ones wait for it.
 */
export async function reviseVoting(em: EntityManager, competitionId: string): Promise<void> {
  await em.execute("update stages set revision = revision + 1 where competition_id = ? and kind = 'VOTING'", [
    competitionId,
  ]);
}

/** Why a stage is not open, with the instant that matters, in the competition's zone. */
export function closedMessage(
  { locale, clock }: Context,
  timeZone: string,
  stage: Pick<Stage, 'opensAt' | 'closesAt'> | null,
  keys: { notYetOpen: MessageKey; closed: MessageKey; none: MessageKey },
): string {
  if (!stage) return message(locale, keys.none);
  return clock.now() < stage.opensAt
    ? message(locale, keys.notYetOpen, { opensAt: instantInWords(locale, stage.opensAt, timeZone) })
    : message(locale, keys.closed, { closesAt: instantInWords(locale, stage.closesAt, timeZone) });
}
