import { writeFile } from 'node:fs/promises';
import { readSettings } from '../../server/env.ts';
import { Failure } from '../../core/failure.ts';
import type { StageKind } from '../../competition/competitions/index.ts';
import { exportScores, writeScores } from '../../scoring/rankings/index.ts';
import { findCompetition, requireTables } from './find-competition.ts';
import { asOperator } from '../open-context.ts';
import { withDatabase } from '../open-database.ts';

export interface ResultsExportOptions {
  competition: string;
  format: 'csv' | 'xlsx';
  stage?: StageKind;
  output?: string;
}

/** Writes the scores of a judging stage, to stdout or to a file. */
export async function resultsExport({ competition: slug, format, stage, output }: ResultsExportOptions): Promise<void> {
  const settings = readSettings();
  const bytes = await withDatabase(settings, async ({ url }) => {
    await requireTables(url);
    return await asOperator(settings, url, async (context) => {
      const competition = await findCompetition(context, slug);
      const scores = await exportScores(context, competition.id, stage ?? null);
      if (!scores) throw new Failure(`${slug} has no ${stage ?? 'judging'} stage to export.`);
      return await writeScores(scores, competition, format);
    });
  });
  if (output === undefined) await new Promise((resolve) => process.stdout.write(bytes, resolve));
  else await writeFile(output, bytes);
}
