import type { EntityManager } from '@mikro-orm/postgresql';
import { rowBy, rowsBy } from '../../core/load-rows.ts';
import type { Context } from '../../core/context.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { message, instantInWords, type MessageKey } from '../../core/messages.ts';
import { BallotRule } from './ballot-rule/ballot-rule.entity.ts';
import { Category, Competition } from './competition.entity.ts';
import type { StageKind } from './stage-kind.ts';
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

export const stagesOf = rowsBy(Stage, 'competition', { orderBy: { ordinal: 'asc' } });
export const categoriesOf = rowsBy(Category, 'competition', { orderBy: { ordinal: 'asc' } });

/** How a stage was moved since its competition opened, the latest first; of many stages in one statement. */
export const movesOf = rowsBy(StageMove, 'stage', { orderBy: { movedAt: 'desc', id: 'desc' } });

/**
 * The stage of a kind, locked so that it cannot be moved or closed while this transaction acts within it. The lock
 * is a statement of its own: what is read after it is not older than it.
 */
export async function holdStage(em: EntityManager, competitionId: string, kind: StageKind): Promise<Stage | null> {
  await em.execute('select id from stages where competition_id = ? and kind = ? for share', [competitionId, kind]);
  return await em.findOne(Stage, { competition: competitionId, kind }, { refresh: true });
}

/** How the public votes in a competition; of many competitions in one statement. */
export const ballotRuleOf = rowBy(BallotRule, 'competition');

/**
 * Notes that what may be voted on has changed, so that votes prepared before are checked again. It locks the voting stage:
 * it waits for votes that are being written, and later ones wait for it.
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
