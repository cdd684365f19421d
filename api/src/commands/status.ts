import { hasEmbeddedDatabase, joinDatabase } from '../database/embedded.ts';
import { databaseStatus } from '../database/migrate.ts';
import { reachDatabase, showAddress } from '../database/reach.ts';
import { readSettings, type Settings, version } from '../server/env.ts';
import { Failure } from '../core/failure.ts';
import { explainError } from './explain-error.ts';
import { formatStatus, type Status } from './format-status.ts';
import { isHalfLoaded } from './prepare.ts';

/** Prints the state of things; fails when something keeps Laurel from working. */
export async function status({ json }: { json?: boolean }): Promise<void> {
  const found = await inspect(readSettings());
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : formatStatus(found));
  if (found.problem) throw new Failure(found.problem);
}

async function inspect(settings: Settings): Promise<Status> {
  const found: Status = {
    isHealthy: false,
    problem: null,
    laurel: version,
    node: process.version,
    server: { url: settings.publicUrl, isRunning: await answers(settings) },
    database: { address: null, isEmbedded: !settings.databaseUrl, isRunning: false, version: null },
    pendingMigrations: [],
    competitions: [],
  };
  try {
    if (settings.databaseUrl) await look(found, settings.databaseUrl, true);
    else await lookEmbedded(found, settings.dataFolder);
    const { length } = found.pendingMigrations;
    if (length > 0) found.problem = `${length} migrations wait to be applied; laurel migrate applies them.`;
  } catch (error) {
    found.problem = explainError(error).message;
  }
  found.isHealthy = found.problem === null;
  return found;
}

async function lookEmbedded(found: Status, dataFolder: string): Promise<void> {
  if (!hasEmbeddedDatabase(dataFolder))
    throw new Failure(`There is no database in ${dataFolder} yet; npm start makes one.`);
  const database = await joinDatabase({ dataFolder });
  try {
    await look(found, database.url, !database.startedHere);
  } finally {
    await database.leave();
  }
}

async function look(found: Status, url: string, isRunning: boolean): Promise<void> {
  // The port of a server started for this look alone would be of no use to anybody.
  if (isRunning || !found.database.isEmbedded) found.database.address = showAddress(url);
  found.database.version = await reachDatabase(url);
  found.database.isRunning = isRunning;
  const { pendingMigrations, competitions } = await databaseStatus(url);
  Object.assign(found, { pendingMigrations, competitions });
  if (await isHalfLoaded(url)) {
    found.problem = 'A demonstration is being loaded, or was interrupted while it was; laurel seed begins it anew.';
  }
}

async function answers({ host, port }: Settings): Promise<boolean> {
  try {
    const name = host.includes(':') ? `[${host}]` : host;
    return (await fetch(`http://${name}:${port}/healthz`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}
