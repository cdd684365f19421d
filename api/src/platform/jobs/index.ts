/**
 * Work that goes on after the answer. Three words:
 *
 * - A **kind** of job is work that somebody watches: `export const exportEntries: JobKind<{ slug: string }> = { kind:
 *   'exportEntries', work: async ({ payload, run, context }) => { … } }`, named in `src/jobs.ts`. It tells its progress
 *   (`run.progress(done, total)`), may keep a file (`run.writeFile`), and fails with a sentence (`throw new
 *   JobProblem('key.of.a.sentence', values)`) or, after a few attempts at anything else, with a general one.
 * - A **job** is one such piece of work: `startJob(context, em, exportEntries, { slug }, { competitionId })` in the
 *   transaction of a use case, which gives `Job` to the page; the page asks for `job(id)` until it has ended.
 * - A **task** is work that nobody watches: a mail, a look at the clock. `addTask` puts one in line.
 */
export { addTask } from './add-task.ts';
export type { JobDeps, Task } from './job-deps.ts';
export { Job, JobState } from './job.entity.ts';
export { registerJobFiles, sweepResults } from './job-file.ts';
export { JobProblem, type AnyJobKind, type JobKind, type JobWork } from './job-kind.ts';
export { JobResolver } from './job.resolver.ts';
export type { JobRun } from './job-run.ts';
export { diskResults, type ResultStore } from './result-store.ts';
export { startJob } from './start-job.ts';
export { JobWorker, migrateWorker, runDueTasks, type JobList } from './worker.ts';
