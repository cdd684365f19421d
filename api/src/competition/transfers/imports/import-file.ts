import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import type { ImportChoices } from '../check/import-choices.ts';
import { ArriveAs, EntryImport } from '../entry-import.entity.ts';
import { dryRun, holdCompetition, importTable, noteCounts } from './import-table.ts';
import { hashOfFile, openTable } from '../table/open-table.ts';
import type { Problem } from '../table/problem.ts';

export interface ImportedFile {
  rows: number;
  emptyRows: number;
  created: number;
  changed: number;
  unchanged: number;
  /** Nothing was kept where there is one. */
  problems: Problem[];
}

/**
 * Imports a file of this machine in one go, or, where anything is wrong with it, nothing of it. Operator only. Throws
 * UnreadableFile.
 */
export async function importEntryFile(
  context: Context,
  path: string,
  {
    competitionId,
    isDryRun,
    choices,
    onProgress = () => undefined,
  }: {
    competitionId: string;
    isDryRun: boolean;
    choices: ImportChoices;
    onProgress?: (done: number, all: number) => void;
  },
): Promise<ImportedFile> {
  assertOperator(context);
  const { size } = await stat(path);
  const table = await openTable(path, size);
  const sha256 = await hashOfFile(path);
  return await unitOfWork(context, async (em, inside) => {
    const competition = await holdCompetition(em, competitionId);
    const report = ({
      created,
      changed,
      unchanged,
      problems,
    }: Awaited<ReturnType<typeof importTable>>): ImportedFile => ({
      rows: table.rows.length,
      emptyRows: table.emptyRows,
      created: created.length,
      changed: changed.length,
      unchanged,
      problems,
    });
    const { checked } = await dryRun(inside, em, competition, table, choices);
    if (isDryRun || checked.problems.length > 0) return report(checked);
    const entryImport = em.create(EntryImport, {
      competition,
      name: basename(path).slice(0, 255),
      size,
      sha256,
      ...choices,
      arriveAs: ArriveAs[choices.arriveAs],
      createdAt: context.clock.now(),
    });
    noteCounts(entryImport, table, checked, context.clock.now());
    await em.flush();
    return report(
      await importTable({ inside, actor: context, em }, entryImport, competition, table, async (done, all) =>
        onProgress(done, all),
      ),
    );
  });
}
