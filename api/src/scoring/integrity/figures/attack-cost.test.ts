import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attackCost, type AttackInput } from './attack-cost.ts';

const base: AttackInput = {
  entries: [900, 713, 700, 100].map((points, index) => ({ id: `entry-${index}`, points })),
  quotas: [1, 1],
  publicWeight: 30,
  pointsPerVote: 1,
  choicesPerBallot: 1,
  castsLeft: 1,
  pricePerVote: '0.007',
};

test('187 votes apart at 70 yuan per 10,000 is an award for 1.32 yuan', () => {
  expect(attackCost({ ...base, quotas: [1] })).toEqual({
    award: 0,
    entryId: 'entry-1',
    votes: 188,
    identities: 188,
    cost: '1.32',
  });
});

test('the cheapest line is reported, by the rule', () => {
  expect(attackCost(base)).toMatchObject({ award: 1, entryId: 'entry-2', votes: 14, cost: '0.10' });
  // Twelve days are left and one may vote daily; a ballot takes three choices; a first place is worth five points.
  expect(attackCost({ ...base, castsLeft: 12 })).toMatchObject({ votes: 14, identities: 2 });
  expect(attackCost({ ...base, choicesPerBallot: 3 })).toMatchObject({ votes: 14, cost: '0.30' });
  expect(attackCost({ ...base, pointsPerVote: 5 })).toMatchObject({ votes: 3 });
});

test('no line, no weight, no time: no number of votes does it', () => {
  expect(attackCost({ ...base, publicWeight: 0 })).toBeNull();
  expect(attackCost({ ...base, castsLeft: 0 })).toBeNull();
  expect(attackCost({ ...base, quotas: [4] })).toBeNull();
  expect(attackCost({ ...base, quotas: [] })).toBeNull();
  expect(attackCost({ ...base, entries: [] })).toBeNull();
});

const price = fc.integer({ min: 1, max: 1_000_000 }).map((n) => (n / 1_000).toFixed(3));
const inputs = fc.record({
  entries: fc
    .array(fc.nat(100_000), { minLength: 2, maxLength: 30 })
    .map((points) => points.map((p, index) => ({ id: `${index}`, points: p }))),
  quotas: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
  publicWeight: fc.integer({ min: 1, max: 100 }),
  pointsPerVote: fc.integer({ min: 1, max: 20 }),
  choicesPerBallot: fc.integer({ min: 1, max: 5 }),
  castsLeft: fc.integer({ min: 1, max: 30 }),
  pricePerVote: price,
});

test('a wider gap never costs less, and no gap is one vote', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), inputs, (low, more, input) => {
      const of = (gap: number) =>
        attackCost({
          ...input,
          quotas: [1],
          entries: [
            { id: 'a', points: gap },
            { id: 'b', points: 0 },
          ],
        });
      const [narrow, wide] = [of(low), of(low + more)];
      expect(wide?.votes ?? 0).toBeGreaterThanOrEqual(narrow?.votes ?? 0);
      expect(Number(wide?.cost)).toBeGreaterThanOrEqual(Number(narrow?.cost));
      expect(of(0)?.votes).toBe(1);
    }),
  );
});

test('a dearer vote is never cheaper in all; the reported votes suffice and one fewer does not', () => {
  fc.assert(
    fc.property(inputs, price, (input, other) => {
      const result = attackCost(input);
      if (!result) return;
      const [cheap = '', dear = ''] = [input.pricePerVote, other].toSorted((a, b) => Number(a) - Number(b));
      expect(Number(attackCost({ ...input, pricePerVote: dear })?.cost)).toBeGreaterThanOrEqual(
        Number(attackCost({ ...input, pricePerVote: cheap })?.cost),
      );
      const order = input.entries.toSorted((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
      const line = input.quotas.slice(0, result.award + 1).reduce((sum, quota) => sum + quota, 0);
      const own = order.find(({ id }) => id === result.entryId)?.points ?? 0;
      const target = order[line - 1]?.points ?? 0;
      expect(own + result.votes * input.pointsPerVote).toBeGreaterThan(target);
      expect(own + (result.votes - 1) * input.pointsPerVote).toBeLessThanOrEqual(target);
    }),
  );
});
