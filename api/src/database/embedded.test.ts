import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { inheritedEnvironment } from '../core/inherited-environment.ts';
import { joinDatabase } from './embedded.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'laurel-embedded-'));
const pidFile = join(dataFolder, 'postgres/postmaster.pid');
const begin = () => joinDatabase({ dataFolder });

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

afterAll(async () => {
  // A server left by a failed test ends with its folder.
  if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
  for (let tries = 0; existsSync(pidFile) && tries < 100; tries++) await delay(50);
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('the embedded database', { timeout: 60_000 }, () => {
  it('is made once, though two commands find nothing there', async () => {
    const [one, two] = await Promise.all([begin(), begin()]);
    expect([one, two].filter(({ startedHere }) => startedHere)).toHaveLength(1);
    await query(one.url, 'create table kept (n int); insert into kept values (1)');
    await one.leave();
    expect(await query(two.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await two.leave();
    expect(existsSync(pidFile)).toBe(false);
  });

  it('is shared by three commands that begin at once, and stopped by the last to leave', async () => {
    const commands = await Promise.all([begin(), begin(), begin()]);
    expect(new Set(commands.map(({ url }) => url)).size).toBe(1);
    expect(commands.filter(({ startedHere }) => startedHere)).toHaveLength(1);
    expect(await query(commands[2].url, 'select n from kept')).toEqual([{ n: 1 }]);

    await commands[0].leave();
    await commands[0].leave();
    expect(existsSync(pidFile)).toBe(true);
    await Promise.all([commands[1].leave(), commands[2].leave()]);
    expect(existsSync(pidFile)).toBe(false);
  });

  it('lets a command in that comes while another is leaving', async () => {
    let staying = await begin();
    for (let round = 0; round < 3; round++) {
      const [, next] = await Promise.all([staying.leave(), delay(round * 20).then(begin)]);
      expect(await query(next.url, 'select n from kept')).toEqual([{ n: 1 }]);
      staying = next;
    }
    await staying.leave();
    expect(existsSync(pidFile)).toBe(false);
  });

  it('outlives a killed command, and the next one joins it', async () => {
    const script = `import { joinDatabase } from '${join(import.meta.dirname, 'embedded.ts')}';
      await joinDatabase({ dataFolder: '${dataFolder}' }); console.log('in'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '../..'),
      env: inheritedEnvironment({ NODE_OPTIONS: '' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));

    const next = await begin();
    expect(next.startedHere).toBe(false);
    await next.leave();
    expect(existsSync(pidFile)).toBe(false);
  });

  it('waits for the work of others that nobody watches over any more', async () => {
    const command = await begin();
    const orphan = new Client(command.url);
    await orphan.connect();
    await command.leave();
    expect(existsSync(pidFile)).toBe(true);
    await orphan.end();
    await (await begin()).leave();
    expect(existsSync(pidFile)).toBe(false);
  });

  it('starts in spite of the traces of a power cut, whose process number is now another one', async () => {
    writeFileSync(pidFile, `${process.pid}\n${dataFolder}/postgres\n1\n5432\n\n127.0.0.1\n0 0\nready\n`);
    const command = await begin();
    expect(command.startedHere).toBe(true);
    await command.leave();
  });

  it('is back after the crash of one of its processes', async () => {
    const command = await begin();
    await query(command.url, `select pg_backend_pid()`);
    const presences = async () =>
      await query<{ pid: number }>(
        command.url,
        `select pid from pg_locks join pg_stat_activity using (pid)
         where application_name = 'laurel presence' and locktype = 'advisory'`,
      ).catch(() => []);
    const [backend] = await presences();
    process.kill(backend!.pid, 'SIGKILL');
    await expect
      .poll(async () => query(command.url, 'select n from kept').catch(() => []), { timeout: 10_000 })
      .toEqual([{ n: 1 }]);
    await expect.poll(presences, { timeout: 10_000 }).toHaveLength(1);
    await command.leave();
    expect(existsSync(pidFile)).toBe(false);
  });

  it('says when it is gone for good', async () => {
    const command = await begin();
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
    expect((await command.lost).message).toContain('The embedded database stopped');
    await command.leave();
  });

  it('refuses the folder of another version', async () => {
    writeFileSync(join(dataFolder, 'postgres/PG_VERSION'), '17\n');
    await expect(begin()).rejects.toThrow('was written by PostgreSQL 17, and this Laurel brings PostgreSQL 18');
    writeFileSync(join(dataFolder, 'postgres/PG_VERSION'), '18\n');
  });
});
