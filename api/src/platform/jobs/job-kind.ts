import type { Context } from '../../core/context.ts';
import type { MessageKey } from '../../core/messages.ts';
import type { JobDeps } from './job-deps.ts';
import type { JobRun } from './job-run.ts';

/** What a kind of job is given to work with. */
export interface JobWork<P> {
  payload: P;
  run: JobRun;
  /** Acts as who started the job, in their language; as the operator, where the operator did. */
  context: Context;
  /** Acts as the operator of the installation; for what was permitted when the job was started. */
  machine: () => Context;
  deps: JobDeps;
}

/**
 * A kind of background work. It may run more than once: a server that dies leaves the job to another, which begins
 * anew or from the mark that the work has set. So its changes belong into transactions that end with `run.saveMark`,
 * or into one that ends with `run.finish`; what was overtaken meanwhile then fails and leaves nothing behind.
 *
 * It shares its processor with the votes: no loop of a second without an `await` that lets others in.
 */
export interface JobKind<P extends object> {
  /** As the schema tells it, such as `exportEntries`. */
  kind: string;
  /** How often it is begun before it is given up. */
  attempts?: number;
  /** What comes back is kept as the job's `result`. */
  work: (work: JobWork<P>) => Promise<Record<string, unknown> | void>;
}

/** A list holds kinds with payloads of all sorts; each was checked against its own where the job was started. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyJobKind = JobKind<any>;

/** Thrown by the work: the job fails at once, with a sentence for the person who started it. */
export class JobProblem extends Error {
  readonly key: MessageKey;
  readonly values: Record<string, unknown>;

  constructor(key: MessageKey, values: Record<string, unknown> = {}) {
    super(key);
    this.name = 'JobProblem';
    this.key = key;
    this.values = values;
  }
}
