import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awardForRank } from '../awards/index.ts';
import { rank, type RankInput } from './rank.ts';

const criteria = [
  { id: 'needs', weight: '20', maximum: '10' },
  { id: 'goals', weight: '80', maximum: '10' },
];
const entry = (entryId: string, marks: Record<string, string[]>): RankInput => ({
  entryId,
  criteria: new Map(
    Object.entries(marks).map(([id, values]) => [
      id,
      { sum: String(values.reduce((sum, value) => sum + Number(value) * 4, 0) / 4), count: values.length },
    ]),
  ),
});

describe('the weighted mean', () => {
  test.each([
    ['one judge', { needs: ['8'], goals: ['9'] }, '88.00'],
    ['several judges are averaged per criterion', { needs: ['8', '9'], goals: ['9', '9.5'] }, '91.00'],
    ['half up at the second decimal', { needs: ['9', '9', '9.25'], goals: ['9', '9', '9'] }, '90.17'],
    ['a criterion without a mark: no score, never a zero', { needs: ['8'] }, null],
  ])('%s', (_, marks, score) => {
    expect(rank(criteria, [entry('a', marks as unknown as Record<string, string[]>)])[0]?.score).toBe(score);
  });

  test('thirds are not rounded before the end: 1/3 of a mark three times is a whole one', () => {
    const three = Array.from({ length: 3 }, (_, i) => ({ id: `c${i}`, weight: '1', maximum: '3' }));
    const input: RankInput = { entryId: 'a', criteria: new Map(three.map(({ id }) => [id, { sum: '1', count: 1 }])) };
    expect(rank(three, [input])[0]?.score).toBe('33.33');
    expect(
      rank(three, [{ ...input, criteria: new Map(three.map(({ id }) => [id, { sum: '3', count: 1 }])) }])[0]?.score,
    ).toBe('100.00');
  });
});

test('equal scores share a rank and leave a gap; what has no score comes last without one', () => {
  const rows = rank(criteria, [
    entry('a', { needs: ['7'], goals: ['7'] }),
    entry('b', { needs: ['9'], goals: ['9'] }),
    entry('c', {}),
    entry('d', { needs: ['9'], goals: ['9'] }),
    entry('e', { needs: ['8'], goals: ['8'] }),
  ]);
  expect(rows.map((row) => [row.entryId, row.rank])).toEqual([
    ['b', 1],
    ['d', 1],
    ['e', 3],
    ['a', 4],
    ['c', null],
  ]);
});

const marksOf = fc.array(
  fc.integer({ min: 0, max: 20 }).map((n) => String(n / 2)),
  { minLength: 1, maxLength: 6 },
);
const fieldOf = fc.array(fc.record({ needs: marksOf, goals: marksOf }), { minLength: 1, maxLength: 12 });

test('the order in which entries are given changes no rank and no score', () => {
  fc.assert(
    fc.property(fieldOf, fc.integer(), (field, seed) => {
      const inputs = field.map((marks, index) => entry(`e${index}`, marks));
      const shuffled = inputs.toSorted(
        (a, b) => ((a.entryId.charCodeAt(1) * seed) % 7) - ((b.entryId.charCodeAt(1) * seed) % 7),
      );
      const byId = (rows: ReturnType<typeof rank>) => new Map(rows.map((row) => [row.entryId, [row.rank, row.score]]));
      expect(byId(rank(criteria, shuffled))).toEqual(byId(rank(criteria, inputs)));
    }),
  );
});

test('a rank is one more than the number of better scores', () => {
  fc.assert(
    fc.property(fieldOf, (field) => {
      const rows = rank(
        criteria,
        field.map((marks, index) => entry(`e${index}`, marks)),
      );
      for (const row of rows) {
        expect(row.rank).toBe(1 + rows.filter((other) => Number(other.score) > Number(row.score)).length);
      }
    }),
  );
});

test.each([
  [1, 'first'],
  [10, 'first'],
  [11, 'second'],
  [30, 'second'],
  [31, null],
])('rank %i takes the award %s', (place, name) => {
  expect(
    awardForRank(
      [
        { name: 'first', quota: 10 },
        { name: 'second', quota: 20 },
      ],
      place,
    )?.name ?? null,
  ).toBe(name);
});
