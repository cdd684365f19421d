import { setTimeout as delay } from 'node:timers/promises';
import { Logger, parseCronItems, run, runMigrations, runOnce, type Runner, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { JobDeps, Task } from './job-deps.ts';
import type { AnyJobKind } from './job-kind.ts';
import { Presence } from './presence.ts';
import { runJob } from './run-job.ts';
import { runJobTask } from './start-job.ts';

/** Everything that is done in the background; put together in `src/jobs.ts`. */
export interface JobList {
  kinds: readonly AnyJobKind[];
  tasks: readonly Task[];
}

interface WorkerOptions extends JobList {
  databaseUrl: string;
  deps: JobDeps;
  /** How many at once; mails are among them. */
  atOnce?: number;
  /** A worker that nobody has heard of for so long is looked after. */
  lostAfterSeconds?: number;
}

const restartMs = 5000;
/** The server's stop has 1.5 s in all; what is still at work by then hears that it must end. */
const graceMs = 500;

/** Takes up tasks as they come, in this process; what a lost server had in hand as well. */
export class JobWorker {
  readonly #options: WorkerOptions;
  readonly #pool: Pool;
  readonly #presence: Presence;
  #runner: Runner | null = null;
  #isStopped = false;

  private constructor(options: WorkerOptions) {
    this.#options = options;
    this.#pool = poolFor(options);
    this.#presence = new Presence(options.databaseUrl, this.#pool, options.deps.logger, options.lostAfterSeconds);
  }

  static async start(options: WorkerOptions): Promise<JobWorker> {
    const worker = new JobWorker(options);
    await worker.#start();
    void worker.#keepRunning();
    return worker;
  }

  async #start(): Promise<void> {
    const { tasks, atOnce = 4 } = this.#options;
    await this.#presence.open();
    this.#runner = await run({
      ...shared(this.#options, this.#pool),
      events: this.#presence.events,
      concurrency: atOnce,
      pollInterval: 2000,
      gracefulShutdownAbortTimeout: graceMs,
      taskList: taskListOf(this.#options),
      parsedCronItems: parseCronItems(
        tasks.flatMap(({ name, schedule }) =>
          schedule ? [{ task: name, match: schedule, options: { jobKey: `schedule/${name}`, maxAttempts: 1 } }] : [],
        ),
      ),
    });
  }

  /** The library gives up when the database is away for long; we do not. */
  async #keepRunning(): Promise<void> {
    while (!this.#isStopped) {
      try {
        await this.#runner?.promise;
      } catch (error) {
        this.#options.deps.logger.warn({ err: error }, 'background work stopped and is begun again');
      }
      while (!this.#isStopped) {
        await delay(restartMs, undefined, { ref: false });
        if (this.#isStopped) return;
        try {
          await this.#start();
          break;
        } catch (error) {
          this.#options.deps.logger.warn({ err: error }, 'background work cannot begin');
        }
      }
    }
  }

  /** What is at work hears of it and goes back into the line. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#runner?.stop().catch(() => undefined);
    await this.#presence.close();
    await this.#pool.end();
  }
}

/** Does what is due, and what follows from that, until nothing is; for tests and commands. */
export async function runDueTasks(options: WorkerOptions): Promise<void> {
  const pool = poolFor(options);
  try {
    await runOnce({ ...shared(options, pool), taskList: taskListOf(options) });
  } finally {
    await pool.end();
  }
}

/** Makes or updates the tables of the library, in a schema of their own. */
export async function migrateWorker(databaseUrl: string): Promise<void> {
  const pool = openPool(databaseUrl, 2, () => undefined);
  try {
    await runMigrations({ pgPool: pool, logger: quiet });
  } finally {
    await pool.end();
  }
}

function taskListOf({ kinds, tasks, deps }: WorkerOptions): TaskList {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (byName.size < kinds.length) throw new Error('two kinds of jobs have the same name');
  return {
    ...Object.fromEntries(
      tasks.map((task) => [task.name, (payload: Record<string, unknown>) => task.run(deps, payload)]),
    ),
    [runJobTask]: async (payload: unknown, { abortSignal }) =>
      await runJob(deps, byName, (payload as { jobId: string }).jobId, abortSignal),
  };
}

const quiet = new Logger(() => () => undefined);

const shared = ({ deps }: WorkerOptions, pgPool: Pool) => ({
  pgPool,
  noHandleSignals: true,
  logger: new Logger(() => (level, text) => {
    if (level === 'error') deps.logger.error({}, text);
    if (level === 'warning') deps.logger.warn({}, text);
  }),
});

function poolFor({ databaseUrl, deps, atOnce = 4 }: WorkerOptions): Pool {
  // One listens, each worker fetches and hands back for itself; the work has connections of its own.
  return openPool(databaseUrl, Math.min(atOnce, 3) + 1, (error) =>
    deps.logger.warn({ err: error }, 'a database connection was lost'),
  );
}

function openPool(connectionString: string, max: number, onLoss: (error: Error) => void): Pool {
  const pool = new Pool({ connectionString, max });
  pool.on('error', onLoss);
  // A connection in use reports its own loss.
  pool.on('connect', (client) => client.on('error', onLoss));
  return pool;
}
