import { spawn } from 'node:child_process';
import { accessSync, chownSync, constants, mkdtempSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../core/failure.ts';
import { chooseAccount } from './postgres/account.ts';
import { createFolder, SUPERUSER } from './postgres/folder.ts';
import { findPostmaster } from './postgres/postmaster.ts';
import { locatePrograms } from './postgres/programs.ts';
import { startServer } from './postgres/server.ts';

interface ThrowawayPostgres {
  /** The database `postgres`, as a user who may create others. */
  url: string;
  /** Where its data lies. */
  folder: string;
  stop: () => Promise<void>;
}

/**
 * A PostgreSQL for one test run or bench, gone without trace afterwards, also when the run is killed.
 * `durable` keeps fsync on, for measurements that must pay for the disk; `settings` are PostgreSQL's own.
 */
export async function startThrowawayPostgres({
  durable = false,
  settings = {},
}: { durable?: boolean; settings?: Record<string, string> } = {}): Promise<ThrowawayPostgres> {
  const programs = await locatePrograms();
  const base = realpathSync(mkdtempSync(join(durable ? realpathSync(tmpdir()) : quickFolder(), 'laurel-postgres-')));
  const folder = join(base, 'data');
  try {
    const account = chooseAccount(programs.postgres, base);
    if (account.uid !== undefined && account.gid !== undefined) chownSync(base, account.uid, account.gid);
    const password = 'throwaway';
    await createFolder(programs.initdb, folder, password, account, durable);
    const speed: Record<string, string> = durable
      ? {}
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '256MB' };
    await startServer({ pgCtl: programs.pg_ctl, folder, account }, { ...speed, max_connections: '100', ...settings });
    const server = findPostmaster(folder);
    if (!server) throw new Failure('PostgreSQL for the tests stopped as soon as it had started.');
    return {
      url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/postgres?application_name=laurel`,
      folder,
      stop: guard(base),
    };
  } catch (error) {
    rmSync(base, { recursive: true, force: true });
    throw error;
  }
}

/** More than the tests ever hold at once: a dozen databases and the log. */
const roomBytes = 4 * 1024 ** 3;

/**
 * Linux's memory folder where it has room, else that for temporary files: to copy a database takes 50 ms in memory, and
 * on a busy disk ten times that.
 */
function quickFolder(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize >= roomBytes) return memory;
  } catch {
    // Another system, or none that lets us.
  }
  return realpathSync(tmpdir());
}

/**
 * The guard is a process of its own that waits for the end of its input, which comes when we close it and just as
 * well when we are killed; it then stops the server at once, whichever runs there by then, and removes the folder.
 */
const guardScript = `
  const fs = require('node:fs');
  const [folder] = process.argv.slice(1);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
  process.stdin.resume().on('close', async () => {
    try { process.kill(Number.parseInt(fs.readFileSync(folder + '/data/postmaster.pid', 'utf8'), 10), 'SIGQUIT'); } catch {}
    const runs = () => fs.existsSync(folder + '/data/postmaster.pid');
    for (let i = 0; i < 500 && runs(); i++) await new Promise((done) => setTimeout(done, 10));
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  });`;

function guard(folder: string): () => Promise<void> {
  const child = spawn(process.execPath, ['-e', guardScript, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: tmpdir(),
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.unref();
  return async () => {
    child.ref();
    child.stdin?.end();
    await gone;
  };
}
