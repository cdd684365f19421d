import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { startJob, type JobKind } from '../../../platform/jobs/index.ts';
import { storageOf } from '../../../work/uploads/index.ts';
import { EntryImport, ImportState } from '../entry-import.entity.ts';
import { holdImport, whyBusy } from '../transfer.queries.ts';
import { ImportBusyError, ImportNotCheckedError, RunImportSuccess, type RunImportInput } from '../transfer.types.ts';
import { keepProblems, readImport } from './check-import.ts';
import { holdCompetition, importTable } from './import-table.ts';

/** Starts the import of what a dry run found nothing wrong with. Organizers only. */
export async function runImport(
  context: Context,
  { importId }: RunImportInput,
): Promise<RunImportSuccess | ImportNotCheckedError | ImportBusyError> {
  return await unitOfWork(context, async (em, inside) => {
    const entryImport = await holdImport(inside, em, importId);
    const { state, problemCount = null } = entryImport;
    const why = await whyBusy(em, entryImport);
    if (why) return userError(context, ImportBusyError, why);
    if (state !== ImportState.CHECKED || problemCount !== 0) {
      return userError(context, ImportNotCheckedError, 'transfer.notChecked', { problemCount });
    }
    const about = { competitionId: entryImport.competition.id, subject: { type: 'EntryImport', id: importId } };
    const job = await startJob(context, em, runEntryImport, { importId }, about);
    await em.flush();
    return make(RunImportSuccess, { entryImport, job });
  });
}

/** All or nothing, in one transaction that ends with the job. */
export const runEntryImport: JobKind<{ importId: string }> = {
  kind: 'runEntryImport',
  async work({ payload: { importId }, run, context, machine }) {
    const read = await readImport(machine(), importId);
    const key = await unitOfWork(machine(), async (em, inside) => {
      // Locked in the same order as when an import is undone.
      const entryImport = await em.findOneOrFail(
        EntryImport,
        { id: importId },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const competition = await holdCompetition(em, entryImport.competition.id);
      if ('problem' in read || entryImport.state !== ImportState.CHECKED || entryImport.problemCount !== 0) return null;
      const by = { inside, actor: context, em };
      const { problems } = await importTable(by, entryImport, competition, read.table, (done, all) =>
        run.progress(done, all),
      );
      const done = problems.length === 0 ? (entryImport.key ?? null) : null;
      // New problems, such as an entry of the same name, are kept as those of a dry run.
      if (problems.length > 0) await keepProblems(em, importId, problems);
      else entryImport.key = null;
      await em.flush();
      await run.finish(em);
      return done;
    });
    if (key) await storageOf(machine()).erase([key]);
  },
};
