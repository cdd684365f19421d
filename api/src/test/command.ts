import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, inject, vi } from 'vitest';
import { endingOf, makeProgram } from '../commands/program.ts';
import { inheritedEnvironment } from '../core/inherited-environment.ts';
import { buildPrograms } from './build-programs.ts';
import { freshDatabase } from './database.ts';

export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** So far. */
  said: { stdout: string; stderr: string };
  ended: Promise<Ran>;
}

/** The `laurel` command inside this process; one at a time, since it has the process's output and environment. */
export async function runLaurel(args: string[], env: Record<string, string>): Promise<Ran> {
  const said = { stdout: '', stderr: '' };
  const streams = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk, ...rest: unknown[]) => {
      said[name] += Buffer.from(chunk as string).toString();
      const written = rest.at(-1);
      if (typeof written === 'function') (written as () => void)();
      return true;
    }),
  );
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    await makeProgram().parseAsync(args, { from: 'user' });
    return { exitCode: 0, ...said };
  } catch (error) {
    const { exitCode, message = '' } = endingOf(error);
    return { exitCode, ...said, stderr: said.stderr + message };
  } finally {
    vi.unstubAllEnvs();
    for (const stream of streams) stream.mockRestore();
  }
}

/** The command on a migrated database and with a folder that go after the tests of the file. */
export function laurelOn(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `laurel-${name}-`));
  let database: Awaited<ReturnType<typeof freshDatabase>> | undefined;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => {
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const laurel = (...args: string[]) => runLaurel(args, { DATABASE_URL: database?.url ?? '', LAUREL_DATA: folder });
  return { laurel, folder };
}

/** The built program, a process of its own, on an empty database and with a folder that go after the tests of the file. */
export function programOn(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `laurel-${name}-`));
  const databaseName = `${name}_${process.pid}`;
  const databaseUrl = inject('databaseUrl').replace('/postgres?', `/${databaseName}?`);
  const env = { DATABASE_URL: databaseUrl, LAUREL_DATA: folder };
  let built: Awaited<ReturnType<typeof buildPrograms>> | undefined;

  function start(args: string[]): Running {
    const child = spawn(process.execPath, [join(built?.folder ?? '', 'cli.js'), ...args], {
      env: inheritedEnvironment({ NODE_OPTIONS: '', ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    const ended = once(child, 'close').then(([exitCode]) => ({ exitCode: exitCode as number, ...said }));
    return { child, said, ended };
  }

  beforeAll(async () => {
    built = await buildPrograms({ cli: 'src/cli.ts' });
    await query(`create database ${databaseName}`);
  });
  afterAll(async () => {
    await query(`drop database ${databaseName} with (force)`);
    rmSync(folder, { recursive: true, force: true });
    built?.remove();
  });
  return { start, folder, databaseName, databaseUrl, env };
}

/** One statement, as a user who may do everything. */
export async function query(sql: string, url = inject('databaseUrl')): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}
