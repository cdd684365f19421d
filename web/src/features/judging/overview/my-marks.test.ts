import { expect, it } from 'vitest';
import { drift, histogram, mean, type Total } from './my-marks';

const totals = (...values: number[]): Total[] => values.map((total, number) => ({ number, title: '', total }));

it('sorts totals into tens, the ends included', () => {
  const bins = histogram(totals(0, 9.99, 10, 85, 89.99, 90, 100, -3));
  expect(bins.map(({ count }) => count)).toEqual([3, 1, 0, 0, 0, 0, 0, 0, 2, 2]);
});

it('tells how much later totals lie above earlier ones, once there are enough', () => {
  const climbing = totals(70, 70, 70, 75, 75, 75, 80, 80, 80);
  expect([mean(climbing), drift(climbing), drift(climbing.slice(0, 8))]).toEqual([75, 10, null]);
});
