import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { Category, type Competition } from '../../competitions/index.ts';
import { Organization } from '../../../people/organizations/index.ts';
import { readEntryRows, type EntryRow } from '../table/entry-cells.ts';
import { columnsFor } from '../check/lookups.ts';
import type { ShownNames } from '../table/shown-names.ts';
import { shownCell, writeCsv, writeWorkbook } from '../table/write-table.ts';

export type TableFormat = 'XLSX' | 'CSV';

const atOnce = 500;

/** The table of a competition's entries, or without rows: to be filled in. As the reader may see it: organizers only. */
export async function entryTable(
  context: Context,
  competition: Competition,
  format: TableFormat,
  options: { isTemplate?: boolean; onProgress?: (done: number, all: number) => Promise<void> } = {},
): Promise<Buffer> {
  const { em, locale } = context;
  const columns = await columnsFor(context, competition);
  const shown = options.isTemplate ? columns.filter(({ kind }) => kind !== 'readOnly') : columns;
  const entries = options.isTemplate ? [] : await allRows(em, competition.id, options.onProgress);
  const names: ShownNames = {
    categories: await categoriesOf(em, competition),
    organizations: await namesOf(em, entries),
  };
  const rows = entries.map((entry) => shown.map((column) => shownCell(column, entry, names, locale)));
  if (format === 'CSV') return Buffer.from(writeCsv(shown, rows, locale));
  return await writeWorkbook(context, shown, rows, names);
}

async function allRows(
  em: EntityManager,
  competitionId: string,
  onProgress: (done: number, all: number) => Promise<void> = () => Promise.resolve(),
): Promise<EntryRow[]> {
  const [count] = await em.execute<{ n: number }[]>('select count(*)::int as n from entries where competition_id = ?', [
    competitionId,
  ]);
  const entries: EntryRow[] = [];
  for (;;) {
    const page = await readEntryRows(em, competitionId, { after: entries.at(-1)?.number ?? 0, most: atOnce });
    entries.push(...page);
    await onProgress(entries.length, count?.n ?? entries.length);
    if (page.length < atOnce) return entries;
  }
}

async function categoriesOf(em: EntityManager, competition: Competition) {
  const found = await em.find(Category, { competition }, { orderBy: { ordinal: 'asc' } });
  return found.map(({ id, key, name }) => ({ id, key, zh: name.zh ?? null, en: name.en ?? null }));
}

async function namesOf(em: EntityManager, entries: readonly EntryRow[]) {
  const ids = [...new Set(entries.map(({ organizationId }) => organizationId))];
  const found = ids.length > 0 ? await em.find(Organization, { id: { $in: ids } }) : [];
  return new Map(found.map(({ slug, name }) => [slug, { zh: name.zh ?? null, en: name.en ?? null }]));
}
