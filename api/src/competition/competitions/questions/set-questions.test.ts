import { beforeAll, describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeCompetition, makePerson, toCome, type TestCompetition } from '../../../test/factories.ts';
import type { World } from '../../../test/world.ts';

const world = sharedWorld();
let coming: TestCompetition;
let running: TestCompetition;
beforeAll(async () => {
  coming = await makeCompetition(world, { stages: { SUBMISSION: toCome } });
  running = await makeCompetition(world, { questions: [question('partners')] });
});

function question(key: string, change: object = {}) {
  return { key, kind: 'TEXT' as const, prompt: { zh: '与谁合作？', en: 'With whom?' }, isRequired: false, ...change };
}
const choice = {
  kind: 'CHOICE',
  options: [
    { key: 'yes', zh: '有', en: 'Yes' },
    { key: 'no', zh: '没有' },
  ],
};
const setQuestionsFields = `... on SetQuestionsSuccess { competition { questions { key kind prompt help isRequired options { key name } minimum maximum
      unit maxLength category { id } } } } ... on InvalidInputError { fields { path } }`;
const set = (questions: object[], viewer: Parameters<World['run']>[0] = coming.organizer, competitionId = coming.id) =>
  world.act(viewer, 'setQuestions', { competitionId, questions }, setQuestionsFields);

test('an organizer says what is asked, in place of all that was asked before; a category may have its own', async () => {
  const [education = '', health = ''] = coming.categoryIds;
  await set([question('gone')]);
  const { competition } = await set([
    question('partners', { maxLength: 300, help: { en: 'Names are enough.' } }),
    question('insured', { ...choice, isRequired: true, categoryId: education }),
    question('hours', { kind: 'NUMBER', minimum: '0', maximum: '99.5', unit: { zh: '小时', en: 'hours' } }),
    question('proof', { kind: 'FILE' }),
  ]);
  expect(competition.questions).toMatchObject([
    { key: 'partners', kind: 'TEXT', prompt: 'With whom?', help: 'Names are enough.', maxLength: 300, category: null },
    {
      key: 'insured',
      isRequired: true,
      options: [
        { key: 'yes', name: 'Yes' },
        { key: 'no', name: '没有' },
      ],
      category: { id: education },
    },
    { key: 'hours', minimum: '0', maximum: '99.5', unit: 'hours' },
    { key: 'proof', kind: 'FILE' },
  ]);
  const query = `query ($slug: String!, $id: ID) { competition(slug: $slug) { questions(categoryId: $id) { key } } }`;
  const { data } = await world.run(null, query, { slug: coming.slug, id: health });
  expect(data.competition.questions.map(({ key }: { key: string }) => key)).toEqual(['partners', 'hours', 'proof']);
  expect((await set([])).competition.questions).toEqual([]);
});

describe('what cannot be asked is refused with its field named', () => {
  test.each<[string, object[], string]>([
    ['no words', [question('a', { prompt: { zh: ' ' } })], 'questions.0.prompt'],
    ['a key twice', [question('a'), question('a')], 'questions'],
    ['a key in capitals', [question('A')], 'questions.0.key'],
    ['a choice of nothing', [question('a', { kind: 'CHOICE' })], 'questions.0.options'],
    ['a text with options', [question('a', { ...choice, kind: 'TEXT' })], 'questions.0.options'],
    [
      'an option twice',
      [question('a', { ...choice, options: [choice.options[0], choice.options[0]] })],
      'questions.0.options',
    ],
    ['a range upside down', [question('a', { kind: 'NUMBER', minimum: '2', maximum: '1' })], 'questions.0.maximum'],
    ['a range of a text', [question('a', { minimum: '2' })], 'questions.0.minimum'],
    ['a length of a number', [question('a', { kind: 'NUMBER', maxLength: 3 })], 'questions.0.maxLength'],
    ['a text without end', [question('a', { maxLength: 2001 })], 'questions.0.maxLength'],
    ['51 questions', Array.from({ length: 51 }, (_, n) => question(`q${n}`)), 'questions'],
    ['a foreign category', [question('a', { categoryId: crypto.randomUUID() })], 'questions.0.categoryId'],
  ])('%s', async (_, questions, path) => {
    const answer = await set(questions);
    expect(answer).toMatchObject({ __typename: 'InvalidInputError' });
    expect(answer.fields.map((field: { path: string }) => field.path)).toContain(path);
  });
});

test('it says on which form as well, and keeps the form where it says nothing of it', async () => {
  const fields =
    '... on SetQuestionsSuccess { competition { form { key } } } ... on InvalidInputError { fields { path } }';
  const ask = (more: object) =>
    world.act(coming.organizer, 'setQuestions', { competitionId: coming.id, questions: [], ...more }, fields);
  expect((await ask({ formKey: 'case' })).competition.form).toEqual({ key: 'case' });
  expect((await ask({})).competition.form).toEqual({ key: 'case' });
  expect((await ask({ formKey: 'poem' })).fields).toMatchObject([{ path: 'formKey' }]);
  expect((await ask({ formKey: 'project' })).competition.form).toEqual({ key: 'project' });
});

test('once submissions are open what is asked stands, in PostgreSQL too', async () => {
  expect(await set([], running.organizer, running.id)).toMatchObject({ __typename: 'QuestionsFrozenError' });
  for (const statement of [
    "update questions set prompt_en = 'x' where competition_id = ?",
    'delete from questions where competition_id = ?',
    `insert into questions (id, competition_id, ordinal, key, kind, prompt_en, is_required)
     values (gen_random_uuid(), ?, 9, 'late', 'TEXT', 'x', true)`,
  ]) {
    await world.refuses(statement, [running.id], /the questions stand/);
  }
});

test('only its organizers ask', async () => {
  for (const viewer of [running.organizer, await makePerson(world)]) expect(await set([], viewer)).toBe('FORBIDDEN');
  expect(await set([], null)).toBe('UNAUTHENTICATED');
  expect(await set([], coming.organizer, 'x')).toBe('NOT_FOUND');
});
