import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { selectRows } from '../../core/load-rows.ts';
import { assertSignedIn } from '../../core/graphql/operator.ts';
import type { MessageKey } from '../../core/messages.ts';
import { load, type Context } from '../../core/context.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { make } from '../../core/graphql/user-error.ts';
import { Job } from '../../platform/jobs/index.ts';
import { assertOrganizer } from '../competitions/index.ts';
import { ImportState } from './entry-import.entity.ts';
import { lettersOf } from './table/cell.ts';
import { EntryImport, StoredProblem } from './entry-import.entity.ts';
import { ImportProblemCount } from './transfer.types.ts';

export const EntryImportConnection = connectionOf(() => EntryImport, 'EntryImport');
export const ImportProblemConnection = connectionOf(() => StoredProblem, 'ImportProblem');

/** Newest first. */
export const importsOf: PageSource<EntryImport> = {
  entity: EntryImport,
  name: 'competition.entryImports',
  from: 'entry_imports i',
  alias: 'i',
  parent: 'i.competition_id',
  where: [{ sql: "i.state <> 'AWAITED'" }],
  order: { sql: 'i.created_at', type: 'timestamptz', descending: true },
};

/** In the order of the file; of one column where one is named. */
export const problemsOf = (column: number | null): PageSource<StoredProblem> => ({
  entity: StoredProblem,
  name: `entryImport.problems/${column ?? ''}`,
  from: 'import_problems p0',
  alias: 'p0',
  parent: 'p0.entry_import_id',
  where: column === null ? [] : [{ sql: 'p0."column" = ?', params: [column] }],
  order: { sql: 'p0.ordinal', type: 'integer' },
});

export async function problemsByColumn(context: Context, importId: string): Promise<ImportProblemCount[]> {
  const rows = await selectRows<{ column: number | null; header: string | null; count: number }>(
    context,
    'entryImport.problemsByColumn',
    importId,
    `select entry_import_id as id, "column", max(header) as header, count(*)::int as count from import_problems
     where entry_import_id = any(?::uuid[]) group by 1, 2 order by 2 nulls first`,
  );
  return rows.map(({ column, header, count }) =>
    make(ImportProblemCount, { column, letters: column === null ? null : lettersOf(column), header, count }),
  );
}

/** What was last begun with an import: a dry run, or the import itself. */
export async function jobOf(context: Context, importId: string): Promise<Job | null> {
  return await load<Job | null>(
    context,
    'entryImport.job',
    importId,
    async (ids) => {
      const rows = await context.em.execute<{ id: string; subject_id: string }[]>(
        `select distinct on (subject_id) id, subject_id from jobs
         where competition_id in (select competition_id from entry_imports where id = any(?::uuid[]))
           and subject_type = 'EntryImport' and subject_id = any(?::uuid[]) order by subject_id, created_at desc, id desc`,
        [`{${ids.join(',')}}`, `{${ids.join(',')}}`],
      );
      const jobs = await context.em.find(Job, { id: { $in: rows.map(({ id }) => id) } });
      return new Map(jobs.map((job) => [job.subjectId ?? '', job]));
    },
    null,
  );
}

/** What was done with entries of an import since; the condition under which it stands. */
const touched = `(e.revision > 1 or e.status <> i.arrive_as or e.shortlisted_at is not null
  or exists (select from decisions d where d.entry_id = e.id)
  or exists (select from tally_parts t where t.entry_id = e.id and t.votes > 0)
  or exists (select from assignments a where a.entry_id = e.id))`;

/** Whether everything that an import brought can be withdrawn: it brought new entries only, and nobody has touched one. */
export async function canUndo(context: Context, importId: string): Promise<boolean> {
  return await load(
    context,
    'entryImport.canUndo',
    importId,
    async (ids) => new Map((await undoable(context.em, ids)).map((id) => [id, true])),
    false,
  );
}

export async function undoable(em: EntityManager, importIds: readonly string[]): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select i.id from entry_imports i where i.id = any(?::uuid[]) and i.state = 'IMPORTED' and i.changed_count = 0 and i.new_count > 0
       and not exists (select from imported_entries n join entries e on e.id = n.entry_id where n.entry_import_id = i.id and ${touched})`,
    [`{${importIds.join(',')}}`],
  );
  return rows.map(({ id }) => id);
}

/** The import, its row held, for an organizer of its competition; to others it does not exist. */
export async function holdImport(inside: Context, em: EntityManager, importId: string): Promise<EntryImport> {
  assertSignedIn(inside);
  const found = isId(importId) ? await em.findOne(EntryImport, { id: importId }) : null;
  if (!found) throw notFound(inside);
  try {
    await assertOrganizer(inside, found.competition.id);
  } catch {
    throw notFound(inside);
  }
  await em.refresh(found, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return found;
}

/** Why a file can be neither replaced, checked nor imported: that is over, or a dry run or the import is under way. */
export async function whyBusy(em: EntityManager, { id, state, competition }: EntryImport): Promise<MessageKey | null> {
  if (state === ImportState.IMPORTED || state === ImportState.UNDONE) return 'transfer.over';
  const jobs = await em.count(Job, {
    competitionId: competition.id,
    subjectType: 'EntryImport',
    subjectId: id,
    finishedAt: null,
  });
  return jobs > 0 ? 'transfer.busy' : null;
}
