import { once } from 'node:events';
import { createServer } from 'node:net';
import { type App, openApp } from '../server/app.ts';
import { requireDurability } from '../database/durability.ts';
import { type Env, readSettings, withSecret } from '../server/env.ts';
import { Failure } from '../core/failure.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { prepare } from './prepare.ts';
import { step } from './step.ts';
import { onStopSignal, within } from './stop-signal.ts';
import { welcome } from './welcome.ts';

export interface ServeOptions {
  port?: string;
  host?: string;
  empty?: boolean;
}

/** Serves until a signal stops it; the server is closed and the database left in every case. */
export async function serve(options: ServeOptions): Promise<void> {
  const env = withSecret(readSettings({ PORT: options.port, HOST: options.host }));
  await requireFreePort(env);
  const { requested, signal } = onStopSignal();
  let database: OpenDatabase | undefined;
  let app: App | undefined;

  const start = async (): Promise<void> => {
    database = await openDatabase(env);
    if (signal.aborted) return;
    await requireDurability(database.url, env.mode === 'production');
    const isDemonstration = env.mode === 'demonstration' && !options.empty;
    await prepare(database.url, { demonstration: isDemonstration ? 'voting-open' : null, signal });
    if (signal.aborted) return;
    app = await openApp(env, database.url);
    if (signal.aborted) return;
    await step(
      'Opening the server',
      async () => app?.listen(),
      () => `Listening on ${env.host} port ${env.port}`,
    );
    const { competitions } = await app.status();
    process.stdout.write(welcome(env, { isDemonstration: env.mode === 'demonstration' && competitions.length > 0 }));
  };

  const starting = start();
  try {
    await Promise.race([starting, requested]);
    if (!signal.aborted) await Promise.race([requested, lossOf(database)]);
  } finally {
    if (signal.aborted) process.stderr.write('\nStopping …\n');
    // An interrupted start ends first, so that what it opened is known. Nothing holds this up for long: PostgreSQL,
    // once told, finishes its own stop without us.
    await within(1500, starting);
    await within(1500, app?.close());
    await within(1500, database?.leave());
  }
}

async function lossOf(database: OpenDatabase | undefined): Promise<never> {
  throw (await database?.lost) ?? new Failure('There is no database.');
}

/** Checked first, so that a taken port is reported before the database opens. */
async function requireFreePort({ host, port }: Env): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
