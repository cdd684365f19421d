import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PoolTooLargeError } from './copeland.ts';
import { score } from './score.ts';
import { makeRule, plainPool, somePool, someRule } from '../test/pools.ts';

const totalsOf = (...args: Parameters<typeof score>) =>
  Object.fromEntries(score(...args).map(({ entry, total }) => [entry, total]));

describe('a missing mark is never a zero', () => {
  const pool = {
    ...plainPool({}),
    rubrics: [['x', 'y'].map((key) => ({ id: key, key, weight: '1', minimum: '0', maximum: '10' }))],
    entries: [{ id: 'a', rubric: 0, lotKey: '1', votes: 0 }],
  };
  const sheets = (...marks: (string | null)[][]) => ({
    ...pool,
    sheets: marks.map((row, index) => ({ judge: `j${index}`, entry: 'a', marks: row })),
  });
  test.each([
    ['no sheet', sheets(), makeRule(), null, 'NO_SHEETS', 0],
    ['a sheet without a mark', sheets([null, null]), makeRule(), null, 'NO_SHEETS', 0],
    ['a criterion without a mark', sheets(['8', null]), makeRule(), null, 'MARK_MISSING', 1],
    ['a sheet that lacks one gives its other', sheets(['8', null], ['6', '9']), makeRule(), '80.00', null, 2],
    ['by sheets, it is left out', sheets(['8', null], ['6', '9']), makeRule({ level: 'SHEET' }), '75.00', null, 1],
    ['by sheets, none complete', sheets(['8', null]), makeRule({ level: 'SHEET' }), null, 'MARK_MISSING', 0],
    ['fewer sheets than asked for', sheets(['8', '8']), makeRule({ quorum: 2 }), null, 'BELOW_QUORUM', 1],
    [
      'nothing left to average',
      sheets(['8', '8'], ['9', '9']),
      makeRule({ method: 'TRIMMED_MEAN', dropHighest: 1, dropLowest: 1 }),
      null,
      'TOO_FEW_MARKS',
      2,
    ],
  ])('%s', (_, given, rule, total, reason, counted) => {
    expect(score(rule, given)[0]).toMatchObject({ total, reason, sheets: counted });
  });
});

describe('rounding is half up, at the declared steps alone', () => {
  const thirds = plainPool({ a: { j1: '1', j2: '1', j3: '2' } });
  test.each([
    ['not before the end', makeRule({ totalPlaces: 4 }), '1.3333'],
    ['at the criterion', makeRule({ criterionPlaces: 1, totalPlaces: 4 }), '1.3000'],
    ['at the factored score', makeRule({ factoredPlaces: 2, totalPlaces: 4 }), '1.3300'],
    ['to whole points', makeRule({ totalPlaces: 0 }), '1'],
  ])('%s', (_, rule, total) => {
    expect(totalsOf(rule, thirds)).toEqual({ a: total });
  });

  test.each([
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['1.005', '1.01'],
    ['-0.004', '0.00'],
  ])('%s becomes %s', (mark, total) => {
    expect(totalsOf(makeRule(), plainPool({ a: { j1: mark } }))).toEqual({ a: total });
  });
});

describe('each method on three judges of different severity', () => {
  const pool = plainPool({
    a: { kind: '90', even: '70', hard: '40' },
    b: { kind: '80', even: '80', hard: '30' },
    c: { kind: '80', even: '60', hard: '20' },
  });
  test.each([
    ['MEAN', { a: '66.67', b: '63.33', c: '53.33' }],
    ['MEDIAN', { a: '70.00', b: '80.00', c: '60.00' }],
    ['RANK_POINTS', { a: '83.33', b: '58.33', c: '8.33' }],
    ['LINEAR', { a: '83.33', b: '50.00', c: '0.00' }],
    ['COPELAND', { a: '100.00', b: '50.00', c: '0.00' }],
    ['JUDGE_EFFECT', { a: '66.67', b: '63.33', c: '53.33' }],
  ] as const)('%s', (method, totals) => {
    expect(totalsOf(makeRule({ method }), pool)).toEqual(totals);
  });
});

test('a judge whose sheets are all equal changes nothing: z 0, linear 50, rank points 50', () => {
  const pool = plainPool({ a: { j: '70' }, b: { j: '70' } });
  for (const method of ['Z_SCORE', 'LINEAR', 'RANK_POINTS', 'COPELAND'] as const)
    expect(totalsOf(makeRule({ method }), pool)).toEqual({ a: '50.00', b: '50.00' });
});

test('the judge effect undoes an uneven draw: who met only the severe judge is not behind for it', () => {
  const pool = plainPool({ a: { kind: '90', hard: '70' }, b: { kind: '85' }, c: { hard: '70' } });
  expect(totalsOf(makeRule({ method: 'JUDGE_EFFECT' }), pool)).toEqual({ a: '80.00', b: '75.00', c: '80.00' });
});

test('a z-score that is exactly half way rounds up although roots were taken', () => {
  // Nine judges put a at z = √2, nine on another scale at −√2, one sees no difference, one puts a at 1: 50 + 10 ÷ 20.
  const judges = (prefix: string, mark: string) =>
    Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${prefix}${i}`, mark]));
  const pool = plainPool({
    a: { ...judges('low', '3'), ...judges('high', '10'), equal: '5', one: '2' },
    b: { ...judges('low', '1'), ...judges('high', '30'), equal: '5' },
    c: { ...judges('low', '1'), ...judges('high', '30') },
    d: { one: '1' },
  });
  expect(totalsOf(makeRule({ method: 'Z_SCORE', totalPlaces: 0 }), pool)).toMatchObject({ a: '51' });
});

test('copeland refuses a pool whose pairs are too many, and says so', () => {
  const pool = plainPool(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`e${i}`, {}])));
  expect(() => score(makeRule({ method: 'COPELAND' }), pool)).toThrow(PoolTooLargeError);
});

test('totals too fine for 2^53 are still exact', () => {
  const rubric = (weights: string[], maxima: string[]) =>
    weights.map((weight, i) => ({ id: `c${i}`, key: `c${i}`, weight, minimum: '0', maximum: maxima[i]! }));
  const pool = {
    rubrics: [
      rubric(['33.331', '17.777', '9.973'], ['7.919', '13.001', '99.991']),
      rubric(['29.989', '97.531', '1.009'], ['6.007', '11.003', '17.393']),
    ],
    entries: ['a', 'b', 'c'].map((id, i) => ({ id, rubric: i % 2, lotKey: id, votes: 0 })),
    sheets: ['a', 'b', 'c'].flatMap((entry, e) =>
      ['j1', 'j2'].map((judge, j) => ({ judge, entry, marks: ['3.007', `${4 + e}.333`, `${1 + j}.001`] })),
    ),
  };
  for (const method of ['MEAN', 'MEDIAN'] as const)
    expect(score(makeRule({ method, level: 'SHEET', totalPlaces: 9 }), pool)).toMatchObject(
      score(makeRule({ method: 'MEAN', totalPlaces: 9 }), pool).map(({ total }) => ({ total })),
    );
});

test('every entry has either a total or a reason', () => {
  fc.assert(
    fc.property(somePool(), someRule(), (pool, rule) => {
      for (const { total, reason } of score(rule, pool)) {
        expect(total === null).toBe(reason !== null);
        if (total !== null) expect(total).toMatch(rule.totalPlaces === 0 ? /^-?\d+$/ : /^-?\d+\.\d+$/);
      }
    }),
  );
});
