import { beforeAll, describe, expect, test } from 'vitest';
import { act, sql } from '../../test/act.ts';
import { makeOrganization, makePerson, makeProject, type TestOrganization } from '../../test/factories.ts';
import { sharedWorld } from '../../test/shared-world.ts';
import type { Viewer } from '../../core/context.ts';

const world = sharedWorld();
let organization: TestOrganization;
let colleague: Viewer;
let projectId: string;
beforeAll(async () => {
  organization = await makeOrganization(world);
  colleague = await makePerson(world, 'li-na@example.org', 'Li Na');
  await sql(world, 'insert into organization_members (organization_id, user_id, joined_at) values (?, ?, now())', [
    organization.id,
    colleague.id,
  ]);
  projectId = await makeProject(world, organization);
});

const fields = `... on SaveSectionSuccess { section { key name text version savedAt savedBy { name } } project { updatedAt missing { key } } }
  ... on StaleSectionError { section { text version } yours } ... on InvalidInputError { fields { path message } }`;
const save = (
  key: string,
  version: number,
  text: string,
  viewer: Viewer | null = organization.member,
  id = projectId,
) => act(world, viewer, 'saveSection', { projectId: id, key, version, text }, fields);
const read = async (what: string, viewer: Viewer | null = organization.member) =>
  (await world.run(viewer, `query ($id: ID!) { project(id: $id) { ${what} } }`, { id: projectId })).data.project;

test('a section is saved for itself, and its version alone grows', async () => {
  const before = await read('version sections { key version }');
  expect(await save('goals', 1, ' 三年覆盖全镇，五年覆盖全县。 ', colleague)).toMatchObject({
    __typename: 'SaveSectionSuccess',
    section: {
      key: 'goals',
      name: 'Goals',
      text: '三年覆盖全镇，五年覆盖全县。',
      version: 2,
      savedAt: world.clock.now().toISOString(),
      savedBy: { name: 'Li Na' },
    },
    project: { updatedAt: world.clock.now().toISOString(), missing: [] },
  });
  expect(await read('version sections { key version }')).toEqual({
    version: before.version,
    sections: before.sections.map((one: { key: string }) => (one.key === 'goals' ? { key: 'goals', version: 2 } : one)),
  });
});

test('of two who edited the same version, the second gets both texts and overwrites nothing', async () => {
  expect((await save('needs', 1, 'first')).section.version).toBe(2);
  const answer = await save('needs', 1, ' second ', colleague);
  expect(answer).toMatchObject({
    __typename: 'StaleSectionError',
    section: { text: 'first', version: 2 },
    yours: 'second',
  });
  expect((await read('sections { text }')).sections[0].text).toBe('first');
});

test('of many at the very same moment one is saved, also where nothing was written before', async () => {
  const empty = await makeProject(world, organization, '空项目', { sections: {} });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      save('features', 0, `text ${i}`, i % 2 ? organization.member : colleague, empty),
    ),
  );
  const kinds = answers.map(({ __typename }) => __typename as string).toSorted();
  expect(kinds).toEqual(['SaveSectionSuccess', ...Array.from({ length: 7 }, () => 'StaleSectionError')]);
});

describe('what is refused changes nothing', () => {
  test.each<[string, () => Promise<unknown>, unknown]>([
    ['a text too long', () => save('outcomes', 1, '字'.repeat(5001)), { fields: [{ path: 'text' }] }],
    ['a section that the form does not have', () => save('keywords', 0, 'x'), 'NOT_FOUND'],
    ['the basics by this way', () => save('basics', 1, 'x'), 'NOT_FOUND'],
    ['by a stranger', async () => save('outcomes', 1, 'x', await makePerson(world)), 'NOT_FOUND'],
    ['by a visitor', () => save('outcomes', 1, 'x', null), 'UNAUTHENTICATED'],
    ['of no project', () => save('outcomes', 1, 'x', organization.member, crypto.randomUUID()), 'NOT_FOUND'],
  ])('%s', async (_, attempt, refusal) => {
    const answer = await attempt();
    if (typeof refusal === 'string') expect(answer).toBe(refusal);
    else expect(answer).toMatchObject({ __typename: 'InvalidInputError', ...(refusal as object) });
    expect((await read('sections { key text version }')).sections[3]).toEqual({
      key: 'outcomes',
      text: '服务一百二十户。',
      version: 1,
    });
  });

  test.each([
    "update project_sections set text = 'x' where project_id = ?",
    'update project_sections set version = version + 2 where project_id = ?',
    "update projects set title_zh = 'x' where id = ?",
    "update project_revisions set text = 'x' where project_id = ?",
  ])('PostgreSQL says so too: %s', async (statement) => {
    await expect(sql(world, statement, [projectId])).rejects.toThrow(/on top of the version before|is kept/);
  });
});

test('history tells who wrote what and when; another person and a page taken away are versions of their own', async () => {
  const id = await makeProject(world, organization, '有历史的项目');
  const history = async (key: string | null) =>
    (
      await world.run(
        organization.member,
        `query ($id: ID!, $key: String) { project(id: $id) { history(key: $key, first: 20) { totalCount edges { node {
          key name version text savedBy { name } savedAt basics { title { zh } beneficiaries } } } } } }`,
        { id, key },
      )
    ).data.project.history;
  const long = '字'.repeat(300);
  const minute = async (n: number, version: number, text: string, viewer = organization.member) => {
    world.clock.set(`2026-11-21T13:0${n}:00Z`);
    expect((await save('needs', version, text, viewer, id)).__typename).toBe('SaveSectionSuccess');
  };
  await minute(0, 1, 'a');
  await minute(1, 2, `a${long}`);
  await minute(2, 3, 'a');
  await minute(3, 4, 'ab', colleague);
  await minute(4, 5, 'abc');
  world.clock.set('2026-11-21T12:00:00Z');
  const { edges, totalCount } = await history('needs');
  expect(edges.map(({ node }: { node: Record<string, unknown> }) => [node['version'], node['text']])).toEqual([
    [6, 'abc'],
    [5, 'ab'],
    [4, 'a'],
    [3, `a${long}`],
    [1, '老人无人照料。'],
  ]);
  expect(totalCount).toBe(5);
  expect(edges[1].node).toMatchObject({ key: 'needs', name: 'Needs', savedBy: { name: 'Li Na' }, basics: null });
  const saved = { projectId: id, version: 1, beneficiaries: '独居老人' };
  expect((await act(world, colleague, 'saveProject', saved)).__typename).toBe('SaveProjectSuccess');
  expect((await history('basics')).edges[0].node).toMatchObject({
    name: 'Basics',
    version: 2,
    text: null,
    basics: { title: { zh: '有历史的项目' }, beneficiaries: '独居老人' },
  });
  expect((await history(null)).totalCount).toBe(11);
});

test('those who write together see each other, where they are, and what is newer than theirs', async () => {
  const note = (viewer: Viewer | null, key?: string) =>
    act(
      world,
      viewer,
      'noteEditing',
      { projectId, key },
      '... on NoteEditingSuccess { others { name key } versions { key version } } ... on InvalidInputError { fields { path } }',
    );
  world.clock.set('2026-11-21T12:00:00Z');
  expect(await note(colleague, 'goals')).toMatchObject({ others: [] });
  world.clock.set('2026-11-21T12:00:25Z');
  const seen = await note(organization.member);
  expect(seen.others).toEqual([{ name: 'Li Na', key: 'goals' }]);
  expect(seen.versions).toContainEqual({ key: 'basics', version: 1 });
  expect(seen.versions).toContainEqual({ key: 'goals', version: 2 });
  world.clock.set('2026-11-21T12:00:31Z');
  expect((await note(organization.member)).others).toEqual([]);
  expect(await note(colleague, 'nowhere')).toMatchObject({ fields: [{ path: 'key' }] });
  expect(await note(await makePerson(world))).toBe('NOT_FOUND');
  expect(await note(null)).toBe('UNAUTHENTICATED');
  world.clock.set('2026-11-21T12:00:00Z');
});

test('the basics know when it ended, where its film is, its region and its team', async () => {
  const other = await makeOrganization(world);
  const id = await makeProject(world, organization);
  const basics = (input: object) =>
    act(
      world,
      organization.member,
      'saveProject',
      { projectId: id, version: 1, ...input },
      `... on SaveProjectSuccess { project { version endedOn videoUrl region { id } team { id } } }
       ... on InvalidInputError { fields { path message } }`,
    );
  const refused = async (input: object) => (await basics(input)).fields[0];
  expect(await refused({ startedOn: '2024-01-02', endedOn: '2024-01-01' })).toMatchObject({ path: 'endedOn' });
  expect(await refused({ videoUrl: 'http://film.example' })).toEqual({
    path: 'videoUrl',
    message: 'Please give an address that begins with https://.',
  });
  expect(await refused({ videoUrl: 'https://film.example/a b' })).toMatchObject({ path: 'videoUrl' });
  expect(await refused({ teamId: crypto.randomUUID() })).toMatchObject({ path: 'teamId' });
  expect(await refused({ regionId: 'x' })).toMatchObject({ path: 'regionId' });
  expect(
    await basics({
      startedOn: '2024-01-01',
      endedOn: '2024-01-01',
      videoUrl: ' https://film.example/1 ',
      regionId: other.regionId,
    }),
  ).toMatchObject({
    project: {
      version: 2,
      endedOn: '2024-01-01',
      videoUrl: 'https://film.example/1',
      region: { id: other.regionId },
      team: null,
    },
  });
});
