import { Client } from 'pg';
import { Failure } from '../core/failure.ts';

/** Each of these off loses what was acknowledged when the machine, or for the second PostgreSQL itself, goes down. */
const needed = ['fsync', 'synchronous_commit', 'full_page_writes'];

/**
 * The settings of a server, as this account meets them, under which an acknowledged vote may be lost. For
 * synchronous_commit anything but `off` waits for the server's own disk.
 */
export async function lossySettings(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      "select name from pg_settings where name = any($1) and setting = 'off' order by name",
      [needed],
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** In production a server that may lose acknowledged votes is refused; elsewhere it is spoken of. */
export async function requireDurability(databaseUrl: string, isProduction: boolean): Promise<void> {
  const lossy = await lossySettings(databaseUrl);
  if (lossy.length === 0) return;
  const settings = lossy.map((name) => `${name} = off`).join(', ');
  const sentence = `The database runs with ${settings}: votes that were acknowledged may be lost in a crash.`;
  if (isProduction) throw new Failure(`${sentence} Switch it on before voters come.`);
  process.stderr.write(`! ${sentence}\n`);
}
