import { Client } from 'pg';
import { migrateWorker } from '../platform/jobs/index.ts';
import { migrations } from './migrations/index.ts';
import { openOrm } from './mikro-orm.config.ts';

/** The database was brought further by a newer Laurel; this one would not understand it. */
class NewerDatabaseError extends Error {
  constructor(readonly unknown: string[]) {
    super(`The database belongs to a newer version of Laurel (it has ${unknown.join(', ')}); start that version.`);
    this.name = 'NewerDatabaseError';
  }
}

export interface DatabaseStatus {
  pendingMigrations: string[];
  /** No competition yet. */
  isEmpty: boolean;
  competitions: { slug: string; name: string; entries: number; votes: number }[];
}

/** Applies what is pending, all or nothing; the names come back. Throws NewerDatabaseError. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const { pendingMigrations } = await databaseStatus(databaseUrl);
  const names = pendingMigrations.length === 0 ? [] : await applyMigrations(databaseUrl);
  await migrateWorker(databaseUrl);
  return names;
}

async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const orm = await openOrm(databaseUrl, { logger: () => undefined });
  try {
    return (await orm.migrator.up()).map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}

/** Reads only; works on a database that has no tables yet. Throws NewerDatabaseError. */
export async function databaseStatus(databaseUrl: string): Promise<DatabaseStatus> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const executed = await executedMigrations(client);
    const known = migrations.map((migration) => migration.name);
    const unknown = executed.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new NewerDatabaseError(unknown);
    const pendingMigrations = known.filter((name) => !executed.includes(name));
    const competitions = executed.length > 0 ? await competitionCounts(client) : [];
    return { pendingMigrations, isEmpty: competitions.length === 0, competitions };
  } finally {
    await client.end();
  }
}

async function executedMigrations(client: Client): Promise<string[]> {
  const table = await client.query<{ exists: boolean }>("select to_regclass('migrations') is not null as exists");
  if (!table.rows[0]?.exists) return [];
  const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
  return rows.map((row) => row.name);
}

async function competitionCounts(client: Client): Promise<DatabaseStatus['competitions']> {
  const { rows } = await client.query<DatabaseStatus['competitions'][number]>(
    `select c.slug, coalesce(c.name_zh, c.name_en) as name,
       (select count(*)::int from entries e where e.competition_id = c.id) as entries,
       (select coalesce(sum(t.votes), 0)::int from tally_parts t where t.competition_id = c.id) as votes
     from competitions c order by c.created_at, c.slug`,
  );
  return rows;
}
