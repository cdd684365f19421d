import { writeFile } from 'node:fs/promises';
import { readSettings } from '../../server/env.ts';
import { Failure } from '../../core/failure.ts';
import { exportBallots } from '../../scoring/voting/index.ts';
import { findCompetition, requireTables } from './find-competition.ts';
import { asOperator } from '../open-context.ts';
import { withDatabase } from '../open-database.ts';
import { step } from '../step.ts';

export interface BallotsExportOptions {
  competition: string;
  format: 'pb' | 'csv';
  output?: string;
}

/** Writes the counted ballots, without anything that tells whose they are, to a file or to stdout. */
export async function ballotsExport({ competition: slug, format, output }: BallotsExportOptions): Promise<void> {
  const settings = readSettings();
  const { text } = await withDatabase(settings, async ({ url }) => {
    await requireTables(url);
    return await step(
      'Reading the ballots',
      () =>
        asOperator(settings, url, async (context) =>
          exportBallots(context, await findCompetition(context, slug), format),
        ),
      ({ ballots, votes }) => `Read ${ballots} ballots with ${votes} votes`,
    );
  });
  if (output === undefined) {
    await new Promise((resolve) => process.stdout.write(text, resolve));
    return;
  }
  await writeFile(output, text).catch((error: unknown) => {
    throw new Failure(`${output} cannot be written.`, 1, { cause: error });
  });
  process.stderr.write(`Written to ${output}\n`);
}
