import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { act, criteriaOf, markAll, queueOf, sql } from '../../../test/act.ts';
import { makeCompetition, makeEntry, makeJudges, type TestCompetition, makeJudging } from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const now = '2026-11-21T12:00:00Z';
const world = sharedWorld();
let competition: TestCompetition;
let judge: Viewer;
let other: Viewer;
let criteria: { id: string; key: string }[];
let sheet: string;
let theirs: string;
beforeAll(async () => {
  const made = await makeJudging(world, { entries: 6, judges: 2 });
  competition = made.competition;
  [judge, other] = made.judges as [Viewer, Viewer];
  criteria = await criteriaOf(world, competition);
});

const nextOf = async (viewer: Viewer) =>
  (await queueOf(world, viewer, competition)).find((one) => one.status === 'TO_DO')!.id;
beforeEach(async () => {
  world.clock.set(now);
  sheet = await nextOf(judge);
  theirs = await nextOf(other);
});

const save = (viewer: Viewer, assignmentId: string, value: string | null, rest: object = {}) =>
  act(
    world,
    viewer,
    'saveMarks',
    { assignmentId, marks: [{ criterionId: criteria[0]!.id, value }], ...rest },
    '... on SaveMarksSuccess { assignment { id comment marks { value } } } ... on MarkOutOfScaleError { criterion { key } }',
  );
const saved = (value: string, comment = '') => ({
  __typename: 'SaveMarksSuccess',
  assignment: { comment, marks: [{ value }] },
});

describe('a save with an id is carried out once', () => {
  test('sent again after later saves it changes nothing and shows what they left', async () => {
    const saveId = crypto.randomUUID();
    expect(await save(judge, sheet, '5', { saveId, comment: '初稿' })).toMatchObject(saved('5', '初稿'));
    expect(await save(judge, sheet, '6', { saveId: crypto.randomUUID() })).toMatchObject(saved('6', '初稿'));
    expect(await save(judge, sheet, '7', { comment: '定稿' })).toMatchObject(saved('7', '定稿'));
    expect(await save(judge, sheet, '5', { saveId, comment: '初稿' })).toMatchObject(saved('7', '定稿'));
    // Nor by saying something else under the same id.
    expect(await save(judge, sheet, null, { saveId })).toMatchObject(saved('7', '定稿'));
  });

  test('sent ten times at once it is carried out once', async () => {
    const saveId = crypto.randomUUID();
    const results = await Promise.all(Array.from({ length: 10 }, () => save(judge, sheet, '4', { saveId })));
    for (const result of results) expect(result).toMatchObject(saved('4'));
    expect(await sql(world, 'select 1 from sheet_saves where assignment_id = ?', [sheet])).toHaveLength(1);
  });

  test('sent again after the sheet was submitted or judging closed, it was carried out all the same', async () => {
    const saveId = crypto.randomUUID();
    await save(judge, sheet, '4', { saveId });
    await markAll(world, judge, competition, sheet, '9');
    expect((await save(judge, sheet, '4', { saveId })).assignment.marks).toEqual(criteria.map(() => ({ value: '9' })));
    expect(await save(judge, sheet, '4', { saveId: crypto.randomUUID() })).toMatchObject({
      __typename: 'SheetSubmittedError',
    });
    const late = crypto.randomUUID();
    await save(other, theirs, '4', { saveId: late });
    world.clock.set('2026-12-02T00:00:00Z');
    expect(await save(other, theirs, '4', { saveId: late })).toMatchObject(saved('4'));
    expect(await save(other, theirs, '5')).toMatchObject({ __typename: 'JudgingClosedError' });
  });

  test('a save that was refused can be corrected under its id', async () => {
    const saveId = crypto.randomUUID();
    expect(await save(judge, sheet, '10.5', { saveId })).toMatchObject({ criterion: { key: 'needs' } });
    expect(await save(judge, sheet, '10', { saveId })).toMatchObject(saved('10'));
  });

  test("the ids of one sheet mean nothing to another: nobody uses up or finds out somebody else's", async () => {
    const saveId = crypto.randomUUID();
    expect(await save(other, theirs, '1', { saveId })).toMatchObject(saved('1'));
    expect(await save(judge, sheet, '8', { saveId })).toMatchObject(saved('8'));
    expect(await save(judge, theirs, '8', { saveId })).toBe('NOT_FOUND');
    expect(await save(judge, theirs, '8', { saveId: crypto.randomUUID() })).toBe('NOT_FOUND');
    expect(await save(judge, sheet, '8', { saveId: 'mine' })).toMatchObject({ __typename: 'InvalidInputError' });
  });
});

describe('scales', () => {
  let key: Viewer;
  let scales: TestCompetition;
  let marked: string;
  let ids: Record<string, string>;
  /** Entries of the second category have a rubric of their own, with a comment on every sheet. */
  beforeAll(async () => {
    scales = await makeCompetition(world);
    await makeEntry(world, scales, { category: 1 });
    const rows = await sql<{ id: string; key: string }>(
      world,
      `with r as (insert into rubrics (id, competition_id, category_id, requires_comment)
         values (gen_random_uuid(), ?, ?, true) returning id)
       insert into criteria (id, rubric_id, ordinal, key, name_en, weight, minimum, maximum, step)
       select gen_random_uuid(), r.id, n, k, k, 1, a, b, s from r, (values
         (1, 'above', 1, 7, 1.5), (2, 'below', -2.5, 2.5, 0.5), (3, 'fine', 0, 0.3, 0.1)) as v(n, k, a, b, s) returning id, key`,
      [scales.id, scales.categoryIds[1]],
    );
    ids = Object.fromEntries(rows.map((row) => [row.key, row.id]));
    key = (await makeJudges(world, scales, 1))[0]!;
    marked = (await queueOf(world, key, scales))[0]!.id;
  });
  const mark = (name: string, value: string) =>
    act(world, key, 'saveMarks', { assignmentId: marked, marks: [{ criterionId: ids[name], value }] });

  test.each([
    ['above', ['1', '2.5', '7'], ['0', '0.5', '1.5', '7.5', '6.999', '-1']],
    ['below', ['-2.5', '-0.5', '0', '2.5'], ['-3', '3', '0.25', '-0.1']],
    ['fine', ['0', '0.1', '0.2', '0.3'], ['0.05', '0.300001', '0.4']],
  ])('%s: what lies on the scale is taken and nothing else', async (name, on, off) => {
    for (const value of on) expect(await mark(name, value), value).toMatchObject({ __typename: 'SaveMarksSuccess' });
    for (const value of off) {
      expect(await mark(name, value), value).toMatchObject({ __typename: 'MarkOutOfScaleError' });
      const update = 'update marks set value = ? where assignment_id = ? and criterion_id = ?';
      // PostgreSQL keeps three decimals; what is left of the rest may lie on the scale.
      if (value !== '0.300001') await expect(sql(world, update, [value, marked, ids[name]])).rejects.toThrow(/scale/);
    }
  });

  test('where the rubric requires a comment, an empty or invisible one does not count', async () => {
    const submit = () => act(world, key, 'submitSheet', { assignmentId: marked });
    const say = (comment: string) => act(world, key, 'saveMarks', { assignmentId: marked, marks: [], comment });
    for (const comment of ['', ' \n', '\u200b', '\u3164', '\u2800 ']) {
      await say(comment);
      expect(await submit(), JSON.stringify(comment)).toMatchObject({ __typename: 'CommentMissingError' });
    }
    expect(await say('字'.repeat(2001))).toMatchObject({ __typename: 'InvalidInputError' });
    await say('好');
    expect(await submit()).toMatchObject({ __typename: 'SubmitSheetSuccess' });
  });
});
