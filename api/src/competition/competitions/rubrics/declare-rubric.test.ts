import { beforeAll, describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeCompetition, makePerson, toCome, wideOpen, type TestCompetition } from '../../../test/factories.ts';
import type { World } from '../../../test/world.ts';
import { defaultScoringRule } from './scoring-rule.entity.ts';

const world = sharedWorld();
/** Its review and final are to come. */
let coming: TestCompetition;
/** Its review is open, its final to come. */
let running: TestCompetition;
beforeAll(async () => {
  coming = await makeCompetition(world, { stages: { REVIEW: toCome, FINAL: toCome } });
  running = await makeCompetition(world, { stages: { REVIEW: wideOpen, FINAL: toCome } });
});

const stageOf = async ({ id }: TestCompetition, kind: string) =>
  (await world.sql<{ id: string }>('select id from stages where competition_id = ? and kind = ?', [id, kind]))[0]!.id;
const criterion = (key: string, change: object = {}) => ({
  key,
  name: { zh: '社会需求', en: 'Needs' },
  guidance: { zh: '看它解决什么问题', en: null },
  weight: '25',
  minimum: '0',
  maximum: '10',
  step: '0.5',
  levels: [],
  ...change,
});
const fields = `... on DeclareRubricSuccess { rubric { id requiresComment stage { id } category { id } criteria {
    key name guidance weight minimum maximum step levels { from wording } } } }
  ... on InvalidInputError { fields { path } }`;
const declare = (criteria: object[], rest: object = {}, viewer: Parameters<World['run']>[0] = coming.organizer) =>
  world.act(viewer, 'declareRubric', { competitionId: coming.id, requiresComment: false, criteria, ...rest }, fields);

test('an organizer says what judges mark, in place of all that was said before', async () => {
  const levels = [
    { from: '-2', zh: '不足', en: 'Poor' },
    { from: '1.5', zh: '优秀', en: 'Excellent' },
  ];
  const given = [
    criterion('needs', { weight: '0.125', minimum: '-2', maximum: '2.5', step: '0.125', levels }),
    criterion('社会-影响', { name: { zh: '影响' }, guidance: {} }),
  ];
  const { rubric } = await declare(given, { requiresComment: true });
  expect(rubric).toMatchObject({
    requiresComment: true,
    stage: null,
    category: null,
    criteria: [
      {
        key: 'needs',
        name: 'Needs',
        guidance: '看它解决什么问题',
        weight: '0.125',
        minimum: '-2',
        maximum: '2.5',
        step: '0.125',
        levels: [
          { from: '-2', wording: 'Poor' },
          { from: '1.5', wording: 'Excellent' },
        ],
      },
      { key: '社会-影响', name: '影响', guidance: '', levels: [] },
    ],
  });
  const again = await declare([criterion('needs'), criterion('goals')]);
  expect(again.rubric).toMatchObject({
    id: rubric.id,
    requiresComment: false,
    criteria: [{ key: 'needs' }, { key: 'goals' }],
  });
  expect(await world.sql('select 1 from criteria where rubric_id = ?', [rubric.id])).toHaveLength(2);
  const acts = await world.sql<{ details: { criteria: { key: string }[] } }>(
    "select details from audit_events where act = 'declareRubric' and subject_id = ? order by id",
    [rubric.id],
  );
  expect(acts.map(({ details }) => details.criteria.map(({ key }) => key))).toEqual([
    ['needs', '社会-影响'],
    ['needs', 'goals'],
  ]);
});

test('a stage, a category, or both may have a rubric of their own, once, also at the very same moment', async () => {
  const stageId = await stageOf(coming, 'FINAL');
  const [categoryId] = coming.categoryIds;
  for (const scope of [{ stageId }, { categoryId }, { stageId, categoryId }]) {
    const outcomes = await Promise.all([declare([criterion('a')], scope), declare([criterion('b')], scope)]);
    const [id] = outcomes.map((outcome) => outcome.rubric.id);
    expect(outcomes).toMatchObject([{ rubric: { id } }, { rubric: { id } }]);
    expect(outcomes[0].rubric.stage).toEqual(scope.stageId ? { id: stageId } : null);
    expect(outcomes[0].rubric.category).toEqual(scope.categoryId ? { id: categoryId } : null);
    expect(await world.sql('select 1 from criteria where rubric_id = ?', [id])).toHaveLength(1);
  }
});

test('a rubric stands once the first of its stages has opened; that of a stage to come can be declared', async () => {
  const run = (scope: object) => declare([criterion('a')], { competitionId: running.id, ...scope }, running.organizer);
  const [review, final] = [await stageOf(running, 'REVIEW'), await stageOf(running, 'FINAL')];
  for (const scope of [{}, { categoryId: running.categoryIds[0] }, { stageId: review }]) {
    expect(await run(scope)).toMatchObject({ __typename: 'ScoringRuleFrozenError' });
  }
  expect(await run({ stageId: final })).toMatchObject({ __typename: 'DeclareRubricSuccess' });
  world.clock.set('2127-01-01T00:00:00Z');
  expect(await run({ stageId: final })).toMatchObject({ __typename: 'ScoringRuleFrozenError' });
  world.clock.set('2026-11-21T12:00:00Z');
  const general = '(select id from rubrics where competition_id = ? and stage_id is null)';
  for (const statement of [
    `update criteria set weight = 99 where rubric_id = ${general}`,
    `delete from criteria where rubric_id = ${general}`,
    `update rubrics set requires_comment = true where id = ${general}`,
  ]) {
    await world.refuses(statement, [running.id], /stand/);
  }
});

test('a criterion on which the ladder of ties rests cannot be left out', async () => {
  const other = await makeCompetition(world, { stages: { REVIEW: toCome } });
  const stageId = await stageOf(other, 'REVIEW');
  const rule = { stageId, ...defaultScoringRule, ties: ['CRITERION:goals'] };
  expect(await world.act(other.organizer, 'declareScoringRule', rule)).toMatchObject({
    __typename: 'DeclareScoringRuleSuccess',
  });
  const run = (key: string, scope: object = {}) =>
    declare([criterion(key)], { competitionId: other.id, ...scope }, other.organizer);
  expect(await run('needs')).toMatchObject({ __typename: 'UnknownCriterionError' });
  expect(await world.sql('select 1 from rubrics where competition_id = ?', [other.id])).toHaveLength(1);
  // The rubric for all still has it where one category has another.
  expect(await run('needs', { categoryId: other.categoryIds[0] })).toMatchObject({
    __typename: 'DeclareRubricSuccess',
  });
  expect(await run('goals')).toMatchObject({ __typename: 'DeclareRubricSuccess' });
});

describe('what the table does not take is refused with its field named', () => {
  const level = { from: '5', en: 'Good' };
  test.each<[string, object[], string]>([
    ['no criterion', [], 'criteria'],
    ['51 criteria', Array.from({ length: 51 }, (_, n) => criterion(`k${n}`)), 'criteria'],
    ['a key twice', [criterion('a'), criterion('a')], 'criteria'],
    ['a key with a comma', [criterion('a,b')], 'criteria.0.key'],
    ['a key of two lines', [criterion('a\nb')], 'criteria.0.key'],
    ['an empty key', [criterion('a'), criterion('')], 'criteria.1.key'],
    ['no name', [criterion('a', { name: { zh: ' ', en: '\u200b' } })], 'criteria.0.name'],
    ['a long name', [criterion('a', { name: { zh: '字'.repeat(61) } })], 'criteria.0.name.zh'],
    ['long guidance', [criterion('a', { guidance: { en: 'x'.repeat(2001) } })], 'criteria.0.guidance.en'],
    ['no weight', [criterion('a', { weight: '0' })], 'criteria.0.weight'],
    ['a weight too fine', [criterion('a', { weight: '0.0001' })], 'criteria.0.weight'],
    ['a weight too great', [criterion('a', { weight: '100000' })], 'criteria.0.weight'],
    ['a minimum too low', [criterion('a', { minimum: '-1000.5' })], 'criteria.0.minimum'],
    ['a maximum too high', [criterion('a', { maximum: '1000.5' })], 'criteria.0.maximum'],
    ['a maximum of nothing', [criterion('a', { minimum: '-5', maximum: '0' })], 'criteria.0.maximum'],
    ['no scale', [criterion('a', { minimum: '10' })], 'criteria.0.minimum'],
    ['no step', [criterion('a', { step: '0' })], 'criteria.0.step'],
    ['a step past the scale', [criterion('a', { step: '11' })], 'criteria.0.step'],
    ['a step that misses the highest mark', [criterion('a', { step: '3' })], 'criteria.0.step'],
    ['a level off the scale', [criterion('a', { levels: [{ ...level, from: '11' }] })], 'criteria.0.levels'],
    ['levels upside down', [criterion('a', { levels: [level, { ...level, from: '4' }] })], 'criteria.0.levels'],
    ['a level without words', [criterion('a', { levels: [{ from: '5' }] })], 'criteria.0.levels.0'],
  ])('%s', async (_, criteria, path) => {
    const outcome = await declare(criteria);
    expect(outcome).toMatchObject({ __typename: 'InvalidInputError' });
    expect(outcome.fields.map((field: { path: string }) => field.path)).toContain(path);
  });
});

test('only its organizers declare, for stages and categories of its own', async () => {
  for (const viewer of [running.organizer, await makePerson(world)]) {
    expect(await declare([criterion('a')], {}, viewer)).toBe('FORBIDDEN');
  }
  expect(await declare([criterion('a')], {}, null)).toBe('UNAUTHENTICATED');
  for (const scope of [
    { stageId: await stageOf(running, 'FINAL') },
    { stageId: await stageOf(coming, 'VOTING') },
    { stageId: 'x' },
    { categoryId: running.categoryIds[0] },
    { categoryId: crypto.randomUUID() },
  ]) {
    expect(await declare([criterion('a')], scope)).toBe('NOT_FOUND');
  }
});
