import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { chooseAccount } from '../../src/database/postgres/account.ts';
import { findPostmaster, isAlive } from '../../src/database/postgres/postmaster.ts';
import { locatePrograms, run } from '../../src/database/postgres/programs.ts';
import { startThrowawayPostgres } from '../../src/database/throwaway.ts';
import { childrenOf } from './machine.ts';

export interface Cluster {
  /** The database with our tables. */
  url: string;
  pid: () => number;
  /** A connection of the bench's own, made anew where the server has been restarted. */
  query: <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>;
  /** Kills the server and everything it started, at once: nobody gets to say goodbye or to write anything. */
  kill: () => void;
  /** Starts the killed server again on its old port; it is ready when this returns. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** A PostgreSQL of the bench's own that pays for the disk, with the tables of Laurel in it. */
export async function startCluster(settings: Record<string, string> = {}): Promise<Cluster> {
  const postgres = await startThrowawayPostgres({ durable: true, settings });
  const { folder } = postgres;
  const programs = await locatePrograms();
  const account = chooseAccount(programs.postgres, folder);
  const pid = () => {
    const found = findPostmaster(folder)?.pid;
    if (found === undefined) throw new Error('PostgreSQL does not run');
    return found;
  };
  let client: pg.Client | undefined;
  const query = async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> => {
    if (!client) {
      const fresh = new pg.Client({ connectionString: url, application_name: 'laurel bench' });
      // It ends with the server; the next question makes a new one.
      fresh.on('error', () => (client = undefined));
      fresh.on('end', () => (client = undefined));
      await fresh.connect();
      client = fresh;
    }
    return (await client.query<R>(text, values)).rows;
  };
  const { url } = postgres;
  try {
    await migrate(url);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return {
    url,
    pid,
    query,
    kill() {
      const postmaster = pid();
      // Its children are listed first and killed last: a postmaster that sees a child die would begin to recover.
      const family = [postmaster, ...childrenOf(postmaster)];
      for (const one of family) killOne(one);
    },
    async restart() {
      const log = join(folder, 'server.log');
      // `restart` starts a dead server with the settings and the port it had.
      const args = ['restart', '-w', '-t', '60', '-D', folder, '-l', log];
      for (let attempt = 1; ; attempt += 1) {
        const { code, output } = await run(programs.pg_ctl, args, account);
        if (code === 0) return;
        if (attempt === 5) throw new Error(`PostgreSQL did not start again: ${output}\n${tail(log)}`);
        await delay(200);
      }
    },
    async stop() {
      await client?.end().catch(() => undefined);
      await postgres.stop();
    },
  };
}

function killOne(pid: number): void {
  try {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  } catch {
    // It was faster.
  }
}

const tail = (file: string) => readFileSync(file, 'utf8').slice(-1000);

/** What PostgreSQL ran with, and how long the disk takes to keep 8 kB. */
export async function describeCluster(cluster: Cluster): Promise<string> {
  const names = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method'];
  const more = ['shared_buffers', 'max_wal_size', 'max_connections'];
  const rows = await cluster.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from unnest($1::text[]) with ordinality as n(name, i) order by i',
    [[...names, ...more]],
  );
  const settings = rows.map(({ name, value }) => `${name} ${value}`.replace('server_version', 'PostgreSQL')).join(', ');
  return `${settings}; fdatasync of 8 kB ${flushMicroseconds()} µs (median of 100)`;
}

/** On the disk that holds the throw-away cluster. */
function flushMicroseconds(): number {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-flush-'));
  const file = openSync(join(folder, 'file'), 'w');
  try {
    const page = Buffer.alloc(8192, 1);
    const times = Array.from({ length: 100 }, () => {
      const before = performance.now();
      writeSync(file, page);
      fdatasyncSync(file);
      return performance.now() - before;
    });
    return Math.round((times.toSorted((a, b) => a - b)[50] ?? 0) * 1000);
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}
