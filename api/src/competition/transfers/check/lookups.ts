import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { Category, questionsOf, type Competition } from '../../competitions/index.ts';
import { sectionsOfForm, type Form } from '../../../work/forms/index.ts';
import { columnFinder, columnsOf, type Column } from '../table/columns.ts';
import { readEntryRows, type EntryRow } from '../table/entry-cells.ts';
import type { Table } from '../table/read-table.ts';
import { folded } from '../table/words.ts';

export interface KnownOrganization {
  id: string;
  slug: string;
  zh: string | null;
  en: string | null;
  status: 'PENDING' | 'VERIFIED' | 'REFUSED';
  region: string;
}

interface KnownRegion {
  id: string;
  code: string;
  zh: string | null;
  en: string | null;
}

/** What the rows of a file are compared with, read in a few statements. */
export interface Lookups {
  columns: readonly Column[];
  form: Form;
  categories: readonly { id: string; key: string; zh: string | null; en: string | null }[];
  regions: readonly KnownRegion[];
  regionOf: (text: string) => KnownRegion | undefined;
  organizationsOf: (name: string) => readonly KnownOrganization[];
  organizationBySlug: (slug: string) => KnownOrganization | undefined;
  /** The registered name that is likest to one that nothing has. */
  suggestions: ReadonlyMap<string, string>;
  entryOf: (number: number) => EntryRow | undefined;
  /** Entries that compete, by organization and title. */
  numberByTitle: ReadonlyMap<string, number>;
}

export const titleKey = (organizationId: string, title: string): string => `${organizationId}/${folded(title)}`;

/** The table's columns in a competition. */
export async function columnsFor(inside: Context, competition: Competition): Promise<Column[]> {
  return columnsOf(await sectionsOfForm(inside, competition.form.id), await questionsOf(inside, competition.id));
}

/** What the columns hold that names something else, each once. */
function namedIn(table: Table, columns: readonly Column[]) {
  const find = columnFinder(columns);
  const places = new Map(table.header.map((header, index) => [find(header)?.key, index] as const));
  const distinct = (key: string) => {
    const place = places.get(key);
    const cells = place === undefined ? [] : table.rows.map(({ cells: row }) => row[place] ?? '');
    return [...new Set(cells)].filter(Boolean);
  };
  return {
    organizations: distinct('organization'),
    slugs: distinct('organizationId'),
    numbers: distinct('number')
      .filter((text) => /^\d{1,6}$/.test(text))
      .map(Number),
  };
}

export async function readLookups(
  inside: Context,
  em: EntityManager,
  competition: Competition,
  table: Table,
): Promise<Lookups> {
  const columns = await columnsFor(inside, competition);
  const named = namedIn(table, columns);
  const categories = await em.find(Category, { competition }, { orderBy: { ordinal: 'asc' } });
  const regions = await em.execute<KnownRegion[]>(
    'select id, code, name_zh as zh, name_en as en from regions order by code',
  );
  const byRegion = Map.groupBy(
    regions.flatMap((region) =>
      [region.code, region.zh, region.en].flatMap((name) => (name ? [{ name, region }] : [])),
    ),
    ({ name }) => folded(name),
  );
  const organizations = await findOrganizations(em, named);
  const byName = Map.groupBy(
    organizations.flatMap((one) => [one.zh, one.en].flatMap((name) => (name ? [{ name: folded(name), one }] : []))),
    ({ name }) => name,
  );
  const bySlug = new Map(organizations.map((one) => [one.slug, one]));
  const unknown = named.organizations.filter((name) => !byName.has(folded(name)) && !bySlug.has(name));
  const existing = new Map<number, EntryRow>();
  for (let from = 0; from < named.numbers.length; from += 500) {
    const numbers = named.numbers.slice(from, from + 500);
    for (const row of await readEntryRows(em, competition.id, { numbers })) existing.set(row.number, row);
  }
  return {
    columns,
    form: await competition.form.loadOrFail(),
    categories: categories.map(({ id, key, name }) => ({ id, key, zh: name.zh ?? null, en: name.en ?? null })),
    regions,
    regionOf: (text) => {
      const found = byRegion.get(folded(text)) ?? [];
      return found.length === 1 ? found[0]?.region : undefined;
    },
    organizationsOf: (name) => (byName.get(folded(name)) ?? []).map(({ one }) => one),
    organizationBySlug: (slug) => bySlug.get(slug),
    suggestions: await suggest(em, unknown),
    entryOf: (number) => existing.get(number),
    numberByTitle: await titlesOf(em, competition.id),
  };
}

const foldedSql = (column: string) => `regexp_replace(lower(normalize(${column}, NFKC)), '\\s+', '', 'g')`;

async function findOrganizations(
  em: EntityManager,
  { organizations, slugs }: { organizations: readonly string[]; slugs: readonly string[] },
): Promise<KnownOrganization[]> {
  const names = JSON.stringify(organizations.map(folded));
  // People without a column for the slug write it in that of the name.
  const known = JSON.stringify([...slugs, ...organizations]);
  return await em.execute<KnownOrganization[]>(
    `with named as (select jsonb_array_elements_text(?::jsonb) as name), known as (select jsonb_array_elements_text(?::jsonb) as slug)
     select o.id, o.slug, o.name_zh as zh, o.name_en as en, o.status, r.code as region
     from organizations o join regions r on r.id = o.region_id
     where o.slug in (select slug from known) or ${foldedSql('o.name_zh')} in (select name from named)
       or ${foldedSql('o.name_en')} in (select name from named)
     order by o.slug`,
    [names, known],
  );
}

/** Trigrams, as where people register: what is like a name at all is worth a word. */
async function suggest(em: EntityManager, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await em.execute<{ name: string; like: string }[]>(
    `select n.name, s.name as "like" from (select jsonb_array_elements_text(?::jsonb) as name) n cross join lateral (
       select o.name from (select unnest(array[name_zh, name_en]) as name from organizations where status <> 'REFUSED') o
       where o.name is not null and similarity(o.name, n.name) > 0.3
       order by similarity(o.name, n.name) desc, o.name limit 1) s`,
    [JSON.stringify(names.slice(0, 200))],
  );
  return new Map(rows.map(({ name, like }) => [name, like]));
}

async function titlesOf(em: EntityManager, competitionId: string): Promise<Map<string, number>> {
  const rows = await em.execute<{ number: number; organization_id: string; zh: string | null; en: string | null }[]>(
    `select number, organization_id, title_zh as zh, title_en as en from entries
     where competition_id = ? and status not in ('WITHDRAWN', 'REJECTED')`,
    [competitionId],
  );
  return new Map(
    rows.flatMap(({ number, organization_id: id, zh, en }) =>
      [zh, en].flatMap((title) => (title ? [[titleKey(id, title), number] as const] : [])),
    ),
  );
}
