import { Client, DatabaseError } from 'pg';
import { Failure } from '../core/failure.ts';

const OLDEST = 15;
const TIMEOUT_SECONDS = 5;

/** The address without its password, for people. */
export function showAddress(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = '';
  url.search = '';
  return url.href;
}

/** Connects once, so that a server that cannot be used is refused in one sentence; tells its version. */
export async function reachDatabase(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: TIMEOUT_SECONDS * 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version`,
    );
    const version = rows[0]?.version ?? '0';
    if (Number.parseInt(version, 10) < OLDEST) {
      throw new Failure(`${showAddress(databaseUrl)} runs PostgreSQL ${version}; Laurel needs ${OLDEST} or newer.`);
    }
    return version;
  } catch (error) {
    throw error instanceof Failure ? error : explain(error, databaseUrl);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(error: unknown, databaseUrl: string): Failure {
  const { hostname, port, username, pathname } = new URL(databaseUrl);
  const server = `${hostname || 'localhost'}:${port || 5432}`;
  const sentence = (text: string) => new Failure(`${text} (DATABASE_URL).`, 1, { cause: error });
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (first instanceof DatabaseError && first.code?.startsWith('28')) {
    return sentence(`The database server at ${server} does not let ${username || 'anybody'} in with this password`);
  }
  if (first instanceof DatabaseError && first.code === '3D000') {
    return sentence(`The database server at ${server} has no database ${pathname.slice(1)}; create it first`);
  }
  const { code, message } = first as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED')
    return sentence(`No database server listens at ${server}; start it or correct the address`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return sentence(`There is no host ${hostname}; correct the address`);
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || /timeout/i.test(message)) {
    return sentence(`The database server at ${server} did not answer within ${TIMEOUT_SECONDS} seconds`);
  }
  return sentence(`The database server at ${server} refuses: ${message.split('\n')[0]?.replace(/\.$/, '')}`);
}
