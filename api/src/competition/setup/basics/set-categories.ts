import { categoriesInput } from '@laurel/schema/setup';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Category, type Competition, holdCompetition, assertOrganizer } from '../../competitions/index.ts';
import {
  CategoryInUseError,
  CompetitionOpenedError,
  SetCategoriesSuccess,
  type SetCategoriesInput,
} from '../setup.types.ts';

type Outcome = SetCategoriesSuccess | CompetitionOpenedError | CategoryInUseError | InvalidInputError;

/**
 * Replaces the categories, in their order. Once the competition is open, they can be added, renamed and reordered, but none
 * goes and none gets another key. Organizers only.
 */
export async function setCategories(context: Context, input: SetCategoriesInput): Promise<Outcome> {
  await assertOrganizer(context, input.competitionId);
  const parsed = parseInput(context, categoriesInput, { categories: input.categories });
  if (parsed instanceof InvalidInputError) return parsed;
  const { competitionId } = input;
  return await unitOfWork(context, async (em): Promise<Outcome> => {
    const competition = await holdCompetition(context, em, competitionId);
    const known = new Map((await em.find(Category, { competition })).map((category) => [category.id, category]));
    const wanted = parsed.categories.map((category) => ({ ...category, id: category.id ?? null }));
    const ids = wanted.flatMap(({ id }) => id ?? []);
    if (ids.some((id) => !known.has(id)) || new Set(ids).size < ids.length) throw notFound(context);
    const gone = [...known.values()].filter(({ id }) => !ids.includes(id));
    const hasNewKey = wanted.some(({ id, key }) => id !== null && known.get(id)?.key !== key);
    const isOver = competition.resultsPublishedAt && wanted.some(({ id }) => id === null);
    if (competition.openedAt && (gone.length > 0 || hasNewKey || isOver)) {
      return userError(context, CompetitionOpenedError, 'setup.categoriesStand');
    }
    const [used] = gone.length > 0 ? await inUse(em, gone) : [];
    if (used) {
      const name = used.name.in(context.locale);
      return userError(context, CategoryInUseError, 'setup.categoryInUse', { category: used }, { name });
    }
    await em.nativeDelete(Category, { id: { $in: gone.map(({ id }) => id) } });
    const rows = wanted.map(({ id, key, name }, ordinal) => {
      const { zh, en } = LocalizedText.of(name);
      return { id, ordinal, key, zh, en };
    });
    await putInOrder(em, competition, rows);
    for (const { id, ordinal, key, zh, en } of rows) {
      if (id === null) em.create(Category, { competition, ordinal, key, name: LocalizedText.of({ zh, en }) });
    }
    recordAct(context, em, 'setCategories', { type: 'Competition', id: competitionId }, parsed);
    return make(SetCategoriesSuccess, { competition });
  });
}

/** The first of some categories that something is tied to. */
async function inUse(em: EntityManager, categories: readonly Category[]): Promise<Category[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select c.id from categories c where c.id = any(?::uuid[]) and (
       exists (select from entries e where e.category_id = c.id)
       or exists (select from entry_drafts d where d.category_id = c.id)
       or exists (select from panel_categories p where p.category_id = c.id)
       or exists (select from questions q where q.category_id = c.id)
       or exists (select from entry_drafts d where d.category_id = c.id)
       or exists (select from rubrics r where r.category_id = c.id)) order by c.ordinal`,
    [`{${categories.map(({ id }) => id).join(',')}}`],
  );
  return rows.flatMap(({ id }) => categories.find((category) => category.id === id) ?? []);
}

/** In two steps, the first of which clears the way: no two may hold one place or one key at any moment. */
async function putInOrder(em: EntityManager, { id, openedAt }: Competition, rows: readonly object[]): Promise<void> {
  await em.execute(
    `update categories set ordinal = -1 - ordinal${openedAt ? '' : ", key = 'moved-' || id"} where competition_id = ?`,
    [id],
  );
  await em.execute(
    `update categories c set ordinal = w.ordinal, key = w.key, name_zh = w.zh, name_en = w.en
     from jsonb_to_recordset(?::jsonb) as w(id uuid, ordinal int, key text, zh text, en text)
     where c.id = w.id and c.competition_id = ?`,
    [JSON.stringify(rows), id],
  );
}
