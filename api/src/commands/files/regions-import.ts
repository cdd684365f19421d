import { readSettings } from '../../server/env.ts';
import { Failure } from '../../core/failure.ts';
import { Problems } from '../../core/tables/problems.ts';
import { importRegions } from '../../people/organizations/index.ts';
import { asOperator } from '../open-context.ts';
import { withDatabase } from '../open-database.ts';
import { alone, migrateWithProgress } from '../prepare.ts';
import { readText } from './read-text.ts';

/** Prints what became of the regions, a number a line. */
export async function regionsImport(path: string, { dryRun = false }: { dryRun?: boolean }): Promise<void> {
  const problems = new Problems();
  const text = (await readText(path, problems)) ?? '';
  const settings = readSettings();
  const report = await withDatabase(settings, ({ url }) =>
    alone(url, async () => {
      await migrateWithProgress(url);
      return await asOperator(settings, url, (context) => importRegions(context, text, { isDryRun: dryRun }, problems));
    }),
  );
  if (!report) {
    throw new Failure([`${path} was not imported, and nothing of it was kept.`, ...problems.errors].join('\n'));
  }
  if (dryRun) process.stderr.write('Nothing was kept: this was a dry run.\n');
  process.stdout.write(
    Object.entries(report)
      .map((cells) => `${cells.join('\t')}\n`)
      .join(''),
  );
}
