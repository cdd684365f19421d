import { expect, test } from 'vitest';
import type { Viewer } from '../../core/context.ts';
import {
  makeCompetition,
  makeEntry,
  makeJudges,
  makePerson,
  over,
  type TestCompetition,
} from '../../test/factories.ts';
import { useWorld } from '../../test/use-world.ts';
import { sql } from '../../test/act.ts';

const world = useWorld();

const queue = `query ($slug: String!) { competition(slug: $slug) {
  criteria { id key } viewerJudgeSeat { code progress { assigned started submitted }
  assignments(first: 50) { edges { node { id status total entry { number } next { id } } } } } } }`;
const save = `mutation ($input: SaveMarksInput!) { saveMarks(input: $input) { __typename
  ... on SaveMarksSuccess { assignment { status total comment marks { value criterion { key } } } }
  ... on MarkOutOfScaleError { message criterion { key } }
  ... on UserError { message } } }`;
const submit = `mutation ($input: SubmitSheetInput!) { submitSheet(input: $input) { __typename
  ... on SubmitSheetSuccess { assignment { status submittedAt } }
  ... on IncompleteSheetError { missing { key } }
  ... on UserError { message } } }`;

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
  const competition = await makeCompetition(world, { stages });
  await makeEntry(world, competition);
  await makeEntry(world, competition);
  const [judge, other] = (await makeJudges(world, competition, 2)) as [Viewer, Viewer];
  const { criteria, assignments } = await read(judge, competition);
  return { competition, judge, other, criteria, first: assignments[0]?.id ?? '', second: assignments[1]?.id ?? '' };
}

const all = (criteria: { id: string }[], value: string) => criteria.map(({ id }) => ({ criterionId: id, value }));

test('a judge saves marks, sees the running total and submits; only then the sheet counts', async () => {
  const { competition, judge, criteria, first, second } = await scene();
  const two = await world.run(judge, save, {
    input: {
      assignmentId: first,
      marks: [
        { criterionId: criteria[0]?.id, value: '8.5' },
        { criterionId: criteria[1]?.id, value: '7' },
      ],
      comment: ' 扎实 ',
    },
  });
  expect(two.data.saveMarks.assignment).toMatchObject({ status: 'STARTED', total: '77.5', comment: '扎实' });
  const early = await world.run(judge, submit, { input: { assignmentId: first } });
  expect(early.data.submitSheet).toMatchObject({
    __typename: 'IncompleteSheetError',
    missing: [{ key: 'implementation' }, { key: 'outcomes' }, { key: 'features' }],
  });
  await world.run(judge, save, { input: { assignmentId: first, marks: all(criteria, '9') } });
  const done = await world.run(judge, submit, { input: { assignmentId: first } });
  expect(done.data.submitSheet).toMatchObject({
    assignment: { status: 'SUBMITTED', submittedAt: '2026-11-21T12:00:00.000Z' },
  });
  const late = await world.run(judge, save, { input: { assignmentId: first, marks: all(criteria, '1') } });
  expect(late.data.saveMarks.__typename).toBe('SheetSubmittedError');
  const now = await read(judge, competition);
  expect(now.progress).toEqual({ assigned: 2, started: 0, submitted: 1 });
  expect(now.assignments.map((assignment) => assignment.next?.id ?? null)).toEqual([second, null]);
});

test('the sheets ahead come in the order of the queue, round it, without those submitted or given back', async () => {
  const competition = await makeCompetition(world);
  for (let n = 0; n < 4; n += 1) await makeEntry(world, competition);
  const [judge] = (await makeJudges(world, competition, 1)) as [Viewer];
  const { criteria, assignments } = await read(judge, competition);
  const ids = assignments.map(({ id }) => id);
  const ahead = `query ($id: ID!, $first: Int) { assignment(id: $id) { next { id } ahead(first: $first) { id } } }`;
  const ask = async (id: string | undefined, first: number | null) =>
    (await world.run(judge, ahead, { id, ...(first !== null && { first }) })).data?.assignment;
  expect(await ask(ids[2], null)).toEqual({
    next: { id: ids[3] },
    ahead: [{ id: ids[3] }, { id: ids[0] }, { id: ids[1] }],
  });
  await world.run(judge, save, { input: { assignmentId: ids[3], marks: all(criteria, '9') } });
  await world.run(judge, submit, { input: { assignmentId: ids[3] } });
  const declare = 'mutation ($input: DeclareConflictInput!) { declareConflict(input: $input) { __typename } }';
  await world.run(judge, declare, { input: { assignmentId: ids[0] } });
  expect(await ask(ids[2], 2)).toEqual({ next: { id: ids[1] }, ahead: [{ id: ids[1] }] });
  const { errors } = await world.run(judge, ahead, { id: ids[2], first: 101 });
  expect(errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
});

test('a mark off the scale is refused and nothing of the input is saved', async () => {
  const { judge, criteria, first } = await scene();
  for (const value of ['10.5', '-0.5', '8.3']) {
    const { data } = await world.run(judge, save, {
      input: {
        assignmentId: first,
        marks: [
          { criterionId: criteria[0]?.id, value: '8' },
          { criterionId: criteria[1]?.id, value },
        ],
      },
    });
    expect(data.saveMarks).toMatchObject({ __typename: 'MarkOutOfScaleError', criterion: { key: 'goals' } });
  }
  expect(await sql(world, 'select 1 from marks where assignment_id = ?', [first])).toEqual([]);
});

test('a mark can be cleared again before submission', async () => {
  const { judge, criteria, first } = await scene();
  await world.run(judge, save, { input: { assignmentId: first, marks: all(criteria, '9') } });
  const { data } = await world.run(judge, save, {
    input: { assignmentId: first, marks: [{ criterionId: criteria[0]?.id, value: null }] },
  });
  expect(data.saveMarks.assignment.marks).toHaveLength(4);
});

test('once the stage is over no sheet can be saved or submitted', async () => {
  const { judge, criteria, first } = await scene({ REVIEW: over });
  const saved = await world.run(judge, save, { input: { assignmentId: first, marks: all(criteria, '9') } });
  const submitted = await world.run(judge, submit, { input: { assignmentId: first } });
  expect([saved.data.saveMarks.__typename, submitted.data.submitSheet.__typename]).toEqual([
    'JudgingClosedError',
    'JudgingClosedError',
  ]);
});

test("another judge's sheet does not exist: not to read, not to write", async () => {
  const { competition, judge, other, criteria, first } = await scene();
  await world.run(judge, save, {
    input: { assignmentId: first, marks: all(criteria, '9'), comment: 'a secret remark' },
  });
  const readable = await world.run(other, 'query ($id: ID!) { assignment(id: $id) { comment marks { value } } }', {
    id: first,
  });
  expect(readable.data.assignment).toBeNull();
  const written = await world.run(other, save, { input: { assignmentId: first, marks: all(criteria, '1') } });
  expect(written.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
  const stranger = await world.run(await makePerson(world), submit, { input: { assignmentId: first } });
  expect(stranger.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
  const visitor = await world.run(null, submit, { input: { assignmentId: first } });
  expect(visitor.errors.map((error) => error.code)).toEqual(['UNAUTHENTICATED']);
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
  const { errors } = await world.run(judge, save, {
    input: { assignmentId: first, marks: [{ criterionId: criteria[0]?.id, value: '5' }] },
  });
  expect(errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
});

test('the database itself refuses a mark off the scale and a change of a submitted sheet', async () => {
  const { judge, criteria, first } = await scene();
  await world.run(judge, save, { input: { assignmentId: first, marks: all(criteria, '9') } });
  const em = world.orm.em.fork();
  await expect(em.execute('update marks set value = 11 where assignment_id = ?', [first])).rejects.toThrow(
    /not on the scale/,
  );
  await expect(em.execute('update marks set value = 8.3 where assignment_id = ?', [first])).rejects.toThrow(
    /not on the scale/,
  );
  await world.run(judge, submit, { input: { assignmentId: first } });
  await expect(em.execute('update marks set value = 1 where assignment_id = ?', [first])).rejects.toThrow(/submitted/);
});
