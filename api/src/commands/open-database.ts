import { joinDatabase } from '../database/embedded.ts';
import { reachDatabase, showAddress } from '../database/reach.ts';
import type { Settings } from '../server/env.ts';
import { Failure } from '../core/failure.ts';
import { step } from './step.ts';
import { Interruption, onStopSignal, within } from './stop-signal.ts';

export interface OpenDatabase {
  url: string;
  isEmbedded: boolean;
  /** Resolves when an embedded server is gone for good. */
  lost: Promise<Failure>;
  leave: () => Promise<void>;
}

/** The database every command works on: DATABASE_URL where it is given, else the embedded one of LAUREL_DATA. */
export async function openDatabase({ databaseUrl, dataFolder }: Settings): Promise<OpenDatabase> {
  if (databaseUrl) {
    await step(
      `Connecting to ${showAddress(databaseUrl)}`,
      () => reachDatabase(databaseUrl),
      (version) => `Connected to PostgreSQL ${version} at ${showAddress(databaseUrl)}`,
    );
    return { url: databaseUrl, isEmbedded: false, lost: new Promise(() => undefined), leave: async () => undefined };
  }
  let created = false;
  const { url, lost, leave } = await step(
    'Opening the embedded PostgreSQL',
    () => joinDatabase({ dataFolder, progress: (doing) => (created ||= doing === 'creating') }),
    (database) => `Embedded PostgreSQL ${created ? 'created' : database.startedHere ? 'started' : 'joined'}`,
  );
  return { url, isEmbedded: true, lost, leave };
}

/** Runs `work` on the database and leaves it again, whatever happens; a Ctrl-C interrupts it. */
export async function withDatabase<Result>(
  settings: Settings,
  work: (database: OpenDatabase, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { requested, signal, ignore } = onStopSignal();
  const database = await openDatabase(settings).catch((error: unknown) => {
    ignore();
    throw error;
  });
  const working = work(database, signal);
  try {
    const result = await Promise.race([working, requested, database.lost]);
    if (signal.aborted) throw new Interruption();
    if (result instanceof Failure) throw result;
    return result as Result;
  } finally {
    // What was interrupted ends first: as long as it has connections, somebody seems to be at work.
    await within(3000, working);
    await database.leave();
    ignore();
  }
}
