import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { findViewer } from '../identity/index.ts';
import type { JobDeps } from './job-deps.ts';
import { JobProblem, type AnyJobKind } from './job-kind.ts';
import { JobInterrupted, JobRun, JobTakenOver } from './job-run.ts';
import type { JobProblemWords } from './job.entity.ts';
import { queueJob } from './start-job.ts';

interface Taken {
  id: string;
  kind: string;
  payload: object;
  attempts: number;
  mark: Record<string, unknown> | null;
  started_by_id: string | null;
}

const usualAttempts = 3;
/** Before the second attempt, the third, …; the last one holds for all that follow. */
const pauses = [5, 60, 600];

/** One attempt at a job: takes it up, does it, and says how it ended. */
export async function runJob(
  deps: JobDeps,
  kinds: ReadonlyMap<string, AnyJobKind>,
  jobId: string,
  signal: AbortSignal,
): Promise<void> {
  const machine = () => deps.contextOf(null);
  const [taken] = await machine().em.execute<Taken[]>(
    `update jobs set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, ?)
     where id = ? and state in ('QUEUED', 'RUNNING') returning id, kind, payload, attempts, mark, started_by_id`,
    [machine().clock.now(), jobId],
  );
  if (!taken) return;
  const kind = kinds.get(taken.kind);
  const most = kind?.attempts ?? usualAttempts;
  // Earlier runs never reported an end. A job that kills its server is not retried for ever.
  if (!kind || taken.attempts > most) return await end(machine(), taken, { problem: failed(taken) });
  const run = new JobRun(deps, taken, signal);
  try {
    const context = await contextOfStarter(deps, taken.started_by_id);
    const result = (await kind.work({ payload: taken.payload, run, context, machine, deps })) ?? null;
    await end(machine(), taken, { result, file: run.file });
  } catch (error) {
    if (error instanceof JobTakenOver) return;
    if (error instanceof JobInterrupted || signal.aborted) return await putBack(machine(), taken, 0, true);
    if (error instanceof JobProblem) {
      return await end(machine(), taken, { problem: { key: error.key, values: error.values } });
    }
    deps.logger.error({ err: error, job: taken.id, kind: taken.kind, attempt: taken.attempts }, 'a job failed');
    if (taken.attempts >= most) return await end(machine(), taken, { problem: failed(taken) });
    await putBack(machine(), taken, pauses[Math.min(taken.attempts, pauses.length) - 1] ?? 0);
  }
}

const failed = ({ id, attempts }: Taken): JobProblemWords => ({ key: 'job.failed', values: { attempts, id } });

async function contextOfStarter(deps: JobDeps, userId: string | null): Promise<Context> {
  const machine = deps.contextOf(null);
  const found = userId === null ? null : await findViewer(machine.em, userId);
  return found ? deps.contextOf(found.viewer, found.locale) : machine;
}

async function end(
  { em, clock }: Context,
  { id, attempts }: Taken,
  outcome: { problem?: JobProblemWords; result?: object | null; file?: object | null },
): Promise<void> {
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null);
  await em.execute(
    `update jobs set state = ?, problem = ?::jsonb, result = ?::jsonb, file = ?::jsonb, finished_at = ?,
       done = case when ?::jsonb is null then coalesce(total, done) else done end
     where id = ? and attempts = ? and state = 'RUNNING'`,
    [
      outcome.problem ? 'FAILED' : 'DONE',
      json(outcome.problem),
      json(outcome.result),
      json(outcome.file),
      clock.now(),
      json(outcome.problem),
      id,
      attempts,
    ],
  );
}

/** Into the line again; an attempt that was cut short by the end of its server does not count. */
async function putBack(
  context: Context,
  { id, attempts }: Taken,
  inSeconds: number,
  wasInterrupted = false,
): Promise<void> {
  await unitOfWork(context, async (em) => {
    const rows = await em.execute<unknown[]>(
      `update jobs set state = 'QUEUED', attempts = attempts - ? where id = ? and attempts = ? and state = 'RUNNING'
       returning id`,
      [wasInterrupted ? 1 : 0, id, attempts],
    );
    if (rows.length > 0) await queueJob(em, id, inSeconds);
  });
}
