import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { lossySettings, requireDurability } from './durability.ts';

test('a server that may lose acknowledged votes is refused in production', async () => {
  const admin = new pg.Client(inject('databaseUrl'));
  await admin.connect();
  const name = `lossy_${crypto.randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  // The server of the tests itself runs without fsync; what is looked at here is set for this database alone.
  await admin.query(`alter database ${name} set synchronous_commit = off`);
  expect(await lossySettings(url.href)).toContain('synchronous_commit');
  await expect(requireDurability(url.href, true)).rejects.toThrow(/synchronous_commit = off.*may be lost/);
  await requireDurability(url.href, false);
  await admin.query(`alter database ${name} set synchronous_commit = on`);
  expect(await lossySettings(url.href)).not.toContain('synchronous_commit');
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});
