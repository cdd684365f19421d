import { expect, test } from 'vitest';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { act, makeOrganizer, sql } from '../../test/act.ts';
import { makeCompetition, makeEntry, makeOrganization, makePerson, makeProject } from '../../test/factories.ts';
import { jobDeps, passPauses, runJobs, startWorker, testMailer } from '../../test/jobs.ts';
import type { World } from '../../test/world.ts';
import { sharedWorld } from '../../test/shared-world.ts';
import { submitEntry } from '../../competition/entries/index.ts';
import { lookAfterMessages, MessageKind, queueMessage, queueToMembers, remind } from './index.ts';

const world = sharedWorld();

const desk = `query ($slug: String!, $state: MessageState) { competition(slug: $slug) { messageDesk {
  counts { queued sent failed }
  messages(first: 20, state: $state) { edges { node { id kind about state to attempts problem sentAt } } } } } }`;
const deskOf = async (
  viewer: Parameters<World['run']>[0],
  slug: string,
  state: string | null = null,
  locale: 'en' | 'zh-CN' = 'en',
) => (await world.run(viewer, desk, { slug, state }, locale)).data.competition.messageDesk;
const nodesOf = ({ messages }: { messages: { edges: { node: Record<string, unknown> }[] } }) =>
  messages.edges.map(({ node }) => node);

const verified = {
  kind: MessageKind.ORGANIZATION_VERIFIED,
  params: { organization: { zh: '单位', en: 'Org' }, link: { path: '/' } },
} as const;

test('the members of an organization hear in their languages that their entry is in, and what became of it', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const english = await makePerson(world);
  await sql(world, "update users set locale = 'en' where id = ?", [english.id]);
  await sql(world, 'insert into organization_members (organization_id, user_id, joined_at) values (?, ?, now())', [
    organization.id,
    english.id,
  ]);
  const entry = await makeEntry(world, competition, { organization, title: '银龄守护', isAccepted: false });
  const [one, two] = (await runJobs(world)).toSorted((a) => (a.to === english.email ? 1 : -1));
  expect(one).toMatchObject({ to: organization.member.email, subject: '已收到参赛项目：银龄守护' });
  expect(one?.text).toContain(`编号 ${entry.number}`);
  expect(one?.text).toContain('11月21日(周六)20:00 北京时间');
  expect(two).toMatchObject({ to: english.email, subject: 'We have your entry: 银龄守护 in English' });
  expect(two?.text).toContain(`https://laurel.example/c/${competition.slug}/entries/${entry.number}`);
  expect(two?.id).not.toBe(one?.id);

  await act(world, competition.organizer, 'decideEntry', {
    entryId: entry.id,
    verdict: 'REJECT',
    reason: 'Twice the same.',
  });
  const rejected = await runJobs(world);
  expect(rejected.map(({ subject }) => subject).toSorted()).toEqual(
    ['Your entry was not accepted: 银龄守护 in English', '参赛项目未被受理：银龄守护'].toSorted(),
  );
  expect(rejected.every(({ text }) => text.includes('Twice the same.'))).toBe(true);
  await makeEntry(world, competition, { organization });
  expect((await runJobs(world)).map(({ subject }) => subject.slice(0, 7)).toSorted()).toHaveLength(4);
});

test('after a rollback nothing is sent, and what the operator loads tells nobody', async () => {
  const person = await makePerson(world);
  const to = { userId: person.id };
  const subject = { type: 'Organization', id: crypto.randomUUID() };
  const failing = unitOfWork(world.contextOf(person), async (em, inside) => {
    await queueMessage(inside, em, { ...verified, to, subject });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  const operator = world.operator();
  await unitOfWork(operator, async (em, inside) => {
    await queueMessage(inside, em, { ...verified, to, subject });
    expect(await queueToMembers(inside, em, crypto.randomUUID(), { ...verified, subject })).toBe(0);
  });
  expect(await runJobs(world)).toEqual([]);
});

test('who has no account is written to in the language they are said to read', async () => {
  const to = { email: 'new@example.org', locale: 'en' } as const;
  const subject = { type: 'Organization', id: crypto.randomUUID() };
  await unitOfWork(world.contextOf(await makePerson(world)), (em, inside) =>
    queueMessage(inside, em, { ...verified, to, subject }),
  );
  expect(await runJobs(world)).toMatchObject([{ to: to.email, subject: 'Org is verified' }]);
});

test('a mailer that fails is tried again after growing pauses, under the same id', async () => {
  const competition = await makeCompetition(world);
  await makeEntry(world, competition, { isAccepted: false });
  const mailer = testMailer(2);
  const seconds: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    await runJobs(world, { mailer });
    const [row] = await sql<{ s: number }>(
      world,
      'select extract(epoch from run_at - now())::float as s from graphile_worker.jobs',
    );
    if (row) seconds.push(row.s);
    await passPauses(world);
  }
  expect(seconds[0]).toBeGreaterThan(5);
  expect(seconds[1]).toBeGreaterThan(50);
  expect(mailer.sent).toHaveLength(1);
  const [message] = nodesOf(await deskOf(competition.organizer, competition.slug));
  expect(message).toMatchObject({ id: mailer.sent[0]?.id, state: 'SENT', attempts: 3, problem: null });
  await expect(
    sql(world, "update messages set state = 'QUEUED', sent_at = null where id = ?", [message?.id]),
  ).rejects.toThrow('has been sent');
});

test('after eight attempts a message has failed; organizers see why, and to whom in part, and may try again', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition, { isAccepted: false });
  const error = Object.assign(new Error(`550 no such user ${entry.organization.member.email}`), {
    code: 'EENVELOPE',
    responseCode: 550,
  });
  const mailer = testMailer(3, error);
  await runJobs(world, { mailer });
  await sql(world, 'update messages set attempts = 6 where competition_id = ?', [competition.id]);
  await passPauses(world);
  for (let i = 0; i < 2; i += 1) {
    await runJobs(world, { mailer });
    await passPauses(world);
  }
  expect(mailer.sent).toEqual([]);
  const seen = await deskOf(competition.organizer, competition.slug, 'FAILED');
  expect(seen.counts).toEqual({ queued: 0, sent: 0, failed: 1 });
  const [message] = nodesOf(seen);
  expect(message).toMatchObject({
    kind: 'ENTRY_SUBMITTED',
    about: expect.stringMatching(/in English$/),
    attempts: 8,
    to: 'p***@example.org',
  });
  expect(message?.problem).toBe('The mail server did not take it: the mailbox may not exist or be full. (answer 550)');
  expect(JSON.stringify(await sql(world, 'select * from messages where id = ?', [message?.id]))).not.toContain('@');
  expect(nodesOf(await deskOf(competition.organizer, competition.slug, null, 'zh-CN'))[0]?.problem).toContain('拒收');

  const stranger = await makeOrganizer(world, await makeCompetition(world));
  for (const viewer of [stranger, entry.organization.member]) {
    expect(await deskOf(viewer, competition.slug)).toBeNull();
    expect(await act(world, viewer, 'retryMessage', { messageId: message?.id })).toBe('NOT_FOUND');
  }
  const retried = await act(world, competition.organizer, 'retryMessage', { messageId: message?.id });
  expect(retried.__typename).toBe('RetryMessageSuccess');
  const again = await act(world, competition.organizer, 'retryMessage', { messageId: message?.id });
  expect(again.__typename).toBe('MessageNotFailedError');
  await runJobs(world, { mailer });
  expect(mailer.sent).toHaveLength(1);
  expect(await act(world, competition.organizer, 'retryMessage', { messageId: 'x' })).toBe('NOT_FOUND');
});

test('who signs in without a mailbox is not written to, and organizers are told so', async () => {
  const competition = await makeCompetition(world);
  const member = await makePerson(world, `${crypto.randomUUID()}@account.invalid`);
  await makeEntry(world, competition, { isAccepted: false, organization: await makeOrganization(world, { member }) });
  expect(await runJobs(world)).toEqual([]);
  const [message] = nodesOf(await deskOf(competition.organizer, competition.slug));
  expect(message).toMatchObject({ state: 'FAILED', attempts: 1, to: null });
  expect(message?.problem).toContain('without a mailbox');
});

test('two workers send each message once', async () => {
  const competition = await makeCompetition(world);
  const person = await makePerson(world);
  await unitOfWork(world.contextOf(person), async (em, inside) => {
    for (let i = 0; i < 10; i += 1) {
      const subject = { type: 'Organization', id: crypto.randomUUID() };
      await queueMessage(inside, em, {
        ...verified,
        to: { userId: person.id },
        subject,
        competitionId: competition.id,
      });
    }
  });
  const mailer = testMailer();
  const deps = jobDeps(world, mailer);
  const workers = await Promise.all([startWorker(world, { deps }), startWorker(world, { deps })]);
  await expect
    .poll(async () => (await deskOf(competition.organizer, competition.slug)).counts.sent, { timeout: 10_000 })
    .toBe(10);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(new Set(mailer.sent.map(({ id }) => id)).size).toBe(10);
  expect(mailer.sent).toHaveLength(10);
});

test('a message that fell out of the line is found', async () => {
  const competition = await makeCompetition(world);
  await makeEntry(world, competition, { isAccepted: false });
  await sql(world, 'delete from graphile_worker._private_jobs');
  expect(await runJobs(world)).toEqual([]);
  await sql(world, "update messages set created_at = now() - interval '1 hour' where state = 'QUEUED'");
  await lookAfterMessages.run(jobDeps(world), {});
  await lookAfterMessages.run(jobDeps(world), {});
  expect(await runJobs(world)).toHaveLength(1);
});

test('whoever has written for a competition and not handed in is reminded three days and one day before, once each', async () => {
  const opensAt = new Date('2026-11-20T00:00:00Z');
  const closesAt = new Date('2027-01-10T12:00:00Z');
  const competition = await makeCompetition(world, { stages: { SUBMISSION: { opensAt, closesAt } } });
  const { regionId } = competition;
  const organization = await makeOrganization(world, { regionId });
  const elsewhere = await makeOrganization(world);
  const invited = await makeOrganization(world);
  world.clock.set('2027-01-02T12:00:00Z');
  await makeProject(world, organization, '晨光课堂');
  await makeProject(world, elsewhere, '外地项目');
  const drafted = await makeProject(world, invited, '受邀项目');
  await sql(world, 'insert into entry_drafts (project_id, competition_id, saved_at) values (?, ?, ?)', [
    drafted,
    competition.id,
    world.clock.now(),
  ]);
  const done = await makeProject(world, await makeOrganization(world, { regionId }), '不必提醒');
  const [project] = await sql<{ organization_id: string }>(world, 'select organization_id from projects where id = ?', [
    done,
  ]);
  const [member] = await sql<{ user_id: string }>(
    world,
    'select user_id from organization_members where organization_id = ?',
    [project?.organization_id],
  );
  await submitEntry(world.contextOf({ id: member?.user_id ?? '', email: '', name: '' }), {
    projectId: done,
    competitionId: competition.id,
    categoryId: competition.categoryIds[0] ?? '',
  });
  await runJobs(world);
  const subjects: string[][] = [];
  for (const now of [
    '2027-01-07T11:00:00Z',
    '2027-01-07T13:00:00Z',
    '2027-01-08T13:00:00Z',
    '2027-01-09T13:00:00Z',
    '2027-01-10T12:00:01Z',
  ]) {
    world.clock.set(now);
    await remind.run(jobDeps(world), {});
    await remind.run(jobDeps(world), {});
    const mails = (await runJobs(world)).filter(({ text }) => text.includes('测试大赛'));
    subjects.push(mails.filter(({ to }) => to === organization.member.email).map(({ text }) => text));
    expect(mails.filter(({ text }) => /不必提醒|外地项目/.test(text))).toEqual([]);
    expect(mails.filter(({ to }) => to === invited.member.email)).toHaveLength(subjects.at(-1)?.length ?? 0);
  }
  expect(subjects.map((texts) => texts.length)).toEqual([0, 1, 0, 1, 0]);
  expect(subjects[1]?.[0]).toContain('“晨光课堂”');
  expect(subjects[1]?.[0]).toContain('1月10日(周日)20:00 北京时间');
  world.clock.set('2026-11-21T12:00:00Z');
});
