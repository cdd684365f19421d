import { stat } from 'node:fs/promises';
import { readSettings } from '../../server/env.ts';
import { Failure } from '../../core/failure.ts';
import {
  importEntryFile,
  mostFileBytes,
  placeInWords,
  problemInWords,
  UnreadableFile,
  type ImportedFile,
  type Problem,
} from '../../competition/transfers/index.ts';
import { findCompetition } from './find-competition.ts';
import { withDatabase } from '../open-database.ts';
import { asOperator } from '../open-context.ts';
import { alone, migrateWithProgress } from '../prepare.ts';
import { progressOf } from '../progress.ts';
import { step } from '../step.ts';

export interface EntriesImportOptions {
  competition: string;
  dryRun?: boolean;
  update?: boolean;
  accepted?: boolean;
  createOrganizations?: boolean;
}

/** Prints the counts, one a line. A file with any problem changes nothing, and every problem is reported. */
export async function entriesImport(path: string, options: EntriesImportOptions): Promise<void> {
  const file = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${path} ${error.code === 'ENOENT' ? 'is not there' : 'cannot be read'}.`, 2, { cause: error });
  });
  if (!file.isFile()) throw new Failure(`${path} is a folder.`, 2);
  if (file.size === 0 || file.size > mostFileBytes) {
    throw new Failure(`${path} must have something in it, and at most ${mostFileBytes / 1024 / 1024} MB.`, 2);
  }
  const settings = readSettings();
  const isDryRun = options.dryRun ?? false;
  const progress = progressOf('entries');
  const report = await withDatabase(settings, async ({ url }) => {
    await alone(url, () => migrateWithProgress(url));
    return await step(
      isDryRun ? 'Looking through' : 'Importing',
      () =>
        asOperator(settings, url, async (context) => {
          const { id: competitionId } = await findCompetition(context, options.competition);
          return await importEntryFile(context, path, {
            competitionId,
            isDryRun,
            choices: {
              arriveAs: options.accepted ? 'ACCEPTED' : 'SUBMITTED',
              createsOrganizations: options.createOrganizations ?? false,
              updates: options.update ?? false,
            },
            onProgress: progress,
          }).catch((error: unknown) => {
            if (error instanceof UnreadableFile) throw refusal(path, [error.problem]);
            throw error;
          });
        }),
      (done) =>
        done.problems.length > 0 || isDryRun ? 'Nothing imported' : `Imported ${done.created + done.changed} entries`,
      { draws: true },
    );
  });
  if (report.problems.length > 0) throw refusal(path, report.problems);
  if (isDryRun) process.stderr.write('Nothing was kept: this was a dry run.\n');
  process.stdout.write(describe(options.competition, report));
}

const refusal = (path: string, problems: readonly Problem[]): Failure =>
  new Failure(
    [
      `${path} was not imported, and nothing of it was kept. Problems: ${problems.length}.`,
      ...problems.map((one) => `${placeInWords(one, 'en')}: ${problemInWords(one, 'en')}`),
    ].join('\n'),
  );

const describe = (slug: string, report: ImportedFile): string =>
  [
    ['competition', slug],
    ['rows', report.rows],
    ['empty rows', report.emptyRows],
    ['new', report.created],
    ['changed', report.changed],
    ['unchanged', report.unchanged],
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
