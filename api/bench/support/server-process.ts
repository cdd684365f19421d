import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../src/database/postgres/postmaster.ts';
import { answerOf, endOwn, forkOwn } from './children.ts';
import { secret } from './fixtures.ts';

export interface ServerProcess {
  port: number;
  child: ChildProcess;
  pid: number;
  /** Writes a processor profile of what happens while `work` runs. */
  profile: <T>(file: string, work: () => Promise<T>) => Promise<T>;
  /** What it has logged: how many lines, and the first of them. */
  complaints: () => { lines: number; first: string };
  end: () => Promise<void>;
}

const logs = new Set<string>();
process.once('exit', () => logs.forEach((log) => rmSync(log, { force: true })));

/** The server under test, in a process of its own; it listens when this returns. */
export async function startServer(
  program: string,
  databaseUrl: string,
  given?: { port?: number; withinMs?: number; dataFolder?: string },
): Promise<ServerProcess> {
  const port = given?.port ?? (await findFreePort());
  // A server in trouble logs a line a request, which nobody could read.
  const log = join(tmpdir(), `laurel-bench-${process.pid}-${port}.log`);
  const output = openSync(log, 'a');
  logs.add(log);
  const child = forkOwn(program, {
    output,
    args: [databaseUrl, String(port), secret],
    // As bin/laurel.mjs starts it.
    execArgv: ['--enable-source-maps', '--max-semi-space-size=64'],
    env: { NODE_ENV: 'production', ...(given?.dataFolder && { LAUREL_DATA: given.dataFolder }) },
  });
  closeSync(output);
  const complaints = () => {
    const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
    return { lines: lines.length, first: (lines[0] ?? '').slice(0, 600) };
  };
  await answerOf(child, 'listening', 'the server', given?.withinMs ?? 30_000).catch((error: Error) => {
    throw new Error(`${error.message}: ${complaints().first}`);
  });
  return {
    port,
    child,
    pid: child.pid ?? 0,
    complaints,
    async profile(file, work) {
      child.send({ type: 'profile' });
      await answerOf(child, 'profiling', 'the profiler', 5000);
      try {
        return await work();
      } finally {
        child.send({ type: 'profile-end', file });
        await answerOf(child, 'profiled', 'the profiler', 20_000);
      }
    },
    async end() {
      await endOwn(child);
      rmSync(log, { force: true });
    },
  };
}
