import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { readSettings } from '../../server/env.ts';
import { Failure } from '../../core/failure.ts';
import {
  type BallotFile,
  importBallotFile,
  type ImportReport,
  Problems,
  readCsvBallots,
  readPb,
} from '../../scoring/voting/index.ts';
import { withDatabase } from '../open-database.ts';
import { asOperator } from '../open-context.ts';
import { alone, migrateWithProgress } from '../prepare.ts';
import { progressOf } from '../progress.ts';
import { readText } from './read-text.ts';
import { step } from '../step.ts';

export interface BallotsImportOptions {
  competition: string;
  create?: boolean;
  dryRun?: boolean;
  strict?: boolean;
  enteredBy?: string;
  format?: 'pb' | 'csv';
  timeZone: string;
}

/** Prints what went in, a number a line; a file that is refused leaves nothing behind. */
export async function ballotsImport(path: string, options: BallotsImportOptions): Promise<void> {
  checkOptions(options);
  const enteredBy = options.enteredBy?.trim() ?? nameOfUser();
  const settings = readSettings();
  const problems = new Problems();
  const file = await step(
    `Reading ${path}`,
    () => readBallots(path, options, problems),
    (read) => (read ? `Read ${read.ballots.length} ballots` : 'Read'),
  );
  if (!file || (options.strict && problems.warnings.length > 0)) throw refusal(path, problems, options);
  const report = await withDatabase(settings, async ({ url }) => {
    await alone(url, () => migrateWithProgress(url));
    const progress = progressOf('ballots');
    return await step(
      'Importing',
      () =>
        asOperator(settings, url, (context) =>
          importBallotFile(
            context,
            file,
            {
              slug: options.competition,
              create: options.create ?? false,
              isDryRun: options.dryRun ?? false,
              isStrict: options.strict ?? false,
              enteredBy,
              timeZone: options.timeZone,
              source: basename(path),
              progress,
            },
            problems,
          ),
        ),
      (done) => (done ? `Imported ${done.ballots} ballots` : 'Nothing imported'),
      { draws: true },
    );
  });
  if (!report) throw refusal(path, problems, options);
  for (const warning of problems.warnings) process.stderr.write(`warning: ${warning}\n`);
  if (options.dryRun) process.stderr.write('Nothing was kept: this was a dry run.\n');
  process.stdout.write(describe(options.competition, report));
}

function checkOptions({ competition, timeZone, enteredBy }: BallotsImportOptions): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(competition)) {
    throw new Failure('--competition must be of small letters and digits, with hyphens between.', 2);
  }
  if (enteredBy !== undefined && !/^[^\p{Cc}\\]{1,200}$/u.test(enteredBy.trim())) {
    throw new Failure('--entered-by must be a name of at most 200 characters, without a backslash.', 2);
  }
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new Failure(`--time-zone ${timeZone} is not known; it is a name such as Asia/Shanghai or UTC.`, 2);
  }
}

function nameOfUser(): string {
  try {
    return userInfo().username.replaceAll('\\', '/');
  } catch (error) {
    // As in a container whose user has no name.
    throw new Failure('The user of this machine has no name; --entered-by tells who enters the ballots.', 2, {
      cause: error,
    });
  }
}

async function readBallots(
  path: string,
  { format }: BallotsImportOptions,
  problems: Problems,
): Promise<BallotFile | null> {
  const text = await readText(path, problems);
  if (text === null) return null;
  const isCsv = format ? format === 'csv' : /\.csv$/i.test(path);
  return isCsv ? readCsvBallots(text, problems) : readPb(text, problems);
}

function refusal(path: string, problems: Problems, { strict }: BallotsImportOptions): Failure {
  const found = [...problems.errors, ...problems.warnings.map((text) => (strict ? text : `warning: ${text}`))];
  return new Failure([`${path} was not imported, and nothing of it was kept.`, ...found].join('\n'));
}

const describe = (slug: string, { isNew, ...report }: ImportReport): string =>
  [
    ['competition', slug, ...(isNew ? ['new'] : [])],
    ['ballots', report.ballots],
    ['already there', report.already],
    ['votes', report.votes],
    ['voters', report.voters],
    ['entries', report.entries],
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
