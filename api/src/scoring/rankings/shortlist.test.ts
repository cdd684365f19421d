import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortlist } from './shortlist.ts';

const candidate = (id: string, rank: number | null) => ({ id, rank });

test.each([
  ['fewer than the quota', [candidate('a', 1), candidate('b', 2)], 5, ['a', 'b']],
  ['exactly the quota', [candidate('a', 1), candidate('b', 2), candidate('c', 3)], 2, ['a', 'b']],
  ['all who share the rank at the line', [candidate('a', 1), candidate('b', 2), candidate('c', 2)], 2, ['a', 'b', 'c']],
  ['nobody below a tie that fills the quota', [candidate('a', 1), candidate('b', 1), candidate('c', 3)], 2, ['a', 'b']],
  ['without a rank nobody goes', [candidate('a', null), candidate('b', 1)], 2, ['b']],
])('%s', (_, candidates, quota, expected) => {
  expect(shortlist(candidates, quota).toSorted((a, b) => a.localeCompare(b))).toEqual(expected);
});

test('nobody who stays out is as good as anybody who goes, and the quota is filled', () => {
  const field = fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { maxLength: 30 });
  fc.assert(
    fc.property(field, fc.integer({ min: 1, max: 12 }), (ranks, quota) => {
      const candidates = ranks.map((rank, index) => candidate(`e${index}`, rank));
      const goes = new Set(shortlist(candidates, quota));
      const ranked = candidates.flatMap(({ id, rank }) => (rank === null ? [] : [{ id, rank }]));
      expect(goes.size).toBeGreaterThanOrEqual(Math.min(quota, ranked.length));
      const worst = Math.max(0, ...ranked.filter(({ id }) => goes.has(id)).map(({ rank }) => rank));
      for (const { rank } of ranked.filter(({ id }) => !goes.has(id))) expect(rank).toBeGreaterThan(worst);
    }),
  );
});
