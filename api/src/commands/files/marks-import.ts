import { basename } from 'node:path';
import { readSettings } from '../../server/env.ts';
import { Failure } from '../../core/failure.ts';
import { Problems } from '../../core/tables/problems.ts';
import {
  ScoreScale,
  ScoringLevel,
  ScoringMethod,
  type ScoringRuleValues,
} from '../../competition/competitions/index.ts';
import { importMarkFile, type MarkImportReport, readCriteria, readMarkLines } from '../../scoring/judging/index.ts';
import { withDatabase } from '../open-database.ts';
import { asOperator } from '../open-context.ts';
import { alone, migrateWithProgress } from '../prepare.ts';
import { progressOf } from '../progress.ts';
import { readText } from './read-text.ts';
import { step } from '../step.ts';

export interface MarksImportOptions {
  competition: string;
  criteria: string;
  marks: string;
  create?: boolean;
  dryRun?: boolean;
  method?: string;
  level?: string;
  scale?: string;
  drop?: number;
  round?: number;
  quorum?: number;
  missing?: string;
  timeZone: string;
}

/** Prints what went in, a number a line; files that are refused leave nothing behind. */
export async function marksImport(options: MarksImportOptions): Promise<void> {
  const rule = ruleOf(options);
  const settings = readSettings();
  const problems = new Problems();
  const file = await step(
    `Reading ${options.criteria} and ${options.marks}`,
    async () => {
      const criteria = readCriteria((await readText(options.criteria, problems)) ?? '', problems);
      const marks = readMarkLines(
        (await readText(options.marks, problems)) ?? '',
        criteria,
        options.missing ?? null,
        problems,
      );
      return { criteria, marks };
    },
    ({ marks }) => `Read ${marks.length} marks`,
  );
  if (problems.errorCount > 0) throw refusal(problems);
  const report = await withDatabase(settings, async ({ url }) => {
    await alone(url, () => migrateWithProgress(url));
    const progress = progressOf('sheets');
    return await step(
      'Importing',
      () =>
        asOperator(settings, url, (context) =>
          importMarkFile(
            context,
            file,
            {
              slug: options.competition,
              create: options.create ?? false,
              isDryRun: options.dryRun ?? false,
              timeZone: options.timeZone,
              source: `${basename(options.criteria)}, ${basename(options.marks)}`,
              rule,
              progress,
            },
            problems,
          ),
        ),
      (done) => (done ? `Imported ${done.sheets} sheets` : 'Nothing imported'),
      { draws: true },
    );
  });
  if (!report) throw refusal(problems);
  for (const warning of problems.warnings) process.stderr.write(`warning: ${warning}\n`);
  if (!report.isNew && Object.keys(rule).length > 0) {
    process.stderr.write('The competition was there already: its declared rule stands, whatever the options say.\n');
  }
  if (options.dryRun) process.stderr.write('Nothing was kept: this was a dry run.\n');
  process.stdout.write(describe(options.competition, report));
}

function ruleOf({ competition, timeZone, ...given }: MarksImportOptions): Partial<ScoringRuleValues> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(competition)) {
    throw new Failure('--competition must be of small letters and digits, with hyphens between.', 2);
  }
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new Failure(`--time-zone ${timeZone} is not known; it is a name such as Asia/Shanghai or UTC.`, 2);
  }
  if (given.missing !== undefined && !/^-?\d{1,5}(\.\d{1,3})?$/.test(given.missing)) {
    throw new Failure('--missing must be a number.', 2);
  }
  const method = given.method && ScoringMethod[given.method.toUpperCase().replaceAll('-', '_') as ScoringMethod];
  const drop = given.drop ?? (method === ScoringMethod.TRIMMED_MEAN ? 1 : 0);
  if (drop > 0 !== (method === ScoringMethod.TRIMMED_MEAN)) {
    throw new Failure('--drop goes with --method trimmed-mean, and is at least 1 there.', 2);
  }
  const { round, quorum } = given;
  return {
    ...(method && { method, dropHighest: drop, dropLowest: drop }),
    ...(given.level && { level: ScoringLevel[given.level.toUpperCase() as ScoringLevel] }),
    ...(given.scale && { scale: ScoreScale[given.scale.toUpperCase() as ScoreScale] }),
    ...(round !== undefined && { criterionPlaces: round, factoredPlaces: round, totalPlaces: round }),
    ...(quorum !== undefined && { quorum }),
  };
}

const refusal = ({ errors }: Problems): Failure =>
  new Failure(['The marks were not imported, and nothing of them was kept.', ...errors].join('\n'));

const describe = (slug: string, { isNew, ...report }: MarkImportReport): string =>
  [
    ['competition', slug, ...(isNew ? ['new'] : [])],
    ['sheets', report.sheets],
    ['already there', report.already],
    ['marks', report.marks],
    ['entries', report.entries],
    ['judges', report.judges],
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
