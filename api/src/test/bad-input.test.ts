import { beforeAll, expect, test } from 'vitest';
import {
  makeCompetition,
  makeEntry,
  makeOrganization,
  makePerson,
  makeProject,
  type TestCompetition,
  type TestEntry,
  type TestOrganization,
} from './factories.ts';
import { sharedWorld } from './shared-world.ts';

const world = sharedWorld();
let competition: TestCompetition;
let entry: TestEntry;
let organization: TestOrganization;
let projectId: string;
beforeAll(async () => {
  competition = await makeCompetition(world);
  entry = await makeEntry(world, competition);
  organization = await makeOrganization(world);
  projectId = await makeProject(world, organization);
});

const save = `mutation ($input: SaveProjectInput!) { saveProject(input: $input) { __typename
  ... on InvalidInputError { message fields { path message } } ... on StaleVersionError { message project { version beneficiaries } } } }`;
const project = async () =>
  (
    await world.run(
      organization.member,
      'query ($id: ID!) { project(id: $id) { version beneficiaries title { zh } } }',
      {
        id: projectId,
      },
    )
  ).data.project;

test.each([
  ['an over-long text', { beneficiaries: '字'.repeat(201) }, 'beneficiaries', 'At most 200 characters.'],
  ['an over-long title', { title: { zh: '题'.repeat(61) } }, 'title.zh', 'At most 60 characters.'],
  ['an empty title', { title: { zh: '  ', en: '' } }, 'title', 'This must not be empty.'],
])('%s is named with its field and changes nothing', async (_, change, path, message) => {
  const before = await project();
  const { data } = await world.run(organization.member, save, {
    input: { projectId, version: before.version, ...change },
  });
  expect(data.saveProject).toEqual({
    __typename: 'InvalidInputError',
    message: expect.any(String),
    fields: [{ path, message }],
  });
  expect(await project()).toEqual(before);
});

test('characters are counted as people count them, so a rare character is one', async () => {
  const before = await project();
  const { data } = await world.run(organization.member, save, {
    input: { projectId, version: before.version, title: { zh: '𠮷'.repeat(60) } },
  });
  expect(data.saveProject.__typename).toBe('SaveProjectSuccess');
});

test.each([
  ['a NUL byte in a variable', '\u0000'],
  ['half a surrogate pair', '\ud800'],
])('%s is refused in the language of the reader and changes nothing', async (_, text) => {
  const before = await project();
  const { errors } = await world.run(
    organization.member,
    save,
    { input: { projectId, version: before.version, beneficiaries: `a${text}b` } },
    'zh-CN',
  );
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining('空字符') }]);
  expect(await project()).toEqual(before);
});

test('a NUL byte written into the operation itself is refused too', async () => {
  const { errors } = await world.run(null, '{ competition(slug: "a\\u0000b") { id } }');
  expect(errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
});

test('of two editors the second gets the text of the first, and nothing is overwritten', async () => {
  const { version } = await project();
  await world.run(organization.member, save, { input: { projectId, version, beneficiaries: 'first' } });
  const { data } = await world.run(organization.member, save, {
    input: { projectId, version, beneficiaries: 'second' },
  });
  expect(data.saveProject).toMatchObject({
    __typename: 'StaleVersionError',
    project: { version: version + 1, beneficiaries: 'first' },
  });
  expect((await project()).beneficiaries).toBe('first');
});

test.each(['not-an-id', '', "'; drop table votes; --", crypto.randomUUID()])('the id %j has nobody', async (id) => {
  const member = organization.member;
  const read = await world.run(
    member,
    'query ($id: ID!) { project(id: $id) { id } assignment(id: $id) { id } team(id: $id) { id } }',
    { id },
  );
  expect(read).toEqual({ data: { project: null, assignment: null, team: null }, errors: [] });
  const written = await world.run(member, save, { input: { projectId: id, version: 1, beneficiaries: 'x' } });
  expect(written.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
  const accepted = await world.run(
    competition.organizer,
    'mutation ($input: DecideEntryInput!) { decideEntry(input: $input) { __typename } }',
    { input: { entryId: id, verdict: 'ACCEPT' } },
  );
  expect(accepted.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
});

test("somebody else's things: a project does not exist, a competition cannot be run", async () => {
  const stranger = await makePerson(world);
  const written = await world.run(stranger, save, { input: { projectId, version: 1, beneficiaries: 'x' } });
  expect(written.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
  const created = await world.run(
    stranger,
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { __typename } }',
    { input: { organizationId: organization.id, title: { en: 'x' } } },
  );
  expect(created.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
  for (const call of [
    'decideEntry(input: { entryId: $id, verdict: ACCEPT }) { __typename }',
    'decideEntry(input: { entryId: $id, verdict: REJECT, reason: "x" }) { __typename }',
  ]) {
    const { errors } = await world.run(stranger, `mutation ($id: ID!) { ${call} }`, { id: entry.id });
    expect(errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
  }
});

test('a decision is made once: what was accepted cannot be rejected afterwards, and needs a reason before', async () => {
  const reject =
    'mutation ($input: DecideEntryInput!) { decideEntry(input: $input) { __typename ... on EntryNotEditableError { status } ... on InvalidInputError { fields { path } } } }';
  const decided = await world.run(competition.organizer, reject, {
    input: { entryId: entry.id, verdict: 'REJECT', reason: 'late' },
  });
  expect(decided.data.decideEntry).toEqual({ __typename: 'EntryNotEditableError', status: 'ACCEPTED' });
  const waiting = await makeEntry(world, competition, { isAccepted: false });
  const silent = await world.run(competition.organizer, reject, {
    input: { entryId: waiting.id, verdict: 'REJECT', reason: '  ' },
  });
  expect(silent.data.decideEntry).toEqual({ __typename: 'InvalidInputError', fields: [{ path: 'reason' }] });
  const rejected = await world.run(competition.organizer, reject, {
    input: { entryId: waiting.id, verdict: 'REJECT', reason: '材料不全' },
  });
  expect(rejected.data.decideEntry.__typename).toBe('DecideEntrySuccess');
  const reason =
    'query ($slug: String!, $n: Int!) { entry(competitionSlug: $slug, number: $n) { status rejectionReason } }';
  const own = await world.run(waiting.organization.member, reason, { slug: competition.slug, n: waiting.number });
  expect(own.data.entry).toEqual({ status: 'REJECTED', rejectionReason: '材料不全' });
  const public_ = await world.run(null, reason, { slug: competition.slug, n: waiting.number });
  expect(public_.data.entry).toBeNull();
});

test.each([
  ['a page of 0', 'first: 0'],
  ['a page of 101', 'first: 101'],
  ['a negative page', 'first: -1'],
  ['a cursor that is not one', 'first: 5, after: "nonsense"'],
  [
    'a cursor of another list',
    `first: 5, order: NUMBER, after: "${Buffer.from(JSON.stringify(['abc', crypto.randomUUID()])).toString('base64')}"`,
  ],
])('%s is BAD_USER_INPUT', async (_, args) => {
  const { errors } = await world.run(
    null,
    `query ($slug: String!) { competition(slug: $slug) { entries(${args}) { edges { node { id } } } } }`,
    { slug: competition.slug },
  );
  expect(errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
});

test.each([
  [
    'too deep',
    `{ competitions { edges { node { ${'host { region { parent { '.repeat(5)} name ${'} } }'.repeat(5)} } } } }`,
  ],
  ['too many aliases', `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: serverTime`).join(' ')} }`],
  ['an unknown field', '{ nobody }'],
  ['not GraphQL', '{'],
])('an operation that is %s is refused before it runs', async (_, query) => {
  const { errors, data } = await world.run(null, query);
  expect(data).toBeNull();
  expect(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']).toContain(errors[0]?.code);
});

test('search treats its wildcards as letters', async () => {
  const { data } = await world.run(
    null,
    'query ($slug: String!) { competition(slug: $slug) { percent: entries(search: "%") { totalCount } underscore: entries(search: "_") { totalCount } found: entries(search: "银龄") { totalCount } } }',
    { slug: competition.slug },
  );
  expect(data.competition).toMatchObject({ percent: { totalCount: 0 }, underscore: { totalCount: 0 } });
  expect(data.competition.found.totalCount).toBeGreaterThan(0);
});

test.each(['\u200b', '\u3164', '\u202e', '\u2800', ' \u00a0\u3000'])(
  'the invisible text %j is nothing',
  async (text) => {
    const before = await project();
    const { data } = await world.run(organization.member, save, {
      input: { projectId, version: before.version, title: { zh: text } },
    });
    expect(data.saveProject).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: 'title' }] });
    expect(await project()).toEqual(before);
  },
);

const threeDeep = (first: string) => `{ competition(slug: "x") { entries${first} { edges { node { competition {
  entries${first} { edges { node { competition { entries${first} { edges { cursor } } } } } } } } } } } }`;

test.each([
  ['written out', threeDeep('(first: 50)'), {}],
  ['in a variable', `query ($n: Int!) ${threeDeep('(first: $n)')}`, { n: 50 }],
  ['left to the default', threeDeep(''), {}],
])('an answer that would be too large is refused, its page sizes %s', async (_, query, variables) => {
  const { errors } = await world.run(null, query, variables);
  expect(errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
});

test('what turns the direction of a text, and controls, do not stay in it', async () => {
  const before = await project();
  await world.run(organization.member, save, {
    input: {
      projectId,
      version: before.version,
      title: { zh: '\u202e银龄\u0007守护 ' },
      beneficiaries: '一\n二\t三\u2066',
    },
  });
  expect(await project()).toMatchObject({ title: { zh: '银龄守护' }, beneficiaries: '一\n二\t三' });
});
