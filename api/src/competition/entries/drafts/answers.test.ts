import { beforeAll, describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import type { Viewer } from '../../../core/context.ts';
import {
  makeCompetition,
  makeJudges,
  makeOrganization,
  makePerson,
  makeProject,
  type TestCompetition,
  type TestOrganization,
} from '../../../test/factories.ts';

const ask = (key: string, change: object = {}) => ({
  key,
  kind: 'TEXT' as const,
  prompt: { zh: key, en: `About ${key}?` },
  isRequired: false,
  ...change,
});

const world = sharedWorld();
let competition: TestCompetition;
let organization: TestOrganization;
beforeAll(async () => {
  competition = await makeCompetition(world, {
    questions: [
      ask('partners', { maxLength: 10 }),
      ask('insured', {
        kind: 'CHOICE',
        isRequired: true,
        options: [
          { key: 'yes', en: 'Yes, all of them' },
          { key: 'no', en: 'No' },
        ],
      }),
      ask('hours', { kind: 'NUMBER', minimum: '1', maximum: '24' }),
      ask('beds', { categoryKey: 'health', isRequired: true }),
    ],
  });
  organization = await makeOrganization(world);
});

const fields = `... on SaveAnswersSuccess { draft { version savedAt category { key } answers { key value } } }
  ... on StaleAnswersError { draft { version answers { key value } } } ... on InvalidInputError { fields { path message } }`;
const save = (
  projectId: string,
  version: number,
  answers: Record<string, string>,
  {
    viewer = organization.member,
    ...rest
  }: { viewer?: Viewer | null; categoryId?: string; competitionId?: string } = {},
) =>
  world.act(
    viewer,
    'saveAnswers',
    {
      projectId,
      competitionId: competition.id,
      version,
      answers: Object.entries(answers).map(([key, value]) => ({ key, value })),
      ...rest,
    },
    fields,
  );
const submitEntryFields = `... on SubmitEntrySuccess { entry { id number revision answers { key prompt kind value } } }
     ... on IncompleteProjectError { missing { kind key name } } ... on AlreadyEnteredError { entry { id } }`;
const submit = (projectId: string, category = 0) =>
  world.act(
    organization.member,
    'submitEntry',
    { projectId, competitionId: competition.id, categoryId: competition.categoryIds[category] },
    submitEntryFields,
  );

test('answers are saved as they are written, wait for their project, and are handed in with it', async () => {
  const projectId = await makeProject(world, organization);
  const categoryId = competition.categoryIds[0] ?? '';
  expect(await submit(projectId)).toMatchObject({
    __typename: 'IncompleteProjectError',
    missing: [{ kind: 'QUESTION', key: 'insured', name: 'About insured?' }],
  });
  expect(await save(projectId, 0, { partners: ' 社区食堂 ' })).toMatchObject({
    draft: { version: 1, category: null, answers: [{ key: 'partners', value: '社区食堂' }] },
  });
  const { draft } = await save(projectId, 1, { insured: 'yes', hours: '2.5' }, { categoryId });
  expect(draft).toMatchObject({ version: 2, category: { key: 'education' } });
  const query =
    'query ($id: ID!, $c: ID!) { project(id: $id) { draftFor(competitionId: $c) { version answers { key } } } }';
  const { data } = await world.run(organization.member, query, { id: projectId, c: competition.id });
  expect(data.project.draftFor).toMatchObject({ version: 2 });
  expect(data.project.draftFor.answers).toHaveLength(3);
  const { entry } = await submit(projectId);
  expect(entry).toMatchObject({
    revision: 1,
    answers: [
      { key: 'partners', prompt: 'About partners?', kind: 'TEXT', value: '社区食堂' },
      { key: 'insured', kind: 'CHOICE', value: 'Yes, all of them' },
      { key: 'hours', kind: 'NUMBER', value: '2.5' },
    ],
  });
  // What is written afterwards is for the next time.
  await save(projectId, 2, { partners: '' });
  const [row] = await world.sql<{ answers: { key: string }[] }>('select answers from entries where id = ?', [entry.id]);
  expect(row?.answers.map(({ key }) => key)).toEqual(['partners', 'insured', 'hours']);
});

test('what is asked in another category is not missing here, and missing there', async () => {
  const projectId = await makeProject(world, organization);
  await save(projectId, 0, { insured: 'no' });
  expect((await submit(projectId, 1)).missing).toEqual([{ kind: 'QUESTION', key: 'beds', name: 'About beds?' }]);
  expect((await submit(projectId, 0)).__typename).toBe('SubmitEntrySuccess');
});

test('of two who edited the same version, the second gets the answers of the first', async () => {
  const projectId = await makeProject(world, organization);
  await save(projectId, 0, { partners: 'first' });
  expect(await save(projectId, 0, { partners: 'second' })).toMatchObject({
    __typename: 'StaleAnswersError',
    draft: { version: 1, answers: [{ key: 'partners', value: 'first' }] },
  });
  const empty = await makeProject(world, organization);
  expect(await save(empty, 3, { partners: 'x' })).toMatchObject({ draft: { version: 0, answers: [] } });
  await world.refuses(
    `update entry_drafts set answers = '{}' where project_id = ?`,
    [projectId],
    /on top of the version before/,
  );
});

describe('what is no answer is refused with its sentence, and nothing is saved', () => {
  test.each<[string, string, string]>([
    ['partners', '字'.repeat(11), 'At most 10 characters.'],
    ['insured', 'perhaps', 'Please choose one of the options.'],
    ['hours', 'many', 'Please give a number, such as 120 or 3.5.'],
    ['hours', '0.5', 'Not less than 1.'],
    ['hours', '24.5', 'Not more than 24.'],
    ['nothing', 'x', 'This is not a valid value.'],
  ])('%s: %s', async (key, value, message) => {
    const projectId = await makeProject(world, organization);
    const answer = await save(projectId, 0, { [key]: value });
    expect(answer).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: 'answers.0.value', message }] });
    expect(await world.sql('select from entry_drafts where project_id = ?', [projectId])).toEqual([]);
  });
});

test('only members answer, for competitions and categories that there are', async () => {
  const projectId = await makeProject(world, organization);
  expect(await save(projectId, 0, {}, { viewer: await makePerson(world) })).toBe('NOT_FOUND');
  expect(await save(projectId, 0, {}, { viewer: null })).toBe('UNAUTHENTICATED');
  expect(await save(projectId, 0, {}, { competitionId: crypto.randomUUID() })).toBe('NOT_FOUND');
  expect(await save(projectId, 0, {}, { categoryId: crypto.randomUUID() })).toBe('NOT_FOUND');
});

test('answers are read by who entered, who organizes and who judges, and by nobody else', async () => {
  const other = await makeCompetition(world, { questions: [ask('phone')] });
  const projectId = await makeProject(world, organization);
  await save(projectId, 0, { phone: '0431-123' }, { competitionId: other.id });
  const input = { projectId, competitionId: other.id, categoryId: other.categoryIds[0] };
  const { entry } = await world.act(
    organization.member,
    'submitEntry',
    input,
    '... on SubmitEntrySuccess { entry { id } }',
  );
  await world.act(other.organizer, 'decideEntry', { entryId: entry.id, verdict: 'ACCEPT' });
  const [judge = null] = await makeJudges(world, other, 1);
  const read = async (viewer: Viewer | null) =>
    (
      await world.run(
        viewer,
        'query ($slug: String!) { entry(competitionSlug: $slug, number: 1) { answers { value } } }',
        {
          slug: other.slug,
        },
      )
    ).data.entry.answers;
  for (const viewer of [organization.member, other.organizer, judge]) {
    expect(await read(viewer)).toEqual([{ value: '0431-123' }]);
  }
  for (const viewer of [null, await makePerson(world), competition.organizer]) expect(await read(viewer)).toEqual([]);
});
