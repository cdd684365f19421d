import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pool, type ScoringRule } from '../contract.ts';
import { rank } from './rank.ts';
import { score } from '../scorers/score.ts';
import { lotOf } from './tie-key.ts';
import { makeRule, plainPool, somePool, someRule } from '../test/pools.ts';

const ranking = (rule: ScoringRule, pool: Pool) => rank(rule, pool, score(rule, pool));
const ranksOf = (rule: ScoringRule, pool: Pool) => ranking(rule, pool).map((row) => [row.entry, row.rank]);

test('equal totals share a rank and leave a gap; what has no score comes last without one', () => {
  const pool = plainPool({ e1: { j: '70' }, e2: { j: '90' }, e3: {}, e10: { j: '90' }, e4: { j: '80' } });
  expect(ranksOf(makeRule(), pool)).toEqual([
    ['e2', 1],
    ['e10', 1],
    ['e4', 3],
    ['e1', 4],
    ['e3', null],
  ]);
  expect(ranking(makeRule(), pool).map((row) => row.tiedBy)).toEqual([
    { before: null, after: 'SHARED' },
    { before: 'SHARED', after: null },
    { before: null, after: null },
    { before: null, after: null },
    { before: null, after: null },
  ]);
});

describe('each step of the ladder', () => {
  // All three have a mean of 60, and each is the top of one judge.
  const pool: Pool = {
    ...plainPool({
      a: { j1: '80', j2: '60', j3: '40' },
      b: { j1: '75', j2: '61', j3: '44' },
      c: { j1: '70', j2: '59', j3: '51' },
    }),
    entries: [
      { id: 'a', rubric: 0, lotKey: '1', votes: 5 },
      { id: 'b', rubric: 0, lotKey: '2', votes: 9 },
      { id: 'c', rubric: 0, lotKey: '3', votes: 5 },
    ],
  };
  test.each([
    ['the median of the sheets', { kind: 'MEDIAN' }, ['b', 'a', 'c'], [1, 2, 3]],
    ['first places', { kind: 'FIRSTS' }, ['a', 'b', 'c'], [1, 1, 1]],
    ['head to head', { kind: 'HEAD_TO_HEAD' }, ['b', 'a', 'c'], [1, 2, 3]],
    ['votes', { kind: 'VOTES' }, ['b', 'a', 'c'], [1, 2, 2]],
    ['the panel score of a criterion', { kind: 'CRITERION', key: 'c' }, ['a', 'b', 'c'], [1, 1, 1]],
    ['a criterion nobody has', { kind: 'CRITERION', key: 'x' }, ['a', 'b', 'c'], [1, 1, 1]],
  ] as const)('%s', (_, step, order, ranks) => {
    const rows = ranking(makeRule({ ties: [step] }), pool);
    expect(rows.map((row) => row.entry)).toEqual(order);
    expect(rows.map((row) => row.rank)).toEqual(ranks);
  });

  test('the lot follows the published seed', () => {
    const rows = ranking(makeRule({ ties: [{ kind: 'LOT' }], lotSeed: '2026' }), pool);
    const drawn = ['1', '2', '3'].toSorted((a, b) => (lotOf('2026', a) < lotOf('2026', b) ? -1 : 1));
    expect(rows.map((row) => row.entry)).toEqual(drawn.map((lotKey) => 'abc'[Number(lotKey) - 1]));
    expect(rows.map((row) => row.rank)).toEqual([1, 2, 3]);
    expect(lotOf('2026', '1')).toBe('3abf1d156a621ca2856562edc2ec155f15e6e56f022da49f91a8728b68cb590b');
  });

  test('a later step is asked only about those the earlier left equal, and is named', () => {
    const rule = makeRule({ ties: [{ kind: 'VOTES' }, { kind: 'MEDIAN' }] });
    expect(ranking(rule, pool).map(({ entry, rank: place, tiedBy }) => [entry, place, tiedBy.before])).toEqual([
      ['b', 1, null],
      ['a', 2, { kind: 'VOTES' }],
      ['c', 3, { kind: 'MEDIAN' }],
    ]);
  });
});

test('head to head counts within the tied group alone, by the majority of the judges who marked both', () => {
  const pool = plainPool({
    a: { j1: '50', j2: '70', j3: '60' },
    b: { j1: '90', j2: '50', j3: '40' },
    far: { j1: '99', j2: '99', j3: '99' },
  });
  expect(ranksOf(makeRule({ ties: [{ kind: 'HEAD_TO_HEAD' }] }), pool)).toEqual([
    ['far', 1],
    ['a', 2],
    ['b', 3],
  ]);
});

test('panel scores are compared as declared: exactly, or rounded', () => {
  const pool: Pool = {
    rubrics: [['x', 'y'].map((key) => ({ id: key, key, weight: '1', minimum: '0', maximum: '10' }))],
    entries: ['a', 'b'].map((id) => ({ id, rubric: 0, lotKey: id, votes: 0 })),
    sheets: [
      ...['5', '5', '6'].map((x, i) => ({ judge: `j${i}`, entry: 'a', marks: [x, null] })),
      { judge: 'j3', entry: 'a', marks: [null, '5'] },
      ...['5', '6', '5', '5.334'].map((x, i) => ({ judge: `j${i}`, entry: 'b', marks: [x, null] })),
      { judge: 'j4', entry: 'b', marks: [null, '5'] },
    ],
  };
  const ties = [{ kind: 'CRITERION', key: 'x' }] as const;
  // 16/3 against 21.334/4 = 5.3335.
  expect(ranksOf(makeRule({ totalPlaces: 1, ties }), pool)).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
  expect(ranksOf(makeRule({ totalPlaces: 1, criterionPlaces: 3, ties }), pool)).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
  expect(ranksOf(makeRule({ totalPlaces: 1, criterionPlaces: 2, ties }), pool)).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
});

describe('for any pool and any rule', () => {
  const cases = fc.tuple(somePool(), someRule());

  test('a rank is one more than the number of entries before it, and better totals never come later', () => {
    fc.assert(
      fc.property(cases, ([pool, rule]) => {
        const rows = ranking(rule, pool).filter((row) => row.rank !== null);
        for (const [i, row] of rows.entries()) {
          expect(row.rank).toBe(row.tiedBy.before === 'SHARED' ? rows[i - 1]!.rank : i + 1);
          if (i > 0) expect(Number(rows[i - 1]!.total)).toBeGreaterThanOrEqual(Number(row.total));
          if (i > 0) expect(rows[i - 1]!.tiedBy.after).toEqual(row.tiedBy.before);
        }
      }),
    );
  });

  test('with a draw by lot at its end the ladder leaves nothing equal', () => {
    fc.assert(
      fc.property(cases, ([pool, rule]) => {
        const rows = ranking({ ...rule, ties: [...rule.ties, { kind: 'LOT' }] }, pool);
        const ranks = rows.flatMap((row) => row.rank ?? []);
        expect(ranks).toEqual(ranks.map((_, i) => i + 1));
      }),
    );
  });

  test('two entries stand to one another as they do in any order of the input', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ([pool, rule], numbers) => {
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, at: Number(numbers.next().value) }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const other = { ...pool, entries: shuffled(pool.entries), sheets: shuffled(pool.sheets) };
        expect(ranking(rule, other)).toEqual(ranking(rule, pool));
      }),
    );
  });

  test('who judges and entries are changes nothing', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('z', 'ä long name', '0'), ([pool, rule], prefix) => {
        const turned = (text: string) => `${prefix}${text.split('').toReversed().join('')}`;
        const other: Pool = {
          ...pool,
          entries: pool.entries.map((entry) => ({ ...entry, id: turned(entry.id) })),
          sheets: pool.sheets.map((sheet) => ({ ...sheet, entry: turned(sheet.entry), judge: turned(sheet.judge) })),
        };
        expect(ranking(rule, other)).toEqual(ranking(rule, pool).map((row) => ({ ...row, entry: turned(row.entry) })));
      }),
    );
  });
});
