import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Competition, reviseVoting } from '../../competitions/index.ts';
import type { ImportChoices } from '../check/import-choices.ts';
import { checkTable, type CheckedTable } from '../check/check-table.ts';
import { ImportState, type EntryImport } from '../entry-import.entity.ts';
import { readLookups, type Lookups } from '../check/lookups.ts';
import type { Table } from '../table/read-table.ts';
import { writeEntries } from './write-entries.ts';

type OnProgress = (done: number, all: number) => Promise<void>;

/** What a file would do to a competition as it stands. */
export async function dryRun(
  inside: Context,
  em: EntityManager,
  competition: Competition,
  table: Table,
  choices: ImportChoices,
): Promise<{ checked: CheckedTable; lookups: Lookups }> {
  const lookups = await readLookups(inside, em, competition, table);
  return { checked: checkTable(table, lookups, choices), lookups };
}

/** Numbers are given out under this lock, so that no other entry takes one in between. */
export const holdCompetition = async (em: EntityManager, id: string): Promise<Competition> =>
  await em.findOneOrFail(Competition, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/**
 * Writes everything of a checked file, or nothing, in the caller's transaction, which holds the competition and the import.
 * It is checked again, because time has passed since the dry run. The audit names `actor`.
 */
export async function importTable(
  { inside, actor, em }: { inside: Context; actor: Context; em: EntityManager },
  entryImport: EntryImport,
  competition: Competition,
  table: Table,
  onProgress: OnProgress,
): Promise<CheckedTable> {
  const { checked, lookups } = await dryRun(inside, em, competition, table, entryImport);
  const now = inside.clock.now();
  noteCounts(entryImport, table, checked, now);
  if (checked.problems.length > 0) return checked;
  await em.flush();
  const { id: importId, arriveAs, createsOrganizations, updates } = entryImport;
  const choices = { arriveAs, createsOrganizations, updates };
  await writeEntries({ em, competition, lookups, choices, importId, now, onProgress }, checked);
  entryImport.state = ImportState.IMPORTED;
  entryImport.importedAt = now;
  await reviseVoting(em, competition.id);
  const { name, sha256, newCount, changedCount, unchangedCount } = entryImport;
  recordAct(
    actor,
    em,
    'importEntries',
    { type: 'EntryImport', id: importId },
    { competition: competition.slug, name, sha256, ...choices, newCount, changedCount, unchangedCount },
  );
  await em.flush();
  return checked;
}

export function noteCounts(entryImport: EntryImport, table: Table, checked: CheckedTable, now: Date): void {
  entryImport.state = ImportState.CHECKED;
  entryImport.checkedAt = now;
  entryImport.rowCount = table.rows.length;
  entryImport.emptyRows = table.emptyRows;
  entryImport.newCount = checked.created.length;
  entryImport.changedCount = checked.changed.length;
  entryImport.unchangedCount = checked.unchanged;
  entryImport.problemCount = checked.problems.length;
}
