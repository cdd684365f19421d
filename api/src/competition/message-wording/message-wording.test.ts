import { beforeAll, expect, test } from 'vitest';
import { sharedWorld } from '../../test/shared-world.ts';
import type { Viewer } from '../../core/context.ts';
import { makeCompetition, makeEntry, type TestCompetition } from '../../test/factories.ts';
import { runJobs } from '../../test/jobs.ts';
import { messageKinds } from '../../platform/messages/index.ts';

const world = sharedWorld();
let competition: TestCompetition;
beforeAll(async () => {
  competition = await makeCompetition(world);
});

const fields = `... on SaveMessageWordingSuccess { wording { subject isOwn } } ... on UnknownPlaceholderError { placeholders }
  ... on MissingPlaceholderError { placeholders } ... on InvalidInputError { fields { path message } }`;
const zh = { kind: 'ENTRY_SUBMITTED', language: 'ZH_CN' };
const own = { ...zh, subject: '我们收到了{title}', body: '{number}号 {link}' };
const save = (input: object, viewer = competition.organizer) =>
  world.act(viewer, 'saveMessageWording', { competitionId: competition.id, ...input }, fields);

const reset = async (viewer: Viewer, competitionId = competition.id) =>
  await world.run(
    viewer,
    'mutation ($input: ResetMessageWordingInput!) { resetMessageWording(input: $input) { subject isOwn } }',
    { input: { competitionId, ...zh } },
  );

test("organizers' own words are sent in place of the built-in ones, until they are taken back", async () => {
  expect(await save(own)).toMatchObject({ wording: { subject: own.subject, isOwn: true } });
  expect(await save({ ...own, body: '{link}' })).toMatchObject({ wording: { isOwn: true } });
  await makeEntry(world, competition, { isAccepted: false, title: '{number}' });
  const [mail] = await runJobs(world);
  expect(mail).toMatchObject({ subject: '我们收到了{number}' });
  expect(mail?.text).toBe(`https://laurel.example/c/${competition.slug}/entries/1`);
  expect((await reset(competition.organizer)).data.resetMessageWording).toEqual({
    subject: '已收到参赛项目：{title}',
    isOwn: false,
  });
  const acts = await world.sql<{ act: string }>(
    "select act from audit_events where act like '%MessageWording' order by at, id",
  );
  expect(acts.map((row) => row.act)).toEqual(['saveMessageWording', 'saveMessageWording', 'resetMessageWording']);
});

test('a wording with an unknown name, or without a needed one, is refused and told why', async () => {
  expect(await save({ ...own, body: '{link} {titel} {__proto__}' })).toEqual({
    __typename: 'UnknownPlaceholderError',
    message: 'Messages of this kind know nothing of {titel}, {__proto__}; take it out or correct the name.',
    placeholders: ['titel', '__proto__'],
  });
  expect(await save({ ...own, body: 'nothing' })).toMatchObject({
    __typename: 'MissingPlaceholderError',
    placeholders: ['link'],
  });
  for (const wrong of [
    { subject: '' },
    { subject: '{title}\nBcc: x' },
    { body: '' },
    { body: `{link}${'x'.repeat(5000)}` },
  ]) {
    expect((await save({ ...own, ...wrong })).__typename).toBe('InvalidInputError');
  }
});

test('only organizers word the messages of a competition, and only those that it sends', async () => {
  const stranger = (await makeCompetition(world)).organizer;
  expect(await save(own, stranger)).toBe('FORBIDDEN');
  expect((await reset(stranger)).errors[0]?.code).toBe('FORBIDDEN');
  expect(await save({ ...own, kind: 'INVITATION' })).toBe('NOT_FOUND');
  expect(await save({ ...own, competitionId: 'x' })).toBe('NOT_FOUND');
  expect((await reset(competition.organizer, 'x')).errors[0]?.code).toBe('NOT_FOUND');
});

test('the desk lists every wording with its placeholders, and previews one with examples', async () => {
  const { data } = await world.run(
    competition.organizer,
    `query ($slug: String!) { competition(slug: $slug) { messageDesk {
      wordings { kind language subject isOwn placeholders { name meaning sample isRequired } }
      preview(kind: ENTRY_ACCEPTED, language: EN, subject: "{title}", body: "{who} {link}") { subject text problems } } } }`,
    { slug: competition.slug },
  );
  const { wordings, preview } = data.competition.messageDesk;
  const worded = Object.values(messageKinds).filter(({ isOfCompetition }) => isOfCompetition);
  expect(wordings).toHaveLength(2 * worded.length);
  expect(wordings[0].placeholders[1]).toEqual({
    name: 'title',
    meaning: 'the title of the project',
    sample: '银龄守护：高龄老人居家照护',
    isRequired: true,
  });
  expect(preview).toEqual({
    subject: 'Silver Guard: care at home for the very old',
    text: '{who} https://laurel.example/projects',
    problems: ['Messages of this kind know nothing of {who}; take it out or correct the name.'],
  });
});
