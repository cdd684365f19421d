import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import {
  BallotRule,
  Competition,
  defaultBallotRule,
  defaultScoringRule,
  RankScope,
  ScoreScale,
  ScoringRule,
  Stage,
  StageKind,
} from '../../../competition/competitions/index.ts';
import { importedName, importedRegion } from '../../../competition/entries/index.ts';
import { needForm } from '../../../work/forms/index.ts';
import { Organization, OrganizationKind, OrganizationStatus } from '../../../people/organizations/index.ts';
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
  const region = await importedRegion(em);
  const host = em.create(Organization, {
    slug: `imported-${slug}`,
    name: LocalizedText.of(importedName),
    kind: OrganizationKind.COMMUNITY,
    region: ref(region),
    status: OrganizationStatus.VERIFIED,
    verifiedAt: now,
    createdAt: now,
  });
  const competition = em.create(Competition, {
    form: await needForm(em),
    slug,
    name: LocalizedText.of({ en: slug }),
    tagline: LocalizedText.of(importedName),
    description: LocalizedText.of({ zh: `${importedName.zh}：${source}`, en: `${importedName.en}: ${source}` }),
    host: ref(host),
    region: ref(region),
    timeZone,
    openedAt: now,
    createdAt: now,
  });
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
