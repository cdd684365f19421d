import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { environmentHelp, version } from '../server/env.ts';
import { explainError } from './explain-error.ts';
import { exportHelp, importHelp } from './files/ballots-help.ts';
import { marksImportHelp, resultsExportHelp } from './files/marks-help.ts';
import { methodNames } from './files/method-names.ts';
import { demonstrationStates } from './load-demonstration.ts';
import { INTERRUPTED, Interruption } from './stop-signal.ts';

const competitionOption = () =>
  new Option('--competition <slug>', 'the competition, as addresses name it').makeOptionMandatory();

const whole = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new InvalidArgumentError(`A whole number from ${least} to ${most} is wanted.`);
  }
  return number;
};

/** The command line; each command's own file loads when the command is called. */
export function makeProgram(): Command {
  const laurel = new Command('laurel')
    .description('Volunteer-project competitions, run in the open.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help tells what is possible)')
    .addHelpText(
      'after',
      `
Each command works on DATABASE_URL or else on the embedded PostgreSQL of LAUREL_DATA, which it joins where another
command has it running, or starts for itself and stops again. Results go to stdout, everything else to stderr.

Environment (and what holds without):
${environmentHelp}

Exit code: 0 done; 1 it failed, or the answer is no; 2 wrong use.`,
    );

  laurel
    .command('serve')
    .description('Serve the web pages and the API on one port, after bringing the database up to date; Ctrl-C stops.')
    .option('--port <number>', 'port to listen on, 1 to 65535 (default: PORT or 4000)')
    .option('--host <address>', 'address to listen on (default: HOST or 127.0.0.1)')
    .option('--empty', 'load no demonstration where the database is empty (always so in production)')
    .action(async (options) => (await import('./serve.ts')).serve(options));

  laurel
    .command('migrate')
    .description('Bring the tables up to date; prints the names of the migrations applied, one a line.')
    .action(async () => (await import('./migrate.ts')).migrateCommand());

  laurel
    .command('seed')
    .description('Load the demonstration into an empty database; prints slug, entries and votes of each competition.')
    .addOption(new Option('--empty', 'only bring the tables up to date').conflicts('state'))
    .addOption(
      new Option('--state <state>', 'how far the competition has come (default: voting-open)').choices(
        demonstrationStates,
      ),
    )
    .option('--reset', 'first drop everything in the database (never in production)')
    .addHelpText('after', '\nTakes up to a minute. Exit code 1 when the database already holds competitions.')
    .action(async (options) => (await import('./seed.ts')).seed(options));

  laurel
    .command('status')
    .description(
      'Tell versions, database, pending migrations and competitions with their numbers of entries and votes.',
    )
    .option('--json', 'for machines')
    .addHelpText('after', '\nExit code: 0 all well; 1 the database cannot be used as it is, and the output says why.')
    .action(async (options) => (await import('./status.ts')).status(options));

  const ballots = laurel.command('ballots').description('Bring ballots in from files, or take them out.');
  ballots
    .command('import')
    .description('Enter the ballots of a file: whole, or where anything is wrong with it, not at all.')
    .argument('<file>', 'a Pabulib .pb file or a CSV file')
    .addOption(competitionOption())
    .option('--create', 'make the competition from the file where there is none: its rule, its days and its entries')
    .option('--dry-run', 'do everything and keep nothing of it')
    .option('--strict', 'refuse what is otherwise a warning, such as votes beyond the declared limits')
    .option('--entered-by <name>', 'who vouches for the ballots (default: the user of this machine)')
    .addOption(new Option('--format <format>', 'what the file is (default: by its name)').choices(['pb', 'csv']))
    .option('--time-zone <name>', 'IANA name of the zone of a competition that is made', 'UTC')
    .addHelpText('after', () => importHelp)
    .action(async (file, options) => (await import('./files/ballots-import.ts')).ballotsImport(file, options));

  ballots
    .command('export')
    .description('Write the counted ballots out, without anything that tells whose they are.')
    .addOption(competitionOption())
    .addOption(new Option('--format <format>', 'pb: Pabulib; csv').choices(['pb', 'csv']).makeOptionMandatory())
    .option('--output <file>', 'where to (default: stdout)')
    .addHelpText('after', () => exportHelp)
    .action(async (options) => (await import('./files/ballots-export.ts')).ballotsExport(options));

  const entries = laurel.command('entries').description('Bring entries in from tables, or take them out.');

  entries
    .command('import')
    .description('Bring in the entries of a table: all of them, or where anything is wrong with it, none.')
    .argument('<file>', 'an .xlsx workbook or a CSV file in UTF-8; entries export --template writes an empty one')
    .addOption(competitionOption())
    .option('--dry-run', 'tell everything that is wrong, and what would happen; keep nothing')
    .option('--update', 'let rows change entries that are there already and still to be reviewed')
    .option('--accepted', 'entries are accepted at once (default: they are to be reviewed)')
    .option('--create-organizations', 'register organizations that nobody has; they wait to be verified')
    .addHelpText(
      'after',
      `
At most 20 MB and 20,000 rows. Columns are told by their headers, in Chinese or English. A number that is there already
means that entry; other rows become new ones. Every problem is told with its row and column. Prints rows, new, changed and
unchanged entries. Exit code 1 where anything was wrong; nothing was kept then.`,
    )
    .action(async (file, options) => (await import('./files/entries-import.ts')).entriesImport(file, options));

  entries
    .command('export')
    .description('Write the entries as a table that can be imported again.')
    .addOption(competitionOption())
    .addOption(
      new Option('--format <format>', 'xlsx, or csv in UTF-8 with the mark by which spreadsheets know it')
        .choices(['xlsx', 'csv'] as const)
        .makeOptionMandatory(),
    )
    .option('--template', 'only the columns, to be filled in')
    .option('--output <file>', 'where to (default: stdout)')
    .action(async (options) => (await import('./files/entries-export.ts')).entriesExport(options));

  laurel
    .command('regions')
    .description('Bring provinces, cities and counties in from a file.')
    .command('import')
    .description('Add the regions of a file, and rename those that are there: all, or where anything is wrong, none.')
    .argument('<file>', 'CSV in UTF-8: code,zh,en')
    .option('--dry-run', 'tell everything that is wrong, and what would happen; keep nothing')
    .addHelpText(
      'after',
      `
code: six digits of GB/T 2260, as the Ministry of Civil Affairs publishes them every year; it also says what a region is
and where: 220000 a province, 220100 a city in it, 220102 a county in that, or right in the province where the city is
not listed. zh, en: the name; one of them may be empty. Regions that are there are not moved and none is removed. Prints
regions added, renamed and unchanged. Exit code 1 where anything was wrong; nothing was kept then.`,
    )
    .action(async (file, options) => (await import('./files/regions-import.ts')).regionsImport(file, options));

  laurel
    .command('region-organizer')
    .description('Let a person verify the organizations of a region and of all regions inside it; prints the region.')
    .argument('<email>', 'the mailbox they sign in with; no account is needed yet')
    .requiredOption('--region <code>', 'six digits of GB/T 2260, such as 220000')
    .action(async (email, options) => (await import('./region-organizer.ts')).regionOrganizer(email, options));

  laurel
    .command('tally')
    .description('Print the public count: entry, ballots that name it, and their sum under the declared rule.')
    .addOption(competitionOption())
    .addOption(new Option('--format <format>', 'csv: entry,votes,score (default: a table to read)').choices(['csv']))
    .addHelpText(
      'after',
      '\nBest first: by score, then votes, then entry. An entry is named by its key, else by its number.',
    )
    .action(async (options) => (await import('./files/tally.ts')).tally(options));

  laurel
    .command('marks')
    .description("Bring judges' marks in from files.")
    .command('import')
    .description('Enter the marks of two files: whole, or where anything is wrong with them, not at all.')
    .addOption(competitionOption())
    .addOption(new Option('--criteria <file>', 'CSV: category,criterion,factor').makeOptionMandatory())
    .addOption(new Option('--marks <file>', 'CSV: category,entry,judge,criterion,score').makeOptionMandatory())
    .option('--create', 'make what is missing: competition, categories, entries, judges and criteria')
    .addOption(
      new Option('--method <method>', 'how the marks of several judges become one (default: mean)').choices(
        methodNames,
      ),
    )
    .addOption(
      new Option(
        '--level <level>',
        'criterion: judges first, then criteria; sheet: the other way (default: criterion)',
      ).choices(['criterion', 'sheet']),
    )
    .addOption(
      new Option(
        '--scale <scale>',
        'factors: sum of panel score × factor; percent: out of 100 (default: factors)',
      ).choices(['factors', 'percent']),
    )
    .option(
      '--drop <n>',
      'how many of the highest and of the lowest marks trimmed-mean leaves out, 1 to 10',
      whole(1, 10),
    )
    .option('--round <n>', 'decimals of panel scores, factored scores and totals, half up, 0 to 6', whole(0, 6))
    .option('--quorum <n>', 'sheets an entry needs to have a score, 1 to 100', whole(1, 100))
    .option('--missing <mark>', 'a mark that means "none given"')
    .option('--dry-run', 'do everything and keep nothing of it')
    .option('--time-zone <name>', 'IANA name of the zone of a competition that is made', 'UTC')
    .addHelpText('after', () => marksImportHelp)
    .action(async (options) => (await import('./files/marks-import.ts')).marksImport(options));

  laurel
    .command('results')
    .description('Take results out.')
    .command('export')
    .description('Write the scores of a judging stage, entry by entry and criterion by criterion.')
    .addOption(competitionOption())
    .addOption(
      new Option('--format <format>', 'csv, or xlsx for people').choices(['csv', 'xlsx']).makeOptionMandatory(),
    )
    .addOption(
      new Option('--stage <stage>', 'a judging stage (default: the last that has opened)')
        .choices(['REVIEW', 'PAPERS', 'FINAL'])
        .argParser((text) => text.toUpperCase()),
    )
    .option('--output <file>', 'where to (default: stdout)')
    .addHelpText('after', () => resultsExportHelp)
    .action(async (options) => (await import('./files/results-export.ts')).resultsExport(options));
  return laurel;
}

/** How the process ends after an error: its exit code, and a sentence where none has been printed yet. */
export function endingOf(error: unknown): { exitCode: number; message?: string; cause?: unknown } {
  if (error instanceof Interruption) return { exitCode: INTERRUPTED };
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2 };
  const { message, exitCode, cause } = explainError(error);
  return { exitCode, message: `${message.replace(/^/gm, 'laurel: ')}\n`, cause };
}
