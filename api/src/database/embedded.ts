import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError, type Client } from 'pg';
import { readOrCreate } from '../core/read-or-create.ts';
import { Failure } from '../core/failure.ts';
import { chooseAccount } from './postgres/account.ts';
import { explain } from './postgres/explain.ts';
import { checkVersion, createFolder, SUPERUSER } from './postgres/folder.ts';
import { findPostmaster } from './postgres/postmaster.ts';
import { enter, leave, type Presence } from './postgres/presence.ts';
import { locatePrograms } from './postgres/programs.ts';
import { lastWords, startServer, stopServer, type Server } from './postgres/server.ts';

export interface JoinedDatabase {
  url: string;
  /** Whether the server ran already or this command started it. */
  startedHere: boolean;
  /** Resolves, with the reason, when the server is gone for good; never while all is well. */
  lost: Promise<Failure>;
  /** The last command to leave stops the server. */
  leave: () => Promise<void>;
}

const DATABASE = 'laurel';
const PATIENCE = 150_000;

export const hasEmbeddedDatabase = (dataFolder: string): boolean => existsSync(join(dataFolder, 'postgres/PG_VERSION'));

/** Uses the embedded PostgreSQL of this data folder: the one that runs, or else one started for the purpose. */
export async function joinDatabase(options: {
  dataFolder: string;
  /** Told what takes long, before it begins. */
  progress?: (step: 'creating' | 'starting') => void;
}): Promise<JoinedDatabase> {
  const programs = await locatePrograms();
  mkdirSync(options.dataFolder, { recursive: true });
  const folder = join(realpathSync(options.dataFolder), 'postgres');
  const account = chooseAccount(programs.postgres, folder);
  const password = readOrCreate(join(options.dataFolder, 'postgres-password'), () => randomBytes(24).toString('hex'));
  const server: Server = { pgCtl: programs.pg_ctl, folder, account };

  let startedHere = false;
  let presence: Presence | undefined;
  for (const deadline = Date.now() + PATIENCE; !presence;) {
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      options.progress?.('creating');
      await createFolder(programs.initdb, folder, password, account, true);
    }
    checkVersion(folder);
    const running = findPostmaster(folder);
    if (!running) {
      options.progress?.('starting');
      startedHere = await startServer(server);
    } else {
      if (running.isReady) presence = await enter(running.port, password);
      if (!presence) await delay(100);
    }
    if (!presence && Date.now() > deadline) {
      throw new Failure(`The embedded database in ${folder} does not answer; its log is server.log in that folder.`);
    }
  }
  const port = findPostmaster(folder)?.port;
  await createDatabase(presence.client);

  let leaving: Promise<void> | undefined;
  const stay = async (): Promise<Failure> => {
    for (;;) {
      await presence?.broken;
      if (leaving) return new Promise<never>(() => undefined);
      presence = await reenter(folder, password);
      if (!presence) return explain(lastWords(folder), folder, 'The embedded database stopped');
    }
  };

  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}?application_name=laurel`,
    startedHere,
    lost: stay(),
    leave: () => (leaving ??= presence ? leave(presence, () => stopServer(server)) : Promise.resolve()),
  };
}

/** After the crash of one of its processes PostgreSQL recovers within seconds, under the same number. */
async function reenter(folder: string, password: string): Promise<Presence | undefined> {
  for (let attempt = 0; attempt < 50; attempt++) {
    await delay(200);
    const running = findPostmaster(folder);
    if (!running) return undefined;
    const presence = await enter(running.port, password);
    if (presence) return presence;
  }
  return undefined;
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount) return;
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Another command did it at the same moment.
    const isThere = error instanceof DatabaseError && ['42P04', '23505'].includes(error.code ?? '');
    if (!isThere) throw error;
  }
}
