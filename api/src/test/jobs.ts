import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { makeContext } from '../core/context.ts';
import { jobList } from '../server/jobs.ts';
import type { Mail, Mailer } from '../platform/mail/index.ts';
import { diskResults, JobWorker, runDueTasks, type AnyJobKind, type JobDeps } from '../platform/jobs/index.ts';
import { sql } from './act.ts';
import { secret, type World } from './world.ts';

/** A mailbox that accepts all mails, or refuses a number of first ones. */
export function testMailer(
  failures = 0,
  error: Error = new Error('the mail server is away'),
): Mailer & { sent: Mail[] } {
  let left = failures;
  const sent: Mail[] = [];
  return {
    sent,
    async send(mail) {
      if (left > 0) {
        left -= 1;
        throw error;
      }
      sent.push(mail);
    },
  };
}

export function jobDeps(world: World, mailer: Mailer = testMailer()): JobDeps {
  const { clock, orm, storage } = world;
  return {
    contextOf: (viewer, locale = 'en') =>
      makeContext({ em: orm.em.fork(), viewer, isOperator: viewer === null, clock, locale, secret, storage }),
    mailer,
    results: diskResults(mkdtempSync(join(tmpdir(), 'laurel-results-'))),
    logger: pino({ level: 'silent' }),
    publicUrl: 'https://laurel.example',
  };
}

interface Options {
  deps?: JobDeps;
  mailer?: Mailer;
  /** Beside those that Laurel has. */
  kinds?: AnyJobKind[];
}

const listOf = (world: World, { deps, mailer, kinds = [] }: Options) => ({
  databaseUrl: world.databaseUrl,
  deps: deps ?? jobDeps(world, mailer),
  tasks: jobList.tasks,
  kinds: [...jobList.kinds, ...kinds],
});

/** Runs background jobs, as a server would, until none is due; returns the mails they sent. */
export async function runJobs(world: World, options: Options = {}): Promise<Mail[]> {
  const mailer = testMailer();
  await runDueTasks(listOf(world, { mailer, ...options }));
  return mailer.sent;
}

/** As if the pauses before the next attempts were over. */
export const passPauses = (world: World): Promise<unknown> =>
  sql(world, 'update graphile_worker._private_jobs set run_at = now() where locked_at is null');

/** A worker that goes on until it is stopped, as in a server. */
export const startWorker = (world: World, options: Options = {}): Promise<JobWorker> =>
  JobWorker.start({ ...listOf(world, options), lostAfterSeconds: 0.2 });
