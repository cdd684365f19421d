import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Pool } from '../contract.ts';
import { rank } from '../ties/rank.ts';
import { robustness } from './robustness.ts';
import { score } from '../scorers/score.ts';
import { makeRule, plainPool, somePool, someRule } from '../test/pools.ts';

const lines = [
  { key: 'FIRST', upTo: 1 },
  { key: 'SECOND', upTo: 3 },
];

test('the first prize is safe; the second depends on one judge and on the method', () => {
  const pool = plainPool({
    a: { j1: '90', j2: '90', j3: '90', j4: '90' },
    b: { j1: '70', j2: '71', j3: '72', j4: '95' },
    c: { j1: '74', j2: '75', j3: '76', j4: '80' },
    d: { j1: '10', j2: '10', j3: '10', j4: '10' },
  });
  const result = robustness(makeRule(), pool, [
    { key: 'FIRST', upTo: 1 },
    { key: 'SECOND', upTo: 2 },
  ]);
  expect(result.lines).toEqual([
    { key: 'FIRST', upTo: 1, unchanged: 11, ways: 11, methods: [], judges: [] },
    {
      key: 'SECOND',
      upTo: 2,
      unchanged: 6,
      ways: 11,
      methods: ['TRIMMED_MEAN', 'MEDIAN', 'RANK_POINTS', 'COPELAND'],
      judges: ['j4'],
    },
  ]);
  expect(result.ways.at(-1)).toEqual({
    way: { kind: 'WITHOUT_JUDGE', judge: 'j4' },
    skipped: null,
    lines: [
      { key: 'FIRST', isUnchanged: true, in: [], out: [] },
      { key: 'SECOND', isUnchanged: false, in: ['c'], out: ['b'] },
    ],
  });
  expect(result.intervals).toEqual([
    { entry: 'a', rank: 1, best: 1, worst: 1 },
    { entry: 'b', rank: 2, best: 2, worst: 3 },
    { entry: 'c', rank: 3, best: 2, worst: 3 },
    { entry: 'd', rank: 4, best: 4, worst: 4 },
  ]);
});

test('a way that leaves too few marks is skipped and says so; the quorum is not asked again', () => {
  const pool = plainPool({ a: { j1: '9', j2: '8' }, b: { j1: '7', j2: '8' }, c: { j2: '5' } });
  const { ways } = robustness(makeRule({ quorum: 2 }), pool, lines);
  expect(ways.filter(({ skipped }) => skipped)).toEqual([
    {
      way: { kind: 'METHOD', method: 'TRIMMED_MEAN', dropHighest: 1, dropLowest: 1 },
      skipped: { reason: 'TOO_FEW_MARKS', entries: 2 },
      lines: [],
    },
  ]);
  const alone = robustness(makeRule(), pool, lines).ways.filter(({ way }) => way.kind === 'WITHOUT_JUDGE');
  expect(alone.map(({ skipped }) => skipped)).toEqual([null, { reason: 'NO_SHEETS', entries: 1 }]);
});

test('what is taken another way is what the rule says when asked that way', () => {
  const ask = (rule: ReturnType<typeof makeRule>, pool: Pool) =>
    new Map(rank(rule, pool, score(rule, pool)).map((row) => [row.entry, row.rank]));
  fc.assert(
    fc.property(somePool({ entries: 9 }), someRule({ quorum: 1 }), (pool, rule) => {
      const declared = ask(rule, pool);
      const field = pool.entries.map(({ id }) => id).filter((id) => declared.get(id) !== null);
      const above = (ranks: typeof declared, upTo: number) => field.filter((id) => ranks.get(id)! <= upTo);
      const taken = [declared];
      const result = robustness(rule, pool, lines);
      const expected = result.ways.map(({ way, skipped, lines: changes }) => {
        const other =
          way.kind === 'METHOD'
            ? ask({ ...rule, ...way }, pool)
            : ask(rule, { ...pool, sheets: pool.sheets.filter(({ judge }) => judge !== way.judge) });
        const lost = field.filter((id) => other.get(id) === null).length;
        if (lost > 0) return { lost, changes: [] };
        // Who had no score as declared stays out, though another method might give one and move the rest.
        if (pool.entries.some(({ id }) => other.get(id) !== null && declared.get(id) === null))
          return { lost: skipped?.entries ?? 0, changes };
        taken.push(other);
        return {
          lost,
          changes: lines.map(({ key, upTo }) => {
            const incoming = above(other, upTo).filter((id) => !above(declared, upTo).includes(id));
            const outgoing = above(declared, upTo).filter((id) => !above(other, upTo).includes(id));
            return { key, isUnchanged: incoming.length + outgoing.length === 0, in: incoming, out: outgoing };
          }),
        };
      });
      expect(result.ways.map(({ skipped, lines: changes }) => ({ lost: skipped?.entries ?? 0, changes }))).toEqual(
        expected,
      );
      const within = result.intervals.map(({ entry, rank: place, best, worst }) => {
        const places = taken.map((ranks) => ranks.get(entry)!);
        return place === null || (best! <= Math.min(...places) && worst! >= Math.max(...places));
      });
      expect(within).not.toContain(false);
    }),
    { numRuns: 150 },
  );
});
