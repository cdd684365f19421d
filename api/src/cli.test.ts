import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFreePort } from './database/postgres/postmaster.ts';
import { programOn, query, runLaurel } from './test/command.ts';

const { start, folder, databaseName, databaseUrl, env } = programOn('cli');
const laurel = (...args: string[]) => runLaurel(args, env);

describe('the laurel program', { timeout: 60_000 }, () => {
  it('writes the names of the migrations to stdout and nothing else, and none the second time', async () => {
    const names = readdirSync(join(import.meta.dirname, 'database/migrations'))
      .filter((file) => /^\d/.test(file))
      .map((file) => `${file.replace(/\.ts$/, '')}\n`);
    expect(await start(['migrate']).ended).toMatchObject({ exitCode: 0, stdout: names.join('') });
    expect(await laurel('migrate')).toMatchObject({ exitCode: 0, stdout: '' });
  });

  it('serves until it is told to stop, and ends well', async () => {
    const port = await findFreePort();
    const { child, said, ended } = start(['serve', '--empty', '--port', String(port)]);
    await expect.poll(() => said.stdout, { timeout: 50_000 }).toContain(`http://127.0.0.1:${port}`);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await ended).exitCode).toBe(0);
  });
});

describe('the laurel command', () => {
  it.each([
    { args: ['nonsense'], says: "unknown command 'nonsense'" },
    { args: ['serve', '--nope'], says: "unknown option '--nope'" },
    { args: ['seed', '--state', 'later'], says: 'Allowed choices are submissions-open' },
    { args: ['seed', '--empty', '--state', 'voting-open'], says: 'cannot be used with' },
    { args: ['serve', '--port', 'x'], says: 'laurel: PORT must be a whole number' },
    { args: ['serve', '--host', '0.0.0.0'], says: 'laurel: HOST 0.0.0.0 is open to other machines' },
  ])('calls $args wrong use', async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await laurel(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  it('helps, on stdout', async () => {
    const { exitCode, stdout, stderr } = await laurel('--help');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const word of ['serve', 'migrate', 'seed', 'status', 'LAUREL_DATA', 'Exit code'])
      expect(stdout).toContain(word);
  });

  it('tells machines how it stands', async () => {
    const { exitCode, stdout, stderr } = await laurel('status', '--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      isHealthy: true,
      problem: null,
      pendingMigrations: [],
      competitions: [],
    });
    expect(stdout).not.toContain(new URL(databaseUrl).password);
  });

  it('answers no when the database belongs to a newer version', async () => {
    await query(`insert into migrations (name, executed_at) values ('9999-later', now())`, databaseUrl);
    const { exitCode, stderr } = await laurel('migrate');
    await query(`delete from migrations where name = '9999-later'`, databaseUrl);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^laurel: .*9999-later.*$/m);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['postgres://a:b@127.0.0.1:1/x', 'No database server listens at 127.0.0.1:1'],
    [databaseUrl.replace('throwaway', 'wrong'), 'does not let laurel in with this password'],
    [databaseUrl.replace(databaseName, 'nowhere'), 'has no database nowhere'],
  ])('refuses a database it cannot reach in one sentence', async (url, says) => {
    const { exitCode, stdout, stderr } = await runLaurel(['migrate'], { ...env, DATABASE_URL: url });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr.split('\n').filter((line) => line.startsWith('laurel: '))).toEqual([expect.stringContaining(says)]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('makes no database only to tell that there is none', async () => {
    const empty = join(folder, 'empty');
    const { exitCode, stdout } = await runLaurel(['status'], { ...env, DATABASE_URL: '', LAUREL_DATA: empty });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('There is no database');
    expect(existsSync(empty)).toBe(false);
  });

  it('hears that the port is taken before anything else', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const { exitCode, stderr } = await laurel('serve', '--port', String(port));
    holder.close();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringMatching(`^laurel: Port ${port} is in use`),
    });
  });
});
