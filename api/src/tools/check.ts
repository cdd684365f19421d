import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openOrm } from '../database/mikro-orm.config.ts';
import { migrations } from '../database/migrations/index.ts';
import { startThrowawayPostgres } from '../database/throwaway.ts';
import { sortedSdl } from '../server/sorted-sdl.ts';

/** `npm run check -w api`: what is committed beside the code must say what the code says. */
const problems = [...(await checkContract()), ...(await checkMigrations())];
for (const problem of problems) console.error(`✗ ${problem}`);
if (problems.length === 0) console.error('The contract and the migrations are current.');
process.exitCode = problems.length > 0 ? 1 : 0;

async function checkContract(): Promise<string[]> {
  const committed = await readFile(join(import.meta.dirname, '../../../schema/schema.graphql'), 'utf8');
  return committed === sortedSdl() ? [] : ['schema/schema.graphql is stale: npm run schema -w api, and read the diff.'];
}

/** Up from nothing, down to nothing, up again; what is then there must be what the entities say. */
async function checkMigrations(): Promise<string[]> {
  const files = (await readdir(join(import.meta.dirname, '../database/migrations')))
    .filter((name) => /^\d{4}-/.test(name))
    .map((name) => name.replace(/\.ts$/, ''))
    .toSorted();
  const named = migrations.map((migration) => migration.name);
  if (files.join() !== named.join())
    return [`the migrations listed (${named.join()}) are not those in the folder (${files.join()}).`];
  const postgres = await startThrowawayPostgres();
  try {
    const orm = await openOrm(postgres.url, { logger: () => undefined });
    try {
      await orm.migrator.up();
      await orm.migrator.down({ to: 0 });
      await orm.migrator.up();
      const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false });
      return difference.trim() === ''
        ? []
        : [
            `the migrations do not lead to the entities; npm run migration -w api -- what-it-does writes what is missing:\n${difference}`,
          ];
    } finally {
      await orm.close(true);
    }
  } finally {
    await postgres.stop();
  }
}
