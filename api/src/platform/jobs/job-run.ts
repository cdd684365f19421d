import type { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { JobDeps } from './job-deps.ts';
import type { JobFile } from './job.entity.ts';

/** Another server has taken the job up: whatever this run still has in hand must not be kept. */
export class JobTakenOver extends Error {}
/** The server stops; the job goes back into the line. */
export class JobInterrupted extends Error {}

const progressEveryMs = 1000;

/** One attempt at a job, as its work sees it. */
export class JobRun {
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
  /** What the attempt before had finished for good; null at the beginning. */
  readonly mark: Record<string, unknown> | null;
  /** Aborted when the server stops. */
  readonly signal: AbortSignal;
  readonly #deps: JobDeps;
  #toldAt = -Infinity;
  #file: JobFile | null = null;

  constructor(
    deps: JobDeps,
    row: { id: string; attempts: number; mark: Record<string, unknown> | null },
    signal: AbortSignal,
  ) {
    this.#deps = deps;
    this.jobId = row.id;
    this.attempt = row.attempts;
    this.mark = row.mark;
    this.signal = signal;
  }

  get file(): JobFile | null {
    return this.#file;
  }

  /** Says how far it is; written at most once a second, so it may be called for every row, also within a transaction. */
  async progress(done: number, total: number | null = null): Promise<void> {
    if (this.signal.aborted) throw new JobInterrupted();
    const now = performance.now();
    if (now - this.#toldAt < progressEveryMs) return;
    this.#toldAt = now;
    // A row that our own transaction holds, having saved a mark, is left out: waiting for it would never end.
    const [row] = await this.#deps.contextOf(null).em.execute<{ mine: boolean }[]>(
      `with free as (select id from jobs where id = ? and attempts = ? and state = 'RUNNING' for update skip locked),
         told as (update jobs set done = ?, total = coalesce(?, total) where id in (select id from free))
       select exists (select from jobs where id = ? and attempts = ? and state = 'RUNNING') as mine`,
      [this.jobId, this.attempt, total === null ? done : Math.min(done, total), total, this.jobId, this.attempt],
    );
    if (!row?.mine) throw new JobTakenOver();
  }

  /** Within the transaction of a part of the work: both are kept, or neither, and only if the job is still ours. */
  async saveMark(em: EntityManager, mark: Record<string, unknown>): Promise<void> {
    await this.#write(em, 'mark = ?::jsonb', [JSON.stringify(mark)]);
  }

  /** Last in the transaction of the whole work: the job is done if, and only if, that is committed. */
  async finish(em: EntityManager, result: Record<string, unknown> | null = null): Promise<void> {
    await this.#write(
      em,
      "state = 'DONE', done = coalesce(total, done), result = ?::jsonb, file = ?::jsonb, finished_at = ?",
      [
        result && JSON.stringify(result),
        this.#file && JSON.stringify(this.#file),
        this.#deps.contextOf(null).clock.now(),
      ],
    );
  }

  /** Keeps the job's one file for a day, for people who may see the job. */
  async writeFile(file: JobFile, content: Readable | Buffer | string): Promise<void> {
    await this.#deps.results.write(this.jobId, content);
    this.#file = file;
  }

  async #write(em: EntityManager, assignment: string, params: unknown[]): Promise<void> {
    const rows = await em.execute<unknown[]>(
      `update jobs set ${assignment} where id = ? and attempts = ? and state = 'RUNNING' returning id`,
      [...params, this.jobId, this.attempt],
    );
    if (rows.length === 0) throw new JobTakenOver();
  }
}
