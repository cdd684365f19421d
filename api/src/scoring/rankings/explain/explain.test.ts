import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { type TestCompetition, type TestEntry, makeJudging } from '../../../test/factories.ts';
import { markEntry } from '../../../test/sheets.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const world = sharedWorld();
let competition: TestCompetition;
let entries: TestEntry[];
let judges: Viewer[];

/** By entry, then judge: one mark for all five criteria. The third judge alone puts the second entry first. */
const marks = [
  ['9', '9', '6', '9'],
  ['8', '8', '10', '8'],
  ['7', '7', '7', '7'],
];

beforeAll(async () => {
  ({ competition, entries, judges } = await makeJudging(world, { entries: 3, judges: 4 }));
  for (const [e, entry] of entries.entries()) {
    for (const [j, judge] of judges.entries())
      await markEntry(world, judge, competition.id, entry.id, marks[e]?.[j] ?? '');
  }
}, 60_000);

const ask = async (fields: string, viewer: Viewer | null = competition.organizer, variables: object = {}) => {
  const signature = 'input' in variables ? '($slug: String!, $input: WhatIfInput!)' : '($slug: String!)';
  const query = `query ${signature} { competition(slug: $slug) { ${fields} } }`;
  const { data, errors } = await world.run(viewer, query, { slug: competition.slug, ...variables });
  return errors.length > 0 ? errors.map(({ code }) => code) : data.competition;
};

test('a worksheet recomputes the score the ranking shows, mark by mark', async () => {
  const { ranking, worksheet } = await ask(`ranking { edges { node { score rank entry { number } } } }
    worksheet(entryNumber: 1) { entry { number } total rank counted sum { fraction } rule { method version }
      criteria { criterion { key } panelScore factoredScore mean { fraction decimal } factor { fraction }
        marks { judgeCode mark use } }
      sheets { judgeCode total { decimal } } tie { entries } }`);
  expect(ranking.edges.map(({ node }: { node: object }) => node)).toEqual([
    { score: '85', rank: 1, entry: { number: 2 } },
    { score: '82.5', rank: 2, entry: { number: 1 } },
    { score: '70', rank: 3, entry: { number: 3 } },
  ]);
  expect(worksheet).toMatchObject({
    entry: { number: 1 },
    total: '82.5',
    rank: 2,
    counted: 4,
    sum: { fraction: '165/2' },
    rule: { method: 'MEAN', version: 1 },
    tie: null,
  });
  expect(worksheet.criteria).toHaveLength(5);
  expect(worksheet.criteria[0]).toEqual({
    criterion: { key: 'needs' },
    panelScore: '8.25',
    factoredScore: '16.5',
    mean: { fraction: '33/4', decimal: '8.25' },
    factor: { fraction: '2' },
    marks: ['9', '9', '6', '9'].map((mark, index) => ({
      judgeCode: `J${index + 1}`,
      mark: mark,
      use: 'USED',
    })),
  });
  expect(worksheet.sheets.map((sheet: { total: { decimal: string } }) => Number(sheet.total.decimal))).toEqual([
    90, 90, 60, 90,
  ]);
});

test('robustness says on whom a first prize depends, and between which ranks an entry lies', async () => {
  const [view] = (
    await ask(`robustness { category { key } lines { line upTo unchanged ways methods judgeCodes }
      ways { method judgeCode isSkipped changedLines } intervals { entry { number } rank best worst } }`)
  ).robustness;
  const [first, second] = view.lines;
  expect(first).toMatchObject({ line: 'FIRST', upTo: 1, judgeCodes: ['J3'] });
  expect(first.methods).toContain('MEDIAN');
  expect(first.ways).toBe(view.ways.filter((way: { isSkipped: boolean }) => !way.isSkipped).length);
  expect(first.unchanged).toBe(
    view.ways.filter((way: { changedLines: string[] }) => !way.changedLines.includes('FIRST')).length,
  );
  expect(second).toMatchObject({ line: 'SECOND', upTo: 2, unchanged: second.ways, methods: [], judgeCodes: [] });
  expect(view.intervals).toEqual([
    { entry: { number: 2 }, rank: 1, best: 1, worst: 2 },
    { entry: { number: 1 }, rank: 2, best: 1, worst: 2 },
    { entry: { number: 3 }, rank: 3, best: 3, worst: 3 },
  ]);
});

test('agreement names the severe judge and the entries that ask for a second look', async () => {
  const [view] = (
    await ask(
      'agreement { kendallW icc judges { judgeCode sheets severity } secondLooks { entry { number } range judgeCode } }',
    )
  ).agreement;
  expect(Number(view.kendallW)).toBeGreaterThan(0);
  expect(Number(view.icc)).toBeLessThan(1);
  expect(view.judges.map((judge: { judgeCode: string }) => judge.judgeCode)).toEqual(['J1', 'J2', 'J3', 'J4']);
  // The rule asks from more than 30 of 100 apart on, and entry 1 has 60 and 90.
  expect(view.secondLooks).toEqual([]);
});

test('a what-if shows other ranks beside the declared ones, refuses nonsense, and changes nothing', async () => {
  const fields =
    'whatIf(input: $input) { moved totalCount edges { node { entry { number } rank score declaredRank } } }';
  const before = await ask('ranking { edges { node { score rank } } }');
  const median = await ask(fields, competition.organizer, { input: { method: 'MEDIAN' } });
  expect(median.whatIf).toMatchObject({ moved: 2, totalCount: 3 });
  expect(median.whatIf.edges.map(({ node }: { node: object }) => node)).toMatchObject([
    { entry: { number: 1 }, rank: 1, declaredRank: 2, score: '90' },
    { entry: { number: 2 }, rank: 2, declaredRank: 1, score: '80' },
    { entry: { number: 3 }, rank: 3, declaredRank: 3 },
  ]);
  const strange = { input: { weights: [{ criterionId: crypto.randomUUID(), weight: '1' }] } };
  expect(await ask(fields, competition.organizer, strange)).toEqual(['BAD_USER_INPUT']);
  const tooMany = { input: { method: 'TRIMMED_MEAN', dropHighest: 11 } };
  expect(await ask(fields, competition.organizer, tooMany)).toEqual(['BAD_USER_INPUT']);
  expect(await ask('ranking { edges { node { score rank } } }')).toEqual(before);
});

test('nobody but organizers learns any of it', async () => {
  const all =
    'worksheet(entryNumber: 1) { total } robustness { ways { method } } agreement { icc } result { totalCount } ranking { totalCount }';
  const nothing = { worksheet: null, robustness: null, agreement: null, result: null, ranking: null };
  for (const viewer of [null, judges[0] ?? null, entries[0]?.organization.member ?? null]) {
    expect(await ask(all, viewer)).toEqual(nothing);
  }
});
