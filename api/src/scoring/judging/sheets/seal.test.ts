import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { act, criteriaOf, markAll, queueOf, sorted, sql } from '../../../test/act.ts';
import { type TestCompetition, makeJudging } from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { codeOfSeal, sealOf, textOfSheet } from './seal.ts';

const world = sharedWorld();
let competition: TestCompetition;
let judge: Viewer;
/** Submitted with marks of 8.5 and a comment; and one that is open. */
let sealed: string;
let open: string;
beforeAll(async () => {
  const made = await makeJudging(world, { entries: 2, judges: 1 });
  competition = made.competition;
  judge = made.judges[0]!;
  const queue = await queueOf(world, judge, competition);
  sealed = queue.find((sheet) => sheet.entry.number === 1)!.id;
  open = queue.find((sheet) => sheet.entry.number === 2)!.id;
  await act(world, judge, 'saveMarks', { assignmentId: sealed, marks: [], comment: '扎实\n可推广 🌱' });
  await markAll(world, judge, competition, sealed, '8.5');
});

const words = fc.oneof(
  fc.constantFrom('', ' ', '\n', '很好。\n\n但 要 写 清 ', 'needs 9\nneeds 10', '👩‍👩‍👧 🌱', '  \t ', "'; --", '\\n', 'é'),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\u0000', '')),
);
const mark = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => (thousandths / 1000).toFixed(3));
const key = fc.string({
  unit: fc.constantFrom('a', 'b', 'z', '0', '9', '-', '.', '_', 'é', '需'),
  minLength: 1,
  maxLength: 12,
});
const sheets = fc.record({
  comment: words,
  marks: fc.uniqueArray(fc.record({ key, value: mark }), { selector: (one) => one.key, maxLength: 6 }),
});

test('the text of a sheet is the same to Laurel and to PostgreSQL, whatever stands on it', async () => {
  const property = fc.asyncProperty(sheets, async ({ marks, comment }) => {
    const em = world.orm.em.fork();
    await em.begin();
    try {
      // A rubric of another category: to the one of this entry nothing can be added, there is a sheet.
      const rubric = crypto.randomUUID();
      await em.execute('insert into rubrics (id, competition_id, category_id) values (?, ?, ?)', [
        rubric,
        competition.id,
        competition.categoryIds[1],
      ]);
      // In an order of their own, which is not that of insertion.
      const rows = marks.map((one, index) => ({ ...one, id: crypto.randomUUID(), ordinal: 100 - index }));
      for (const { id, key: name, value, ordinal } of rows) {
        await em.execute(
          `insert into criteria (id, rubric_id, ordinal, key, weight, minimum, maximum, step)
           values (?, ?, ?, ?, 1, -1000, 1000, 0.001)`,
          [id, rubric, ordinal, name],
        );
        await em.execute(
          'insert into marks (id, assignment_id, criterion_id, value, marked_at) values (?, ?, ?, ?, now())',
          [crypto.randomUUID(), open, id, value],
        );
      }
      const [row] = await em.execute<{ text: string; seal: string }[]>(
        'select text_of_sheet(?, ?) as text, seal_of_sheet(?, ?) as seal',
        [open, comment, open, comment],
      );
      const sheet = {
        slug: competition.slug,
        stage: 'REVIEW',
        judgeCode: 'J1',
        entryNumber: 2,
        marks: marks.toReversed(),
        comment,
      };
      expect(row).toEqual({ text: textOfSheet(sheet), seal: sealOf(sheet) });
    } finally {
      await em.rollback();
    }
  });
  await fc.assert(property, { numRuns: 60 });
});

test('a submitted sheet carries the seal of its text, and the code shown is its first eight digits', async () => {
  const { data } = await world.run(
    judge,
    'query ($id: ID!) { assignment(id: $id) { seal sealCode comment marks { value criterion { key } } } }',
    { id: sealed },
  );
  const { seal, sealCode, comment } = data.assignment;
  expect(comment).toBe('扎实\n可推广 🌱');
  const keys = ['needs', 'goals', 'implementation', 'outcomes', 'features'];
  const sheet = {
    slug: competition.slug,
    stage: 'REVIEW',
    judgeCode: 'J1',
    entryNumber: 1,
    marks: keys.map((name) => ({ key: name, value: '8.5' })),
    comment,
  };
  expect(seal).toBe(sealOf(sheet));
  expect(seal).toMatch(/^[0-9a-f]{64}$/);
  expect(sealCode).toBe(codeOfSeal(seal));
  expect(sealCode.replace('-', '').toLowerCase()).toBe(seal.slice(0, 8));
  const before = await world.run(judge, 'query ($id: ID!) { assignment(id: $id) { seal sealCode } }', { id: open });
  expect(before.data.assignment).toEqual({ seal: null, sealCode: null });
});

describe('nobody with a connection to the database changes a submitted sheet:', () => {
  const reseal = 'seal = seal_of_sheet(id, comment)';
  test.each([
    ['a mark', 'update marks set value = 9 where assignment_id = :sheet'],
    ['a mark taken away', 'delete from marks where assignment_id = :sheet'],
    ['a mark moved to another sheet', 'update marks set assignment_id = :open where assignment_id = :sheet'],
    [
      'a mark added',
      `insert into marks (id, assignment_id, criterion_id, value, marked_at)
       select gen_random_uuid(), :sheet, id, 5, now() from criteria limit 1`,
    ],
    ['the comment', "update assignments set comment = 'x' where id = :sheet"],
    [
      'the comment with the seal',
      "update assignments set comment = 'x', seal = seal_of_sheet(id, 'x') where id = :sheet",
    ],
    ['the seal', "update assignments set seal = repeat('0', 64) where id = :sheet"],
    ['the instant', "update assignments set submitted_at = submitted_at - interval '1 day' where id = :sheet"],
    ['the instant with the seal', `update assignments set submitted_at = now(), ${reseal} where id = :sheet`],
    [
      'the entry',
      `update assignments set entry_id = (select entry_id from assignments where id = :open) where id = :sheet`,
    ],
    ['the seal broken', 'update assignments set submitted_at = null, seal = null where id = :sheet'],
    ['the sheet itself', 'delete from assignments where id = :sheet'],
    ['the code of its judge', "update judges set code = 'J9' where code = 'J1'"],
    ['the number of its entry', 'update entries set number = 99 where number = 1'],
    ['the slug of its competition', "update competitions set slug = slug || '-2'"],
    ['the kind of its stage', "update stages set kind = 'FINAL' where kind = 'REVIEW'"],
    ['the key of a criterion', "update criteria set key = 'x' where key = 'needs'"],
    ['the order of its criteria', 'update criteria set ordinal = ordinal + 10'],
    ['what its rubric asks for', 'update rubrics set requires_comment = true'],
  ])('%s', async (_, statement) => {
    const text = statement.replaceAll(/:(sheet|open)/g, (__, which) => `'${which === 'sheet' ? sealed : open}'`);
    await expect(sql(world, text)).rejects.toThrow(/sealed|submitted|seal is not|stand/);
  });

  test('nor is a sheet submitted with a seal that is not its own, or born sealed', async () => {
    const wrong = "update assignments set submitted_at = now(), seal = repeat('0', 64) where id = ?";
    await expect(sql(world, wrong, [open])).rejects.toThrow(/seal is not that/);
    const born = `insert into assignments (id, judge_id, entry_id, stage_id, ordinal, assigned_at, submitted_at, seal)
      select gen_random_uuid(), judge_id, entry_id, stage_id, 9, now(), now(), repeat('0', 64) from assignments where id = ?`;
    await expect(sql(world, born, [open])).rejects.toThrow(/seal is not that/);
  });

  test('nor does one organizer open it, or two who agreed before it was last submitted', async () => {
    const ask = (at: string, approved: string) => `insert into reopenings
      (id, assignment_id, reason, requested_by_id, requested_at, approved_by_id, approved_at, seal, sheet)
      select gen_random_uuid(), id, 'x', (select min(id::text)::uuid from users), ${at}, ${approved}, seal, '' from assignments where id = ?`;
    const other = '(select max(id::text)::uuid from users)';
    await sql(world, ask('submitted_at', 'null, null'), [sealed]);
    await sql(world, ask("submitted_at - interval '1 hour'", `${other}, submitted_at`), [sealed]);
    const unseal = 'update assignments set submitted_at = null, seal = null where id = ?';
    await expect(sql(world, unseal, [sealed])).rejects.toThrow(/two organizers/);
  });
});

test('marks by a rubric that holds no more are not part of the sheet when it is submitted', async () => {
  await sql(
    world,
    `with r as (insert into rubrics (id, competition_id, category_id)
       select gen_random_uuid(), ?, ? returning id), k as (
       insert into criteria (id, rubric_id, ordinal, key, weight, maximum, step)
       select gen_random_uuid(), id, 0, 'elsewhere', 1, 10, 1 from r returning id)
     insert into marks (id, assignment_id, criterion_id, value, marked_at) select gen_random_uuid(), ?, id, 5, now() from k`,
    [competition.id, competition.categoryIds[1], open],
  );
  await markAll(world, judge, competition, open, '7');
  const marks = await sql<{ criterion_id: string }>(world, 'select criterion_id from marks where assignment_id = ?', [
    open,
  ]);
  const ids = (await criteriaOf(world, competition)).map(({ id }) => id);
  expect(sorted(marks.map((row) => row.criterion_id))).toEqual(sorted(ids));
});
