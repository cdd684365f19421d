import { Client } from 'pg';
import { databaseStatus, migrate } from '../database/migrate.ts';
import { Failure } from '../core/failure.ts';
import { loadDemonstration, type DemonstrationState } from './load-demonstration.ts';
import { step } from './step.ts';

/** One command at a time changes a database: two servers may start on it at once. Any other number would do. */
const LOCK = 0x6c61_7573;
/** Left on a table of ours while a demonstration is loaded, so that half of one is recognised. */
const HALF_LOADED = 'a demonstration is being loaded';

export async function alone<Result>(databaseUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  return withClient(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return work(client);
  });
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function migrateWithProgress(databaseUrl: string): Promise<string[]> {
  return step(
    'Bringing the tables up to date',
    () => migrate(databaseUrl),
    (names) => `Tables up to date${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
  );
}

/** Loads a demonstration; when that is interrupted, the next one knows. */
export async function fill(client: Client, databaseUrl: string, state: DemonstrationState, signal?: AbortSignal) {
  await client.query(`comment on table migrations is '${HALF_LOADED}'`);
  await step(
    `Loading the demonstration (${state})`,
    () => loadDemonstration(databaseUrl, state, signal),
    () => 'Demonstration loaded',
    { draws: true },
  );
  await client.query('comment on table migrations is null');
}

export async function isHalfLoaded(databaseUrl: string): Promise<boolean> {
  const rows = await withClient(databaseUrl, async (client) => {
    const sql = `select obj_description(to_regclass('migrations'), 'pg_class') as mark`;
    return (await client.query<{ mark: string | null }>(sql)).rows;
  });
  return rows[0]?.mark === HALF_LOADED;
}

/** Drops everything. Only a database of Laurel's own is touched, and one that others' tables live in never. */
export async function reset(client: Client): Promise<void> {
  const { rows } = await client.query<{ tables: number; ours: boolean }>(
    `select count(*)::int as tables, to_regclass('public.competitions') is not null as ours
     from pg_tables where schemaname = 'public'`,
  );
  if (rows[0]?.tables && !rows[0].ours) {
    throw new Failure('This database holds the tables of another program; Laurel does not drop them.');
  }
  await step(
    'Emptying the database',
    async () => {
      await client.query(`set lock_timeout = '10s'`);
      await client.query(`begin; drop schema public cascade; drop schema if exists graphile_worker cascade;
         create schema public; commit`);
    },
    () => 'Database emptied',
  );
}

/** What a server needs before it opens: tables, and a demonstration where there is nothing yet. */
export async function prepare(
  databaseUrl: string,
  options: { demonstration: DemonstrationState | null; signal?: AbortSignal },
): Promise<void> {
  await alone(databaseUrl, async (client) => {
    if (options.demonstration && (await isHalfLoaded(databaseUrl))) await reset(client);
    await migrateWithProgress(databaseUrl);
    if (!options.demonstration) return;
    const { isEmpty } = await databaseStatus(databaseUrl);
    if (isEmpty) await fill(client, databaseUrl, options.demonstration, options.signal);
  });
}
