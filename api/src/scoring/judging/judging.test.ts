import { expect, test } from 'vitest';
import type { Viewer } from '../../core/context.ts';
import { makePerson, over, type TestCompetition, makeJudging } from '../../test/factories.ts';
import { sharedWorld } from '../../test/shared-world.ts';
import { act, sql } from '../../test/act.ts';

const world = sharedWorld();

const queue = `query ($slug: String!) { competition(slug: $slug) {
  criteria { id key } viewerJudgeSeat { code progress { assigned started submitted }
  assignments(first: 50) { edges { node { id status total entry { number } next { id } } } } } } }`;
const saved = `... on SaveMarksSuccess { assignment { status total comment marks { value criterion { key } } } }
  ... on MarkOutOfScaleError { criterion { key } }`;
const submitted = `... on SubmitSheetSuccess { assignment { status submittedAt } } ... on IncompleteSheetError { missing { key } }`;
const save = (viewer: Viewer, assignmentId: string | undefined, marks: object[], comment?: string) =>
  act(world, viewer, 'saveMarks', { assignmentId, marks, comment }, saved);
const submit = (viewer: Viewer | null, assignmentId: string | undefined) =>
  act(world, viewer, 'submitSheet', { assignmentId }, submitted);

interface Queue {
  criteria: { id: string; key: string }[];
  assignments: { id: string; status: string; next: { id: string } | null }[];
  progress: { assigned: number; started: number; submitted: number };
}

async function read(judge: Viewer, competition: TestCompetition): Promise<Queue> {
  const { data } = await world.run(judge, queue, { slug: competition.slug });
  const seat = data.competition.viewerJudgeSeat;
  return {
    criteria: data.competition.criteria,
    progress: seat.progress,
    assignments: seat.assignments.edges.map((edge: { node: Queue['assignments'][number] }) => edge.node),
  };
}

async function scene(stages = {}) {
  const { competition, judges } = await makeJudging(world, { entries: 2, judges: 2 }, { stages });
  const [judge, other] = judges as [Viewer, Viewer];
  const { criteria, assignments } = await read(judge, competition);
  return { competition, judge, other, criteria, first: assignments[0]?.id ?? '', second: assignments[1]?.id ?? '' };
}

const all = (criteria: { id: string }[], value: string) => criteria.map(({ id }) => ({ criterionId: id, value }));

test('a judge saves marks, sees the running total and submits; only then the sheet counts', async () => {
  const { competition, judge, criteria, first, second } = await scene();
  const marks = [
    { criterionId: criteria[0]?.id, value: '8.5' },
    { criterionId: criteria[1]?.id, value: '7' },
  ];
  expect((await save(judge, first, marks, ' 扎实 ')).assignment).toMatchObject({
    status: 'STARTED',
    total: '77.5',
    comment: '扎实',
  });
  expect(await submit(judge, first)).toMatchObject({
    __typename: 'IncompleteSheetError',
    missing: [{ key: 'implementation' }, { key: 'outcomes' }, { key: 'features' }],
  });
  await save(judge, first, all(criteria, '9'));
  expect(await submit(judge, first)).toMatchObject({
    assignment: { status: 'SUBMITTED', submittedAt: '2026-11-21T12:00:00.000Z' },
  });
  expect((await save(judge, first, all(criteria, '1'))).__typename).toBe('SheetSubmittedError');
  const now = await read(judge, competition);
  expect(now.progress).toEqual({ assigned: 2, started: 0, submitted: 1 });
  expect(now.assignments.map((assignment) => assignment.next?.id ?? null)).toEqual([second, null]);
});

test('the sheets ahead come in the order of the queue, round it, without those submitted or given back', async () => {
  const { competition, judges } = await makeJudging(world, { entries: 4, judges: 1 });
  const [judge] = judges as [Viewer];
  const { criteria, assignments } = await read(judge, competition);
  const ids = assignments.map(({ id }) => id);
  const ahead = `query ($id: ID!, $first: Int) { assignment(id: $id) { next { id } ahead(first: $first) { id } } }`;
  const ask = async (id: string | undefined, first: number | null) =>
    (await world.run(judge, ahead, { id, ...(first !== null && { first }) })).data?.assignment;
  expect(await ask(ids[2], null)).toEqual({
    next: { id: ids[3] },
    ahead: [{ id: ids[3] }, { id: ids[0] }, { id: ids[1] }],
  });
  await save(judge, ids[3], all(criteria, '9'));
  await submit(judge, ids[3]);
  await act(world, judge, 'declareConflict', { assignmentId: ids[0] });
  expect(await ask(ids[2], 2)).toEqual({ next: { id: ids[1] }, ahead: [{ id: ids[1] }] });
  const { errors } = await world.run(judge, ahead, { id: ids[2], first: 101 });
  expect(errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
});

test('a mark off the scale is refused and nothing of the input is saved', async () => {
  const { judge, criteria, first } = await scene();
  for (const value of ['10.5', '-0.5', '8.3']) {
    const marks = [
      { criterionId: criteria[0]?.id, value: '8' },
      { criterionId: criteria[1]?.id, value },
    ];
    expect(await save(judge, first, marks)).toMatchObject({
      __typename: 'MarkOutOfScaleError',
      criterion: { key: 'goals' },
    });
  }
  expect(await sql(world, 'select 1 from marks where assignment_id = ?', [first])).toEqual([]);
});

test('a mark can be cleared again before submission', async () => {
  const { judge, criteria, first } = await scene();
  await save(judge, first, all(criteria, '9'));
  const cleared = await save(judge, first, [{ criterionId: criteria[0]?.id, value: null }]);
  expect(cleared.assignment.marks).toHaveLength(4);
});

test('once the stage is over no sheet can be saved or submitted', async () => {
  const { judge, criteria, first } = await scene({ REVIEW: over });
  const refused = { __typename: 'JudgingClosedError' };
  expect(await save(judge, first, all(criteria, '9'))).toMatchObject(refused);
  expect(await submit(judge, first)).toMatchObject(refused);
});

test("another judge's sheet does not exist: not to read, not to write", async () => {
  const { competition, judge, other, criteria, first } = await scene();
  await save(judge, first, all(criteria, '9'), 'a secret remark');
  const readable = await world.run(other, 'query ($id: ID!) { assignment(id: $id) { comment marks { value } } }', {
    id: first,
  });
  expect(readable.data.assignment).toBeNull();
  expect(await save(other, first, all(criteria, '1'))).toBe('NOT_FOUND');
  expect(await submit(await makePerson(world), first)).toBe('NOT_FOUND');
  expect(await submit(null, first)).toBe('UNAUTHENTICATED');
  // Nor does the competition show a judge the ranking or the desk.
  const peek = await world.run(
    judge,
    'query ($slug: String!) { competition(slug: $slug) { ranking(first: 5) { totalCount } desk { sheetsSubmitted } } }',
    { slug: competition.slug },
  );
  expect(peek.data.competition).toEqual({ ranking: null, desk: null });
});

test('a foreign criterion is unknown to the sheet', async () => {
  const { judge, first } = await scene();
  const { criteria } = await scene();
  expect(await save(judge, first, [{ criterionId: criteria[0]?.id, value: '5' }])).toBe('NOT_FOUND');
});

test('the database itself refuses a mark off the scale and a change of a submitted sheet', async () => {
  const { judge, criteria, first } = await scene();
  await save(judge, first, all(criteria, '9'));
  await expect(sql(world, 'update marks set value = 11 where assignment_id = ?', [first])).rejects.toThrow(
    /not on the scale/,
  );
  await expect(sql(world, 'update marks set value = 8.3 where assignment_id = ?', [first])).rejects.toThrow(
    /not on the scale/,
  );
  await submit(judge, first);
  await expect(sql(world, 'update marks set value = 1 where assignment_id = ?', [first])).rejects.toThrow(/submitted/);
});
