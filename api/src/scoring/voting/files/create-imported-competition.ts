import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { dayIn, nextDayStart } from '../../../core/time/local-day.ts';
import {
  BallotMethod,
  BallotRule,
  BallotStyle,
  Category,
  type Competition,
  defaultBallotRule,
  Stage,
  StageKind,
  type BallotRuleValues,
} from '../../../competition/competitions/index.ts';
import { createImportedEntry, createImported, importedName } from '../../../competition/entries/index.ts';
import { findSections } from '../../../work/forms/index.ts';
import type { BallotFile, DeclaredRule } from './ballot-file.ts';
import { dayStart } from './day-start.ts';

export interface ImportSource {
  slug: string;
  timeZone: string;
  /** Name of the file. */
  source: string;
}

/**
 * Makes the competition that a file of ballots comes from, in the caller's transaction. Required fields that the file lacks
 * (host, region, category, the texts of entries) are marked as imported. Nobody becomes a member or an organizer.
 */
export async function createImportedCompetition(
  context: Context,
  em: EntityManager,
  file: BallotFile,
  { slug, timeZone, source }: ImportSource,
): Promise<Competition> {
  const now = context.clock.now();
  const written = (text: string | null) => LocalizedText.of({ [file.language]: text });
  const names = { name: written(file.title ?? slug), hostName: nameHost(file) };
  const { competition, host, region } = await createImported(em, { slug, ...names, source, timeZone, now });
  competition.lastEntryNumber = file.entries.length;
  em.create(BallotRule, { ...defaultBallotRule, ...ruleValues(file.rule), competition, declaredAt: now });
  const beginsOn = file.beginsOn ?? file.endsOn ?? dayIn(timeZone, now);
  em.create(Stage, {
    competition,
    ordinal: 0,
    kind: StageKind.VOTING,
    name: LocalizedText.of({ zh: '公众投票', en: 'Public vote' }),
    opensAt: dayStart(timeZone, beginsOn),
    closesAt: nextDayStart(timeZone, dayStart(timeZone, file.endsOn ?? beginsOn)),
  });
  const category = em.create(Category, {
    competition,
    ordinal: 0,
    key: 'imported',
    name: LocalizedText.of(importedName),
  });
  const asked = await findSections(em, competition.form.id);
  file.entries.forEach(({ key, name, description }, index) => {
    const text = { key, name, description, language: file.language };
    createImportedEntry(em, { competition, asked, category, host, region, number: index + 1, ...text, now });
  });
  recordAct(context, em, 'createCompetition', { type: 'Competition', id: competition.id }, { importedFrom: source });
  await em.flush();
  return competition;
}

function nameHost({ host, language }: BallotFile): LocalizedText {
  if (host === null) return LocalizedText.of(importedName);
  return LocalizedText.of(language === 'zh' ? { zh: `${host}（导入）` } : { en: `${host} (imported)` });
}

/** One ballot for the whole vote, whose result is the result. */
function ruleValues({ method, minChoices, maxChoices, maxPoints, maxSum }: DeclaredRule): Partial<BallotRuleValues> {
  return {
    style: BallotStyle.BALLOT,
    method: BallotMethod[method],
    minChoices,
    maxChoices,
    maxPoints: Math.min(10_000, Math.max(1, maxPoints)),
    maxSum: Math.min(10_000_000, Math.max(1, maxSum)),
    votesPerDay: 1,
    excludesOwnOrganization: false,
    publicWeight: '100',
  };
}
