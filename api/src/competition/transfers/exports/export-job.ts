import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { makeContext, type Context } from '../../../core/context.ts';
import type { Locale } from '../../../core/locale.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { JobProblem, startJob, type JobKind, type JobRun } from '../../../platform/jobs/index.ts';
import { storageOf } from '../../../work/uploads/index.ts';
import { Competition, assertOrganizer } from '../../competitions/index.ts';
import { guarded } from '../table/cell.ts';
import { EntryFileFormat, ExportEntriesSuccess, type ExportEntriesInput } from '../transfer.types.ts';
import { entryTable } from './export-entries.ts';
import { placeOf, readFiles, type FrozenFile } from './frozen-files.ts';

/** Starts a job that writes a table of all entries, an empty table, or a zip of pictures and documents. Organizers only. */
export async function exportEntries(
  context: Context,
  { competitionId, format }: ExportEntriesInput,
): Promise<ExportEntriesSuccess> {
  await assertOrganizer(context, competitionId);
  const { locale } = context;
  return await unitOfWork(context, async (em) => {
    const job = await startJob(context, em, exportEntriesJob, { competitionId, format, locale }, { competitionId });
    // The file contains answers, which may be personal data.
    recordAct(context, em, 'exportEntries', { type: 'Competition', id: competitionId }, { format });
    await em.flush();
    return make(ExportEntriesSuccess, { job });
  });
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
};

export const exportEntriesJob: JobKind<ExportEntriesInput & { locale: Locale }> = {
  kind: 'exportEntries',
  async work({ payload: { competitionId, format, locale }, run, context: starter, machine }) {
    // In the language of the page on which it was asked for.
    const context = makeContext({ ...starter, em: starter.em, locale });
    // The person may have stopped being an organizer since.
    await assertOrganizer(context, competitionId);
    const competition = await context.em.findOneOrFail(Competition, { id: competitionId });
    if (format === EntryFileFormat.ATTACHMENTS) return await zipFiles(context, machine(), competition, run);
    const ending = format === EntryFileFormat.CSV || format === EntryFileFormat.TEMPLATE_CSV ? 'csv' : 'xlsx';
    const isTemplate = format === EntryFileFormat.TEMPLATE_CSV || format === EntryFileFormat.TEMPLATE_XLSX;
    const content = await entryTable(context, competition, ending === 'csv' ? 'CSV' : 'XLSX', {
      isTemplate,
      onProgress: (done, all) => run.progress(done, all),
    });
    const what = message(context.locale, isTemplate ? 'transfer.file.template' : 'transfer.file.entries');
    await run.writeFile({ name: `${competition.slug}-${what}.${ending}`, type: types[ending] }, content);
    return undefined;
  },
};

/** Streams all pictures and documents into a zip, one after the other, without holding them in memory. */
async function zipFiles(context: Context, machine: Context, competition: Competition, run: JobRun): Promise<undefined> {
  const { locale } = context;
  const files = await readFiles(machine.em, competition.id);
  if (files.length === 0) throw new JobProblem('transfer.noFiles');
  const storage = storageOf(machine);
  const zip = new ZipFile();
  let done = 0;
  const output = new PassThrough();
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);
  const open = async ({ key, name }: FrozenFile): Promise<Readable> => {
    const stream = await storage.read(key);
    if (!stream) throw new Error(`the file ${name} is gone`);
    return stream;
  };
  const lines: string[][] = [];
  for (const file of files) {
    const path = placeOf(file, locale);
    lines.push(lineOf(file, path));
    zip.addReadStreamLazy(path, { compress: false, mtime: file.submittedAt, size: file.size }, (take) => {
      void open(file).then(
        (stream) => {
          done += 1;
          void run.progress(done, files.length).catch(fail);
          take(null, stream);
        },
        (error: Error) => take(error, null as never),
      );
    });
  }
  const head = ['number', 'title', 'organization', 'file', 'name', 'caption', 'bytes', 'sha256'].map((column) =>
    message(locale, `transfer.index.${column}` as 'transfer.index.number'),
  );
  const index = stringify([head, ...lines], { bom: true, record_delimiter: 'windows', cast: { string: guarded } });
  zip.addBuffer(Buffer.from(index), 'index.csv', { compress: true });
  zip.end();
  zip.outputStream.on('error', fail).pipe(output);
  const name = `${competition.slug}-${message(locale, 'transfer.file.attachments')}.zip`;
  await run.writeFile({ name, type: types.zip }, output);
  return undefined;
}

const lineOf = ({ number, title, organization, name, caption, size, sha256 }: FrozenFile, path: string): string[] => [
  String(number),
  title,
  organization,
  path,
  name,
  caption,
  String(size),
  sha256,
];
