import type { Socket } from 'node:net';
import { Client } from 'pg';
import { expect, test, beforeAll } from 'vitest';
import { unitOfWork } from '../../core/unit-of-work.ts';
import type { Viewer } from '../../core/context.ts';
import { sql } from '../../test/act.ts';
import { makeCompetition, makePerson } from '../../test/factories.ts';
import { jobDeps, passPauses, runJobs, startWorker } from '../../test/jobs.ts';
import { cookieFor, makeTestServer } from '../../test/server.ts';
import { sharedWorld } from '../../test/shared-world.ts';
import { JobProblem, startJob, type JobKind, type JobWork } from './index.ts';

const world = sharedWorld();
let person: Viewer;
beforeAll(async () => {
  person = await makePerson(world);
});

interface Payload {
  words: string;
}
const kindOf = (work: (work: JobWork<Payload>) => Promise<Record<string, unknown> | void>): JobKind<Payload> => ({
  kind: 'tryOut',
  work,
});
const start = async (kind: JobKind<Payload>, competitionId: string | null = null, viewer: Viewer = person) =>
  await unitOfWork(
    world.contextOf(viewer),
    async (em, inside) => (await startJob(inside, em, kind, { words: 'payload' }, { competitionId })).id,
  );
const ask = async (viewer: Viewer | null, id: string, locale: 'en' | 'zh-CN' = 'en') =>
  (
    await world.run(
      viewer,
      'query ($id: ID!) { job(id: $id) { id kind state done total percent problem resultUrl expiresAt } }',
      { id },
      locale,
    )
  ).data.job;

test('a job is done after the commit of what started it, as the person who started it', async () => {
  const seen: unknown[] = [];
  const kind = kindOf(async ({ payload, run, context }) => {
    seen.push(payload.words, context.viewer?.id, context.isOperator, run.attempt);
    await run.progress(1, 4);
    return { rows: 4 };
  });
  const id = await start(kind);
  expect(await ask(person, id)).toMatchObject({ kind: 'tryOut', state: 'QUEUED', done: 0, total: null, percent: null });
  await runJobs(world, { kinds: [kind] });
  expect(seen).toEqual(['payload', person.id, false, 1]);
  expect(await ask(person, id)).toMatchObject({ state: 'DONE', done: 4, total: 4, percent: 100, resultUrl: null });
});

test('after a rollback there is no job and nothing is done', async () => {
  let runs = 0;
  const kind = kindOf(async () => void (runs += 1));
  const failing = unitOfWork(world.contextOf(person), async (em, inside) => {
    await startJob(inside, em, kind, { words: '' });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await runJobs(world, { kinds: [kind] });
  expect(runs).toBe(0);
});

test('a job is seen by whoever started it and the organizers of its competition, and by nobody else', async () => {
  const competition = await makeCompetition(world);
  const other = await makeCompetition(world);
  const id = await start(
    kindOf(async () => undefined),
    competition.id,
  );
  for (const viewer of [person, competition.organizer]) expect((await ask(viewer, id)).id).toBe(id);
  for (const viewer of [null, other.organizer, await makePerson(world)]) expect(await ask(viewer, id)).toBeNull();
  expect(await ask(person, 'no id')).toBeNull();
  await runJobs(world);
});

test('a job that fails is tried again, and given up with a sentence', async () => {
  let runs = 0;
  const kind = kindOf(async () => {
    runs += 1;
    throw new Error('broken');
  });
  const id = await start(kind);
  for (const expected of [1, 2, 3]) {
    await runJobs(world, { kinds: [kind] });
    expect(runs).toBe(expected);
    expect((await ask(person, id)).state).toBe(expected < 3 ? 'QUEUED' : 'FAILED');
    await passPauses(world);
  }
  await runJobs(world, { kinds: [kind] });
  expect(runs).toBe(3);
  const { problem } = await ask(person, id);
  expect(problem).toContain('all 3 attempts');
  expect(problem).toContain(id);
  expect((await ask(person, id, 'zh-CN')).problem).toContain('3 次');
});

test('what the reader can mend is said at once, in their language', async () => {
  const kind = kindOf(async () => {
    throw new JobProblem('entry.alreadyEntered');
  });
  const id = await start(kind);
  await runJobs(world, { kinds: [kind] });
  const { state, problem } = await ask(person, id);
  expect(state).toBe('FAILED');
  expect(problem).not.toBe((await ask(person, id, 'zh-CN')).problem);
  await expect(
    sql(world, "update jobs set state = 'QUEUED', problem = null, finished_at = null where id = ?", [id]),
  ).rejects.toThrow('this job has ended');
});

test('an attempt goes on from the mark that the one before has set with its work', async () => {
  const marks: unknown[] = [];
  const kind = kindOf(async ({ run, machine }) => {
    marks.push(run.mark);
    if (run.mark) return;
    await unitOfWork(machine(), (em) => run.saveMark(em, { rows: 7 }));
    await unitOfWork(machine(), async (em) => {
      await run.saveMark(em, { rows: 14 });
      // Progress is told although our own transaction holds the row.
      await run.progress(1, 2);
      throw new Error('this part is not kept');
    });
  });
  await start(kind);
  await runJobs(world, { kinds: [kind] });
  await passPauses(world);
  await runJobs(world, { kinds: [kind] });
  expect(marks).toEqual([null, { rows: 7 }]);
});

test('a run that was taken over keeps nothing', async () => {
  const kind = kindOf(async ({ run, machine }) => {
    await sql(world, 'update jobs set attempts = attempts + 1 where id = ?', [run.jobId]);
    await unitOfWork(machine(), async (em) => {
      await em.execute("update users set name = 'changed' where id = ?", [person.id]);
      await run.finish(em);
    });
  });
  const id = await start(kind);
  await runJobs(world, { kinds: [kind] });
  expect((await ask(person, id)).state).toBe('RUNNING');
  expect(await sql(world, 'select name from users where id = ?', [person.id])).not.toEqual([{ name: 'changed' }]);
});

test('two workers do a job once', async () => {
  const runs = new Map<string, number>();
  const kind = kindOf(async ({ run }) => {
    runs.set(run.jobId, (runs.get(run.jobId) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  const ids = await Promise.all(Array.from({ length: 12 }, () => start(kind)));
  const workers = await Promise.all([startWorker(world, { kinds: [kind] }), startWorker(world, { kinds: [kind] })]);
  await expect.poll(() => runs.size, { timeout: 10_000 }).toBe(12);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect([...runs.values()].every((count) => count === 1)).toBe(true);
  for (const id of ids) expect((await ask(person, id)).state).toBe('DONE');
});

test('a server that stops puts its jobs back, and another one does them', async () => {
  const attempts: number[] = [];
  const patient = kindOf(async ({ run }) => {
    attempts.push(run.attempt);
    for (let step = 0; attempts.length === 1; step += 1) {
      await run.progress(step);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  const id = await start(patient);
  const worker = await startWorker(world, { kinds: [patient] });
  await expect.poll(() => attempts.length, { timeout: 10_000 }).toBe(1);
  await worker.stop();
  expect((await ask(person, id)).state).toBe('QUEUED');
  await runJobs(world, { kinds: [patient] });
  // What was cut short is no failed attempt.
  expect(attempts).toEqual([1, 1]);
  expect((await ask(person, id)).state).toBe('DONE');
});

test('a job whose server was killed is taken up by another, and not before', async () => {
  const attempts: number[] = [];
  const kind = kindOf(async ({ run }) => void attempts.push(run.attempt));
  const id = await start(kind);
  // What a server has that took the job up: the lock of its worker, and the job's rows as its own.
  const killed = new Client(world.databaseUrl);
  killed.on('error', () => undefined);
  await killed.connect();
  await killed.query(`select pg_advisory_lock(hashtextextended('laurel worker pool-killed', 0))`);
  await killed.query(`update graphile_worker._private_jobs set attempts = 1, locked_by = 'pool-killed',
    locked_at = now() - interval '1 hour' where key = 'job/${id}'`);
  await killed.query(`update jobs set state = 'RUNNING', attempts = 1, started_at = now() where id = '${id}'`);

  const worker = await startWorker(world, { kinds: [kind] });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(attempts).toEqual([]);
  (killed as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
  await expect.poll(async () => (await ask(person, id)).state, { timeout: 10_000 }).toBe('DONE');
  await worker.stop();
  expect(attempts).toEqual([2]);
});

test('a file that came out of a job is fetched by those who see the job, for a day', async () => {
  const server = await makeTestServer({ clock: world.clock }, world);
  const kind = kindOf(async ({ run }) => {
    await run.writeFile({ name: '参赛项目.csv', type: 'text/csv; charset=utf-8' }, 'number,title\n');
  });
  const id = await start(kind);
  await runJobs(world, { kinds: [kind], deps: { ...jobDeps(world), results: server.results } });
  const { resultUrl } = await ask(person, id);
  const fetchAs = async (viewer: Viewer | null) =>
    await fetch(`${server.url}${resultUrl}`, { headers: viewer ? { cookie: await cookieFor(server, viewer.id) } : {} });
  const answer = await fetchAs(person);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('number,title\n');
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('参赛项目.csv');
  for (const viewer of [null, await makePerson(world)]) expect((await fetchAs(viewer)).status).toBe(404);
  await server.results.sweep(new Date(Date.now() + 25 * 3_600_000));
  expect((await fetchAs(person)).status).toBe(404);
  await server.close();
});
