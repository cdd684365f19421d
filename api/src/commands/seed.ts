import { databaseStatus } from '../database/migrate.ts';
import { readSettings } from '../server/env.ts';
import { Failure } from '../core/failure.ts';
import type { DemonstrationState } from './load-demonstration.ts';
import { withDatabase } from './open-database.ts';
import { alone, fill, isHalfLoaded, migrateWithProgress, reset } from './prepare.ts';

export interface SeedOptions {
  empty?: boolean;
  state?: DemonstrationState;
  reset?: boolean;
}

/** Prints what the database then holds: a competition a line, its slug and the numbers of its entries and votes. */
export async function seed(options: SeedOptions): Promise<void> {
  const settings = readSettings();
  if (settings.mode === 'production' && (options.reset || !options.empty)) {
    throw new Failure('In production nothing is dropped and no demonstration loaded; only seed --empty is possible.');
  }
  await withDatabase(settings, ({ url }, signal) =>
    alone(url, async (client) => {
      if (options.reset || (!options.empty && (await isHalfLoaded(url)))) await reset(client);
      await migrateWithProgress(url);
      const before = await databaseStatus(url);
      if (!options.empty) {
        if (!before.isEmpty) {
          throw new Failure('The database already holds competitions; seed --reset drops everything in it first.');
        }
        await fill(client, url, options.state ?? 'voting-open', signal);
      }
      const { competitions } = await databaseStatus(url);
      for (const { slug, entries, votes } of competitions) process.stdout.write(`${slug}\t${entries}\t${votes}\n`);
    }),
  );
}
