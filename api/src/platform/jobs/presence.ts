import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import { Client, type Pool } from 'pg';
import type { JobDeps } from './job-deps.ts';

const lookEveryMs = 5_000;
const usualSeconds = 10;
const lockOf = (parameter: string) => `hashtextextended('laurel worker ' || ${parameter}, 0)`;

/**
 * That the worker of this process is alive: a lock of a session, which PostgreSQL lets go of in the moment in which the
 * process dies. By itself the library would wait four hours before it takes a lost worker's tasks for lost.
 */
export class Presence {
  readonly events: WorkerEvents = new EventEmitter();
  readonly #databaseUrl: string;
  readonly #pool: Pool;
  readonly #logger: JobDeps['logger'];
  readonly #seconds: number;
  /** The library signs for the tasks it has taken up with the id of its pool of workers. */
  #id: string | null = null;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #locking: Promise<void> = Promise.resolve();

  constructor(databaseUrl: string, pool: Pool, logger: JobDeps['logger'], lostAfterSeconds = usualSeconds) {
    this.#databaseUrl = databaseUrl;
    this.#pool = pool;
    this.#logger = logger;
    this.#seconds = lostAfterSeconds;
    this.events.on('pool:create', ({ workerPool }) => {
      this.#id = workerPool.id;
      // Well before it would be missed; without a connection the next one sees to it.
      this.#locking = this.#lock().catch(() => undefined);
    });
  }

  /** Also anew: what a worker before had in hand is then nobody's. */
  async open(): Promise<void> {
    await this.#leave();
    await this.#connect();
    this.#timer = setInterval(
      () => {
        this.#looking = this.#look().catch((error: unknown) => {
          this.#logger.warn({ err: error }, 'lost work could not be looked for');
        });
      },
      Math.min(lookEveryMs, this.#seconds * 1000),
    ).unref();
  }

  async close(): Promise<void> {
    await this.#leave();
  }

  async #leave(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await Promise.all([this.#looking, this.#locking]);
    await this.#client?.end().catch(() => undefined);
    this.#client = null;
    this.#id = null;
  }

  async #connect(): Promise<void> {
    if (this.#client) return;
    const client = new Client({ connectionString: this.#databaseUrl });
    const lose = () => {
      if (this.#client === client) this.#client = null;
    };
    client.on('error', lose);
    client.on('end', lose);
    await client.connect();
    this.#client = client;
    await this.#lock();
  }

  async #lock(): Promise<void> {
    if (this.#client && this.#id) await this.#client.query(`select pg_advisory_lock(${lockOf('$1')})`, [this.#id]);
  }

  /** Asks in another session than the lock is held in: to its own session it looks free. */
  async #look(): Promise<void> {
    await this.#connect();
    const { rows } = await this.#pool.query<{ ids: string[] | null }>(
      `with old as materialized (select distinct locked_by as id from graphile_worker.jobs
         where locked_at < now() - make_interval(secs => $1)),
       gone as materialized (select id from old where pg_try_advisory_xact_lock(${lockOf('id')}))
       select array_agg(id) as ids from gone`,
      [this.#seconds],
    );
    const ids = rows[0]?.ids;
    if (!ids) return;
    await this.#pool.query('select graphile_worker.force_unlock_workers($1)', [ids]);
    this.#logger.warn({ workers: ids.length }, 'work of a lost server is taken up again');
  }
}
