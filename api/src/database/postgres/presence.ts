import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { Failure } from '../../core/failure.ts';
import { SUPERUSER } from './folder.ts';

/**
 * Each command that uses the embedded server keeps one connection for as long, holding a shared lock. Who leaves
 * asks for the same lock alone: PostgreSQL grants it to the last one only, and while that one stops the server no
 * newcomer gets in. PostgreSQL itself thus settles every race, also for commands that were killed.
 */
const LOCK = 0x6c61_7572;
const NAME = 'laurel presence';

export interface Presence {
  client: Client;
  /** Resolves when the connection breaks. */
  broken: Promise<void>;
}

/** Undefined when the server is starting, stopping or about to be stopped; try again. */
export async function enter(port: number, password: string): Promise<Presence | undefined> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    application_name: NAME,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    ssl: false,
  });
  const broken = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ in: boolean }>('select pg_try_advisory_lock_shared($1) as in', [LOCK]);
    if (rows[0]?.in) return { client, broken };
  } catch (error) {
    if (error instanceof DatabaseError && error.code?.startsWith('28')) {
      throw new Failure('The embedded database does not accept the password kept beside it in postgres-password.', 1, {
        cause: error,
      });
    }
    if (error instanceof DatabaseError && error.code === '53300') {
      throw new Failure('The embedded database has no connection left; stop one of the commands that use it.');
    }
    if (error instanceof DatabaseError && !/^(57P|08)/.test(error.code ?? '')) throw error;
  }
  await close(client);
  return undefined;
}

/** Leaves; `stop` is called when nobody else is there. */
export async function leave({ client }: Presence, stop: () => Promise<void>): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [LOCK]);
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [LOCK]);
    if (rows[0]?.last && (await isDeserted(client))) await stop();
  } catch (error) {
    // Where the connection is broken there is nothing left to leave.
    if (error instanceof Failure) throw error;
  } finally {
    await close(client);
  }
}

/**
 * Nobody is present, but somebody may still be at work: a child of a command that was killed. Our own connections,
 * closed a moment ago, may take a while to be gone.
 */
async function isDeserted(client: Client): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and application_name like 'laurel%' and application_name <> $1`,
      [NAME],
    );
    if (rows[0]?.others === 0) return true;
    await delay(50);
  }
  return false;
}

async function close(client: Client): Promise<void> {
  // A broken connection never says goodbye, so it is not waited for.
  await Promise.race([client.end().catch(() => undefined), delay(1000, undefined, { ref: false })]);
}
