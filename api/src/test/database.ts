import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { inject } from 'vitest';
import { openOrm } from '../database/mikro-orm.config.ts';

/** A migrated database of its own; `close` drops it. */
export async function freshDatabase(): Promise<{ orm: MikroORM; url: string; close(): Promise<void> }> {
  const server = inject('databaseUrl');
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const orm = await openOrm(address.href, { logger: () => undefined });
  await orm.migrator.up();
  return {
    orm,
    url: address.href,
    async close() {
      await orm.close(true);
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Counts the statements that reach PostgreSQL while `work` runs, whoever sends them. */
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
