import { expect, test } from 'vitest';
import { RecentSet } from './recent-set.ts';

test('what was added stays for its life and is gone after twice that', () => {
  const set = new RecentSet(1_000);
  expect(set.add('a', 5_000)).toBe(true);
  expect(set.add('a', 5_000)).toBe(false);
  expect(set.has('a', 5_999)).toBe(true);
  expect(set.add('b', 6_500)).toBe(true);
  expect(set.has('a', 6_999)).toBe(true);
  expect(set.has('a', 7_500)).toBe(false);
  expect(set.has('b', 7_500)).toBe(true);
  expect(set.has('b', 20_000)).toBe(false);
});

test('memory is bounded', () => {
  const set = new RecentSet(60_000, 100);
  for (let i = 0; i < 10_000; i += 1) set.add(`t${i}`, 0);
  expect(set.size).toBeLessThanOrEqual(200);
  expect(set.has('t9999', 0)).toBe(true);
});
