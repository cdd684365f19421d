import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { inheritedEnvironment } from '../core/inherited-environment.ts';
import { buildPrograms } from './build-programs.ts';

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

/**
 * The `laurel` command as it is run in earnest, built and a process of its own, on an empty database and a folder that
 * go after the tests of the file.
 */
export function commandOn(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `laurel-${name}-`));
  const databaseName = `${name}_${process.pid}`;
  const databaseUrl = inject('databaseUrl').replace('/postgres?', `/${databaseName}?`);
  let built: Awaited<ReturnType<typeof buildPrograms>> | undefined;

  function start(args: string[], env: Record<string, string> = {}): Running {
    const child = spawn(process.execPath, [join(built?.folder ?? '', 'cli.js'), ...args], {
      env: inheritedEnvironment({ NODE_OPTIONS: '', DATABASE_URL: databaseUrl, LAUREL_DATA: folder, ...env }),
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
  return { start, laurel: (...args: string[]) => start(args).ended, folder, databaseName, databaseUrl };
}

/** One statement, as a user who may do everything. */
export async function query(sql: string, url = inject('databaseUrl')): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}
