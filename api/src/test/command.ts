import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { inheritedEnvironment } from '../env.ts';

const api = join(import.meta.dirname, '../..');

export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** The `laurel` command as a process of its own, on an empty database and a folder that go after the tests of the file. */
export function commandOn(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `laurel-${name}-`));
  const databaseName = `${name}_${process.pid}`;
  const databaseUrl = inject('databaseUrl').replace('/postgres?', `/${databaseName}?`);

  async function laurel(...args: string[]): Promise<Ran> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
      cwd: api,
      env: inheritedEnvironment({ NODE_OPTIONS: '', DATABASE_URL: databaseUrl, LAUREL_DATA: folder }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    const [exitCode] = (await once(child, 'close')) as [number];
    return { exitCode, ...said };
  }

  beforeAll(() => admin(`create database ${databaseName}`));
  afterAll(async () => {
    await admin(`drop database ${databaseName} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  });
  return { laurel, folder, databaseUrl };
}

async function admin(sql: string): Promise<void> {
  const client = new Client(inject('databaseUrl'));
  await client.connect();
  await client.query(sql);
  await client.end();
}
