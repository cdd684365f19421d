import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import {
  BallotRule,
  type Competition,
  defaultBallotRule,
  defaultScoringRule,
  RankScope,
  ScoreScale,
  ScoringRule,
  Stage,
  StageKind,
} from '../../../competition/competitions/index.ts';
import { createImported, importedName } from '../../../competition/entries/index.ts';
import type { MarkImportOptions } from './mark-import-options.ts';

/**
 * Makes the competition that files of marks come from, still empty: one review that is over, ranked within its categories.
 * Required fields that no file has are marked as imported. Nobody becomes a member or an organizer.
 */
export async function createJudgedCompetition(
  context: Context,
  em: EntityManager,
  { slug, timeZone, source, rule }: MarkImportOptions,
): Promise<Competition> {
  const now = context.clock.now();
  const name = LocalizedText.of({ en: slug });
  const hostName = LocalizedText.of(importedName);
  const { competition } = await createImported(em, { slug, name, hostName, source, timeZone, now });
  em.create(BallotRule, { ...defaultBallotRule, competition, declaredAt: now });
  const stage = em.create(Stage, {
    competition,
    ordinal: 0,
    kind: StageKind.REVIEW,
    name: LocalizedText.of({ zh: '评审', en: 'Judging' }),
    opensAt: new Date(now.getTime() - 60_000),
    closesAt: now,
  });
  const scale = { scale: ScoreScale.FACTORS, scope: RankScope.CATEGORY };
  em.create(ScoringRule, { ...defaultScoringRule, ...scale, ...rule, stage, declaredAt: now });
  const act = { type: 'Competition', id: competition.id };
  recordAct(context, em, 'createCompetition', act, { importedFrom: source, rule });
  await em.flush();
  return competition;
}
