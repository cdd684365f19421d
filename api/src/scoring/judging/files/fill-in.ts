import { createHash } from 'node:crypto';
import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import type { Problems } from '../../../core/tables/problems.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import {
  addCriteria,
  Category,
  type Competition,
  findRubrics,
  Rubric,
  rubricFor,
  type Stage,
} from '../../../competition/competitions/index.ts';
import { createImportedEntry, Entry, importedRegion } from '../../../competition/entries/index.ts';
import { findSections } from '../../../work/forms/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { Judge, Panel } from '../judging.entity.ts';
import { isCalled, judgedStage } from './find-field.ts';
import type { MarkFile } from './mark-files.ts';
import { inferScale } from './infer-scale.ts';

const written = (text: string) => (/\p{Script=Han}/u.test(text) ? { zh: text } : { en: text });

/** A key for what a file only names: the name in small letters where that can be one, a number where not. */
const keyOf = (name: string, prefix: string, ordinal: number, taken: ReadonlySet<string>): string => {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[\x20-\x7e]+$/.test(name) && slug !== '' && !taken.has(slug) ? slug : `${prefix}-${ordinal + 1}`;
};

/** Makes the categories, rubrics, entries and judges that files of marks name and the competition lacks. */
export async function fillIn(
  context: Context,
  em: EntityManager,
  competition: Competition,
  file: MarkFile,
  problems: Problems,
): Promise<void> {
  const stage = await judgedStage(em, competition.id);
  if (!stage) return;
  const categories = await fillCategories(em, competition, file);
  await fillRubrics(em, competition, stage, categories, file, problems);
  await fillEntries(context, em, competition, categories, file);
  await fillJudges(context, em, competition, stage, categories, file);
  await em.flush();
}

async function fillCategories(
  em: EntityManager,
  competition: Competition,
  { criteria }: MarkFile,
): Promise<Map<string, Category>> {
  const there = await em.find(Category, { competition }, { orderBy: { ordinal: 'asc' } });
  const taken = new Set(there.map(({ key }) => key));
  const byName = new Map<string, Category>();
  for (const name of new Set(criteria.map(({ category }) => category))) {
    const found = there.find((category) => isCalled(category, name));
    if (found) byName.set(name, found);
    else {
      const key = keyOf(name, 'category', taken.size, taken);
      const ordinal = taken.size;
      taken.add(key);
      byName.set(name, em.create(Category, { competition, ordinal, key, name: LocalizedText.of(written(name)) }));
    }
  }
  return byName;
}

/** A category whose entries are marked by the rubric of the competition keeps it; another gets one of its own. */
async function fillRubrics(
  em: EntityManager,
  competition: Competition,
  stage: Stage,
  categories: ReadonlyMap<string, Category>,
  { criteria, marks }: MarkFile,
  problems: Problems,
): Promise<void> {
  const rubrics = await findRubrics(em, competition.id);
  const given = Map.groupBy(marks, ({ category }) => category);
  for (const [name, lines] of Map.groupBy(criteria, ({ category }) => category)) {
    const category = categories.get(name);
    if (!category || rubricFor(rubrics, stage.id, category.id)) continue;
    const scale = inferScale((given.get(name) ?? []).flatMap(({ score }) => score ?? []));
    if (!scale) {
      problems.error({ section: 'marks' }, `the marks of ${name} lie on no scale from -1000 to 1000`);
      continue;
    }
    const rubric = em.create(Rubric, { competition, category });
    const taken = new Set<string>();
    const made = lines.map(({ criterion, factor }, ordinal) => {
      const key = keyOf(criterion, 'criterion', ordinal, taken);
      taken.add(key);
      return { key, name: written(criterion), guidance: {}, weight: factor, ...scale };
    });
    addCriteria(em, rubric, made);
  }
}

async function fillEntries(
  context: Context,
  em: EntityManager,
  competition: Competition,
  categories: ReadonlyMap<string, Category>,
  { marks }: MarkFile,
): Promise<void> {
  const there = await em.find(Entry, { competition }, { fields: ['key', 'number', 'category'] });
  const known = new Set(there.map(({ key, number, category }) => `${category.id}/${key ?? number}`));
  const region = await importedRegion(em);
  const host = await competition.host.loadOrFail();
  const asked = await findSections(em, competition.form.id);
  for (const { category: name, entry } of marks) {
    const category = categories.get(name);
    if (!category || known.has(`${category.id}/${entry}`)) continue;
    known.add(`${category.id}/${entry}`);
    competition.lastEntryNumber += 1;
    createImportedEntry(em, {
      competition,
      asked,
      category,
      host,
      region,
      number: competition.lastEntryNumber,
      key: entry,
      name: null,
      description: null,
      language: 'zh' in written(entry) ? 'zh' : 'en',
      now: context.clock.now(),
    });
  }
}

/** A code stands for one person in all categories; each category without a panel gets one. */
async function fillJudges(
  context: Context,
  em: EntityManager,
  competition: Competition,
  stage: Stage,
  categories: ReadonlyMap<string, Category>,
  { marks }: MarkFile,
): Promise<void> {
  const panels: Panel[] = await em.find(Panel, { stage }, { populate: ['categories'] });
  const judges = await em.find(Judge, { panel: { $in: panels } });
  const emailOf = (code: string) =>
    `judge-${createHash('sha256').update(code).digest('hex').slice(0, 16)}@${competition.slug}.imported.invalid`;
  const users = new Map(
    (await em.find(User, { email: { $like: `judge-%@${competition.slug}.imported.invalid` } })).map((user) => [
      user.email,
      user,
    ]),
  );
  for (const [name, lines] of Map.groupBy(marks, ({ category }) => category)) {
    const category = categories.get(name);
    if (!category) continue;
    let panel = panels.find((candidate) => candidate.categories.contains(category));
    if (!panel) {
      panel = em.create(Panel, { competition, stage, name: category.name });
      panel.categories.add(category);
      panels.push(panel);
    }
    for (const code of new Set(lines.map(({ judge }) => judge))) {
      if (judges.some((judge) => judge.code === code && judge.panel.id === panel.id)) continue;
      const email = emailOf(code);
      const now = context.clock.now();
      const user = users.get(email) ?? em.create(User, { email, name: code, createdAt: now, updatedAt: now });
      users.set(email, user);
      judges.push(em.create(Judge, { panel, user: ref(user), code }));
    }
  }
}
