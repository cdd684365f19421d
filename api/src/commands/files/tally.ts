import { readSettings } from '../../server/env.ts';
import { type EntryOfTally, readTally, writeTally } from '../../scoring/voting/index.ts';
import { findCompetition, requireTables } from './find-competition.ts';
import { asOperator } from '../open-context.ts';
import { withDatabase } from '../open-database.ts';

export interface TallyOptions {
  competition: string;
  format?: 'csv';
}

/** Prints the public count of a competition, best first. */
export async function tally({ competition: slug, format }: TallyOptions): Promise<void> {
  const settings = readSettings();
  const lines = await withDatabase(settings, async ({ url }) => {
    await requireTables(url);
    return await asOperator(settings, url, async (context) => {
      const { id } = await findCompetition(context, slug);
      return await readTally(context.em.fork(), id);
    });
  });
  const text = format === 'csv' ? writeTally(lines) : tabulate(lines);
  await new Promise((resolve) => process.stdout.write(text, resolve));
}

function tabulate(lines: EntryOfTally[]): string {
  const width = Math.max(5, ...lines.map(({ entry }) => entry.length));
  const row = (entry: string, votes: number | string, score: number | string, title: string) =>
    `${entry.padEnd(width)}  ${String(votes).padStart(9)}  ${String(score).padStart(9)}  ${title}\n`;
  return [
    row('entry', 'votes', 'score', 'name'),
    ...lines.map((line) => row(line.entry, line.votes, line.score, line.title)),
  ].join('');
}
