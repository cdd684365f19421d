import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortlist } from './shortlist.ts';

const candidate = (entryId: string, rank: number | null, votes = 0) => ({ entryId, rank, votes });

test.each([
  ['fewer than the quota', [candidate('a', 1), candidate('b', 2)], 5, ['a', 'b']],
  ['exactly the quota', [candidate('a', 1), candidate('b', 2), candidate('c', 3)], 2, ['a', 'b']],
  ['a tie at the line goes by votes', [candidate('a', 1), candidate('b', 2, 3), candidate('c', 2, 7)], 2, ['a', 'c']],
  ['a tie in votes too takes all', [candidate('a', 1), candidate('b', 2, 7), candidate('c', 2, 7)], 2, ['a', 'b', 'c']],
  ['votes do not help above the line', [candidate('a', 1, 0), candidate('b', 2, 999)], 1, ['a']],
  ['without a rank nobody goes', [candidate('a', null, 999), candidate('b', 1)], 2, ['b']],
])('%s', (_, candidates, quota, expected) => {
  expect(shortlist(candidates, quota).toSorted((a, b) => a.localeCompare(b))).toEqual(expected);
});

const field = fc.array(fc.record({ rank: fc.option(fc.integer({ min: 1, max: 9 })), votes: fc.nat(5) }), {
  maxLength: 30,
});

test('nobody who stays out is better than anybody who goes, and the quota is filled', () => {
  fc.assert(
    fc.property(field, fc.integer({ min: 1, max: 12 }), (rows, quota) => {
      const candidates = rows.map(({ rank, votes }, index) => candidate(`e${index}`, rank, votes));
      const goes = new Set(shortlist(candidates, quota));
      const ranked = candidates.filter((c) => c.rank !== null);
      expect(goes.size).toBeGreaterThanOrEqual(Math.min(quota, ranked.length));
      const key = (c: (typeof candidates)[number]) => (c.rank ?? 0) * 100 - c.votes;
      for (const inside of ranked.filter((c) => goes.has(c.entryId))) {
        for (const outside of ranked.filter((c) => !goes.has(c.entryId)))
          expect(key(inside)).toBeLessThan(key(outside));
      }
    }),
  );
});
