import type { EntityManager } from '@mikro-orm/postgresql';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { Award } from '../../awards/index.ts';
import {
  BallotRule,
  Category,
  Criterion,
  defaultBallotRule,
  defaultScoringRule,
  findRubrics,
  findScoringRules,
  Question,
  Rubric,
  ScoringRule,
  Stage,
  SubmissionRule,
  valuesOfRule,
  type BallotRuleValues,
  Competition,
  type ScoringRuleValues,
} from '../../competitions/index.ts';
import { copyUnits } from './copy-units.ts';
import { shifted, type Shift } from './shift.ts';

/** A competition like another, but for what is given. */
export function copyCompetitionRow(
  em: EntityManager,
  { form, name, tagline, description, host, region, timeZone, isDemonstration }: Competition,
  values: Pick<Competition, 'slug' | 'createdAt'> & Partial<Competition>,
): Competition {
  const words = {
    name: LocalizedText.of(name),
    tagline: LocalizedText.of(tagline),
    description: LocalizedText.of(description),
  };
  return em.create(Competition, { form, host, region, timeZone, isDemonstration, ...words, ...values });
}

/** Gives a new competition what another one declared: categories, stages, sending units, rubrics, rules, awards. */
export async function copyParts(
  em: EntityManager,
  original: Competition,
  competition: Competition,
  shift: Shift,
  now: Date,
): Promise<void> {
  const categories = new Map<string, Category>();
  for (const { id, ordinal, key, name } of await em.find(Category, { competition: original })) {
    categories.set(id, em.create(Category, { competition, ordinal, key, name: LocalizedText.of(name) }));
  }
  const questions = await em.find(Question, { competition: original }, { orderBy: { ordinal: 'asc' } });
  for (const { category, prompt, help, unit, ordinal, key, kind, options, ...rest } of questions) {
    const { minimum = null, maximum = null, maxLength = null } = rest;
    // Made-up people answer nothing.
    const isRequired = rest.isRequired && !competition.isRehearsal;
    const words = { prompt: LocalizedText.of(prompt), help: LocalizedText.of(help), unit: LocalizedText.of(unit) };
    const place = { competition, category: categories.get(category?.id ?? '') ?? null, ordinal, key };
    em.create(Question, { ...place, ...words, kind, isRequired, options, minimum, maximum, maxLength });
  }
  const submissionRule = await em.findOne(SubmissionRule, { competition: original });
  if (submissionRule) {
    // A rehearsal has one reviewer.
    const alone = competition.isRehearsal && { reviewersNeeded: 1, holdsDecisions: false };
    em.create(SubmissionRule, { competition, ...valuesOfRule(submissionRule), ...alone });
  }
  // Before the stages, for once submissions are open the questions stand.
  await em.flush();
  const later = (instant: Date) => shifted(instant, original.timeZone, shift);
  if (!competition.isRehearsal) await copyUnits(em, original, competition, later);
  const stages = new Map<string, Stage>();
  for (const { id, ordinal, kind, name, opensAt, closesAt } of await em.find(Stage, { competition: original })) {
    const window = { opensAt: later(opensAt), closesAt: later(closesAt) };
    stages.set(id, em.create(Stage, { competition, ordinal, kind, name: LocalizedText.of(name), ...window }));
  }
  for (const rule of await em.find(BallotRule, { competition: original })) {
    em.create(BallotRule, { ...valuesOf<BallotRuleValues>(rule, defaultBallotRule), competition, declaredAt: now });
  }
  for (const rule of await findScoringRules(em, original.id)) {
    const stage = stages.get(rule.stage.id);
    if (stage)
      em.create(ScoringRule, { ...valuesOf<ScoringRuleValues>(rule, defaultScoringRule), stage, declaredAt: now });
  }
  for (const { rubric, criteria } of await findRubrics(em, original.id)) {
    const copy = em.create(Rubric, {
      competition,
      stage: stages.get(rubric.stage?.id ?? '') ?? null,
      category: categories.get(rubric.category?.id ?? '') ?? null,
      requiresComment: rubric.requiresComment,
    });
    for (const { ordinal, key, name, guidance, weight, minimum, maximum, step, levels } of criteria) {
      const words = { name: LocalizedText.of(name), guidance: LocalizedText.of(guidance) };
      em.create(Criterion, { rubric: copy, ordinal, key, ...words, weight, minimum, maximum, step, levels });
    }
  }
  for (const { tier, name, quota } of await em.find(Award, { competition: original })) {
    em.create(Award, { competition, tier, name: LocalizedText.of(name), quota });
  }
}

/** What a rule says, with its version: whether anybody has looked at it is true of the copy as well. */
const valuesOf = <T extends object>(rule: T & { version: number }, defaults: T) => ({
  ...(Object.fromEntries(Object.keys(defaults).map((name) => [name, rule[name as keyof T]])) as T),
  version: rule.version,
});
