import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { newId } from '../../../core/graphql/node.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { JobProblem, startJob, type JobKind } from '../../../platform/jobs/index.ts';
import { storageOf } from '../../../work/uploads/index.ts';
import { Competition } from '../../competitions/index.ts';
import { EntryImport, ImportState } from '../entry-import.entity.ts';
import { mostProblems } from '../table/limits.ts';
import { hashOfFile, openTable } from '../table/open-table.ts';
import { UnreadableFile, type Problem } from '../table/problem.ts';
import type { Table } from '../table/read-table.ts';
import { holdImport, whyBusy } from '../transfer.queries.ts';
import {
  CheckImportSuccess,
  ImportBusyError,
  ImportFileMissingError,
  type CheckImportInput,
} from '../transfer.types.ts';
import { dryRun, noteCounts } from './import-table.ts';

/** Starts a dry run: what would happen, and everything that is wrong. Organizers only. */
export async function checkImport(
  context: Context,
  { importId, ...choices }: CheckImportInput,
): Promise<CheckImportSuccess | ImportFileMissingError | ImportBusyError> {
  return await unitOfWork(context, async (em, inside) => {
    const entryImport = await holdImport(inside, em, importId);
    const why = await whyBusy(em, entryImport);
    if (why) return userError(context, ImportBusyError, why);
    if (!entryImport.key) return userError(context, ImportFileMissingError, 'upload.missing');
    Object.assign(entryImport, { ...choices, state: ImportState.RECEIVED, problemCount: null });
    const about = { competitionId: entryImport.competition.id, subject: { type: 'EntryImport', id: importId } };
    const job = await startJob(context, em, checkEntryImport, { importId }, about);
    await em.flush();
    return make(CheckImportSuccess, { entryImport, job });
  });
}

export const checkEntryImport: JobKind<{ importId: string }> = {
  kind: 'checkEntryImport',
  async work({ payload: { importId }, run, machine }) {
    const read = await readImport(machine(), importId);
    await unitOfWork(machine(), async (em, inside) => {
      const entryImport = await em.findOneOrFail(EntryImport, { id: importId });
      if ('problem' in read) {
        Object.assign(entryImport, { rowCount: 0, emptyRows: 0, newCount: 0, changedCount: 0, unchangedCount: 0 });
        Object.assign(entryImport, { state: ImportState.CHECKED, checkedAt: inside.clock.now(), problemCount: 1 });
        await keepProblems(em, importId, [read.problem]);
      } else {
        await run.progress(0, read.table.rows.length);
        const competition = await em.findOneOrFail(Competition, { id: entryImport.competition.id });
        const { checked } = await dryRun(inside, em, competition, read.table, entryImport);
        noteCounts(entryImport, read.table, checked, inside.clock.now());
        await keepProblems(em, importId, checked.problems);
      }
      await em.flush();
      await run.finish(em);
    });
  },
};

/** Reads the table of an import after checking that its bytes have the hash of those received. */
export async function readImport(context: Context, importId: string): Promise<{ table: Table } | { problem: Problem }> {
  const entryImport = await context.em.findOneOrFail(EntryImport, { id: importId });
  const stored = entryImport.key ? await storageOf(context).read(entryImport.key) : null;
  if (!stored) throw new JobProblem('upload.missing');
  const folder = await mkdtemp(join(tmpdir(), 'laurel-import-'));
  try {
    const file = join(folder, 'table');
    await pipeline(stored, createWriteStream(file, { mode: 0o600 }));
    if ((await hashOfFile(file)) !== entryImport.sha256) throw new JobProblem('upload.missing');
    return { table: await openTable(file, entryImport.size) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: error.problem };
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In place of those of the dry run before. */
export async function keepProblems(em: EntityManager, importId: string, problems: readonly Problem[]): Promise<void> {
  await em.execute('delete from import_problems where entry_import_id = ?', [importId]);
  const kept = problems.slice(0, mostProblems);
  for (let from = 0; from < kept.length; from += 2000) {
    const rows = kept.slice(from, from + 2000).map((one, index) => ({ id: newId(), ordinal: from + index, ...one }));
    await em.execute(
      `insert into import_problems (id, entry_import_id, ordinal, kind, row, "column", header, "values")
       select id, ?::uuid, ordinal, kind, row, "column", header, "values" from jsonb_to_recordset(?::jsonb)
         as x(id uuid, ordinal int, kind text, row int, "column" int, header text, "values" jsonb)`,
      [importId, JSON.stringify(rows)],
    );
  }
}
