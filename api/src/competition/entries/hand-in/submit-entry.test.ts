import { expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import {
  makeCompetition,
  makeEntry,
  makeOrganization,
  makePerson,
  makeProject,
  over,
  toCome,
} from '../../../test/factories.ts';
import { createProject, CreateProjectSuccess, Language } from '../../../work/projects/index.ts';

const world = sharedWorld();

const submit = `mutation ($input: SubmitEntryInput!) { submitEntry(input: $input) {
  __typename
  ... on SubmitEntrySuccess { entry { number status title revision sections { key text } organization { name } category { key } } }
  ... on SubmissionsClosedError { message opensAt closesAt }
  ... on WrongFormError { message form { key } }
  ... on IncompleteProjectError { message missing { kind key name } }
  ... on AlreadyEnteredError { message entry { number } }
} }`;

test('a member submits a project and a frozen copy competes under the next number', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const projectId = await makeProject(world, organization, '小桔灯课堂');
  const input = { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] };
  const { data, errors } = await world.run(organization.member, submit, { input }, 'zh-CN');
  expect(errors).toEqual([]);
  expect(data.submitEntry).toMatchObject({
    __typename: 'SubmitEntrySuccess',
    entry: { number: 1, status: 'SUBMITTED', title: '小桔灯课堂', category: { key: 'education' } },
  });
  const change = { projectId, key: 'needs', version: 1, text: '后来改写的需求' };
  expect((await world.act(organization.member, 'saveSection', change)).__typename).toBe('SaveSectionSuccess');
  const entry = await world.run(
    organization.member,
    'query ($slug: String!) { entry(competitionSlug: $slug, number: 1) { sections { text } } }',
    { slug: competition.slug },
  );
  expect(entry.data.entry.sections[0].text).toBe('老人无人照料。');
});

test('a project enters a competition once, however often and however fast it is submitted', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const projectId = await makeProject(world, organization);
  const input = { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] };
  const answers = await Promise.all(Array.from({ length: 8 }, () => world.run(organization.member, submit, { input })));
  const kinds = answers.map((answer) => answer.data.submitEntry.__typename as string).toSorted();
  expect(kinds).toEqual([...Array.from({ length: 7 }, () => 'AlreadyEnteredError'), 'SubmitEntrySuccess']);
});

test('numbers have no gaps and no doubles when many submit at once', async () => {
  const competition = await makeCompetition(world);
  const entries = await Promise.all(Array.from({ length: 10 }, () => makeEntry(world, competition)));
  expect(entries.map((entry) => entry.number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test.each([
  ['before the stage opens', toCome, '提交', 'can be submitted from'],
  ['after the stage closed', over, '截止', 'closed on'],
])('%s nothing is accepted and the reader is told when, in their language', async (_, window, zh, en) => {
  const competition = await makeCompetition(world, { stages: { SUBMISSION: window } });
  const organization = await makeOrganization(world);
  const projectId = await makeProject(world, organization);
  const input = { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] };
  const english = await world.run(organization.member, submit, { input });
  expect(english.data.submitEntry.__typename).toBe('SubmissionsClosedError');
  expect(english.data.submitEntry.message).toContain(en);
  expect(english.data.submitEntry.closesAt).toBe(window.closesAt.toISOString());
  const chinese = await world.run(organization.member, submit, { input }, 'zh-CN');
  expect(chinese.data.submitEntry.message).toContain(zh);
});

test('what is missing is listed and nothing is submitted', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const created = await createProject(world.contextOf(organization.member), {
    organizationId: organization.id,
    title: { zh: '空项目' },
    language: Language.ZH_CN,
  });
  const projectId = created instanceof CreateProjectSuccess ? created.project.id : '';
  const input = { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] };
  const { data } = await world.run(organization.member, submit, { input });
  expect(data.submitEntry).toMatchObject({
    __typename: 'IncompleteProjectError',
    missing: [
      { kind: 'BASICS', key: 'summary', name: 'Summary' },
      ...['needs', 'goals', 'implementation', 'outcomes', 'features'].map((key) => ({
        kind: 'SECTION',
        key,
        name: `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      })),
    ],
  });
});

test('a stranger, a visitor and a foreign category get nowhere', async () => {
  const competition = await makeCompetition(world);
  const other = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const projectId = await makeProject(world, organization);
  const input = { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] };
  const stranger = await world.run(await makePerson(world), submit, { input });
  expect(stranger.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
  const visitor = await world.run(null, submit, { input });
  expect(visitor.errors.map((error) => error.code)).toEqual(['UNAUTHENTICATED']);
  const foreign = await world.run(organization.member, submit, {
    input: { ...input, categoryId: other.categoryIds[0] },
  });
  expect(foreign.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
  const rows = await world.orm.em.fork().execute('select 1 from entries where competition_id = ?', [competition.id]);
  expect(rows).toEqual([]);
});
