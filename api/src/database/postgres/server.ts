import { closeSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.ts';
import { explain } from './explain.ts';
import { findFreePort, findPostmaster } from './postmaster.ts';
import { run } from './programs.ts';

/** One small machine, one competition: modest memory, statements too short to be worth compiling. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // A transaction forgotten by a stuck process would hold its locks for ever.
  idle_in_transaction_session_timeout: '60s',
};

export interface Server {
  pgCtl: string;
  folder: string;
  account: Account;
}

const LOG_LIMIT = 4_000_000;
const logFile = (folder: string) => join(folder, 'server.log');

/**
 * Starts the server in a session of its own, so that it outlives the command that began it.
 * False when another command was faster; the caller then joins that one's.
 */
export async function startServer(server: Server, extra: Record<string, string> = {}): Promise<boolean> {
  const log = logFile(server.folder);
  if (sizeOf(log) > LOG_LIMIT) truncateSync(log);
  for (let attempt = 1; ; attempt++) {
    const before = sizeOf(log);
    const port = await findFreePort();
    const options = Object.entries({ ...settings, ...extra, port }).map(([name, value]) => `-c ${name}=${value}`);
    const args = ['start', '-w', '-t', '120', '-D', server.folder, '-l', log, '-o', options.join(' ')];
    const { code, output } = await run(server.pgCtl, args, server.account);
    if (code === 0) return true;
    if (findPostmaster(server.folder)) return false;
    const said = readFrom(log, before) || output;
    // Between our choice of the port and PostgreSQL's use of it somebody else may have taken it.
    if (/Address already in use/.test(said) && attempt < 5) continue;
    throw explain(said, server.folder, 'PostgreSQL did not start');
  }
}

/** pg_ctl's own waiting would take a server that another command starts meanwhile for the one it stops. */
export async function stopServer(server: Server): Promise<void> {
  const pid = findPostmaster(server.folder)?.pid;
  const { code, output } = await run(server.pgCtl, ['stop', '-m', 'fast', '-W', '-D', server.folder], server.account);
  const runs = () => pid !== undefined && findPostmaster(server.folder)?.pid === pid;
  if (code !== 0 && runs()) throw explain(output, server.folder, 'PostgreSQL did not stop');
  for (const deadline = Date.now() + 60_000; runs() && Date.now() < deadline;) await delay(20);
}

/** The end of the server's log, for the reason of a sudden death. */
export function lastWords(folder: string): string {
  const log = logFile(folder);
  return readFrom(log, Math.max(0, sizeOf(log) - 4000));
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

function readFrom(file: string, start: number): string {
  if (!existsSync(file)) return '';
  const buffer = Buffer.alloc(Math.min(64_000, Math.max(0, sizeOf(file) - start)));
  const handle = openSync(file, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(handle, buffer, 0, buffer.length, start));
  } finally {
    closeSync(handle);
  }
}
