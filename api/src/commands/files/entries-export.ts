import { writeFile } from 'node:fs/promises';
import { readSettings } from '../../server/env.ts';
import { entryTable } from '../../competition/transfers/index.ts';
import { findCompetition, requireTables } from './find-competition.ts';
import { asOperator } from '../open-context.ts';
import { withDatabase } from '../open-database.ts';
import { progressOf } from '../progress.ts';

export interface EntriesExportOptions {
  competition: string;
  format: 'xlsx' | 'csv';
  template?: boolean;
  output?: string;
}

/** Writes the entries as a table, to stdout or to a file; what it writes can be imported again. */
export async function entriesExport({
  competition: slug,
  format,
  template,
  output,
}: EntriesExportOptions): Promise<void> {
  const settings = readSettings();
  const progress = progressOf('entries');
  const bytes = await withDatabase(settings, async ({ url }) => {
    await requireTables(url);
    return await asOperator(settings, url, async (context) => {
      const competition = await findCompetition(context, slug);
      const onProgress = async (done: number, all: number) => progress(done, all);
      const kind = format === 'csv' ? 'CSV' : 'XLSX';
      return await entryTable(context, competition, kind, { isTemplate: template ?? false, onProgress });
    });
  });
  if (output === undefined) await new Promise((resolve) => process.stdout.write(bytes, resolve));
  else await writeFile(output, bytes);
}
