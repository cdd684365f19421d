import { readSettings } from '../server/env.ts';
import { withDatabase } from './open-database.ts';
import { alone, migrateWithProgress } from './prepare.ts';

/** Prints the name of each migration that was applied; nothing when there was none. */
export async function migrateCommand(): Promise<void> {
  const names = await withDatabase(readSettings(), ({ url }) => alone(url, () => migrateWithProgress(url)));
  for (const name of names) process.stdout.write(`${name}\n`);
}
