import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { inject } from 'vitest';
import { migrateWorker } from '../platform/jobs/index.ts';
import { openOrm } from '../database/mikro-orm.config.ts';

/** A migrated database of its own; `close` drops it. */
export async function freshDatabase(): Promise<{ orm: MikroORM; url: string; close(): Promise<void> }> {
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(inject('databaseUrl'));
  await admin.connect();
  await makeTemplate(admin);
  await admin.query(`create database ${name} template ${TEMPLATE}`);
  const url = addressOf(name);
  const orm = await openOrm(url, { logger: () => undefined });
  return {
    orm,
    url,
    async close() {
      await orm.close(true);
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

const TEMPLATE = 'migrated';

function addressOf(database: string): string {
  const address = new URL(inject('databaseUrl'));
  address.pathname = `/${database}`;
  return address.href;
}

/**
 * Migrates once a run what all databases are copied from, which takes a fifth of the time. The first worker to need
 * it makes it, having Laurel loaded already; a draft becomes the template when it is whole.
 */
async function makeTemplate(admin: pg.Client): Promise<void> {
  const exists = async () =>
    (await admin.query('select from pg_database where datname = $1', [TEMPLATE])).rowCount === 1;
  if (await exists()) return;
  await admin.query('select pg_advisory_lock(1)');
  try {
    if (await exists()) return;
    await admin.query('drop database if exists draft with (force)');
    await admin.query('create database draft');
    const orm = await openOrm(addressOf('draft'), { logger: () => undefined });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
    await migrateWorker(addressOf('draft'));
    await admin.query(`alter database draft rename to ${TEMPLATE}`);
  } finally {
    await admin.query('select pg_advisory_unlock(1)');
  }
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Counts the statements of this process that reach PostgreSQL while `work` runs. */
export async function countStatements(work: () => Promise<unknown>): Promise<{ count: number; statements: string[] }> {
  const original = pg.Client.prototype.query as unknown as Query;
  const statements: string[] = [];
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
    if (!/^\s*(begin|commit|rollback|savepoint|release)/i.test(text)) statements.push(text);
    return original.apply(this, args);
  } as unknown as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original as unknown as typeof pg.Client.prototype.query;
  }
  return { count: statements.length, statements };
}
