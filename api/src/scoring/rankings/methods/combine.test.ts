import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combine, type Term } from './combine.ts';

const values = (record: Record<string, string | null>) => new Map(Object.entries(record));
const totalsOf = (terms: readonly Term[], places = 2) =>
  Object.fromEntries(combine(terms, places).map(({ entry, total }) => [entry, total]));

test('three stages at 15, 25 and 60 keep each term in sight', () => {
  const terms: Term[] = [
    { key: 'review', weight: '15', as: 'SCORE', values: values({ a: '80.00' }) },
    { key: 'papers', weight: '25', as: 'SCORE', values: values({ a: '90.10' }) },
    { key: 'final', weight: '60', as: 'SCORE', values: values({ a: '85.55' }) },
  ];
  expect(combine(terms, 2)).toEqual([
    {
      entry: 'a',
      total: '85.86',
      terms: [
        { key: 'review', value: '80', part: '12' },
        { key: 'papers', value: '90.1', part: '22.525' },
        { key: 'final', value: '85.55', part: '51.33' },
      ],
    },
  ]);
});

test('votes count as rank points or as their share of the most voted', () => {
  const votes = { a: '300', b: '100', c: '100', d: '0' };
  const judges: Term = { key: 'judges', weight: '0', as: 'SCORE', values: values({ a: '1', b: '1', c: '1', d: '1' }) };
  const as = (form: Term['as']): Term[] => [judges, { key: 'votes', weight: '30', as: form, values: values(votes) }];
  expect(totalsOf(as('RANK_POINTS'))).toEqual({ a: '100.00', b: '50.00', c: '50.00', d: '0.00' });
  expect(totalsOf(as('SHARE'))).toEqual({ a: '100.00', b: '33.33', c: '33.33', d: '0.00' });
});

test('the only entry has 50 rank points, and no votes at all are a share of nothing', () => {
  expect(totalsOf([{ key: 'k', weight: '1', as: 'RANK_POINTS', values: values({ a: '7' }) }])).toEqual({ a: '50.00' });
  expect(totalsOf([{ key: 'k', weight: '1', as: 'SHARE', values: values({ a: '0' }) }])).toEqual({ a: '0.00' });
});

test('a term that weighs something and has no value leaves no total; one that weighs nothing may be missing', () => {
  const terms = (weight: string): Term[] => [
    { key: 'judges', weight: '70', as: 'SCORE', values: values({ a: '80', b: '60' }) },
    { key: 'votes', weight, as: 'SHARE', values: values({ a: '5', b: null }) },
  ];
  expect(totalsOf(terms('30'))).toEqual({ a: '86.00', b: null });
  expect(totalsOf(terms('0'))).toEqual({ a: '80.00', b: '60.00' });
});

test('no weight, no total; a weight below zero is refused', () => {
  const term = (weight: string): Term => ({ key: 'k', weight, as: 'SCORE', values: values({ a: '7' }) });
  expect(totalsOf([term('0')])).toEqual({ a: null });
  expect(() => combine([term('-1')], 2)).toThrow(RangeError);
});

test('a combined total lies between the least and the most of its terms', () => {
  const score = fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2));
  const term = fc.record({
    key: fc.string(),
    weight: fc.integer({ min: 1, max: 100 }).map(String),
    as: fc.constantFrom('SCORE' as const, 'RANK_POINTS' as const, 'SHARE' as const),
    values: fc.tuple(score, score, score).map(([a, b, c]) => values({ a, b, c })),
  });
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
      for (const { total, terms: parts } of combine(terms, 6)) {
        const all = parts.map(({ value }) => Number(value));
        expect(Number(total)).toBeGreaterThanOrEqual(Math.min(...all) - 1e-6);
        expect(Number(total)).toBeLessThanOrEqual(Math.max(...all) + 1e-6);
      }
    }),
  );
});
