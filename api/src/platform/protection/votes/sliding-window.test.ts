import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SlidingWindow } from './sliding-window.ts';

const start = Date.UTC(2026, 10, 22);
const minute = 60_000;

test('what is counted fades out over the next window', () => {
  const window = new SlidingWindow(minute);
  for (let i = 1; i <= 20; i += 1) expect(window.take('k', start)).toBe(i);
  expect(window.take('k', start + 1.5 * minute)).toBeCloseTo(20 / 2 + 1);
  expect(window.take('other', start + 1.5 * minute)).toBe(1);
  expect(window.take('k', start + 10 * minute)).toBe(1);
});

test('above the limit nothing is counted, so that the time to wait is kept', () => {
  const window = new SlidingWindow(minute);
  for (let i = 0; i < 30; i += 1) expect(window.take('k', start + i * 100, 30)).toBeLessThanOrEqual(30);
  for (let i = 0; i < 1_000; i += 1) expect(window.take('k', start + 5_000, 30)).toBeGreaterThan(30);
  const seconds = window.secondsToWait(start + 5_000, 30);
  expect(window.take('k', start + 5_000 + (seconds - 4) * 1000, 30)).toBeGreaterThan(30);
  expect(window.take('k', start + 5_000 + seconds * 1000, 30)).toBeLessThanOrEqual(30);
});

test('however the tries are spread, no window lets more than twice the limit through, and the long run no more than it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 300, maxLength: 600 }), (gaps) => {
      const window = new SlidingWindow(minute, 1 << 10);
      let now = start;
      const passed: number[] = [];
      for (const gap of gaps) {
        now += gap;
        if (window.take('k', now, 30) <= 30) passed.push(now);
      }
      for (const from of passed) {
        expect(passed.filter((at) => at >= from && at < from + minute).length).toBeLessThanOrEqual(60);
      }
      expect(passed.length).toBeLessThanOrEqual(30 * ((now - start) / minute + 2));
    }),
    { numRuns: 20 },
  );
});

test('a count is never too small, and hardly ever too large', () => {
  const window = new SlidingWindow(minute);
  const keys = Array.from({ length: 100_000 }, (_, i) => `voter-${i}`);
  let wrong = 0;
  for (let round = 1; round <= 3; round += 1) {
    for (const key of keys) {
      const count = window.take(key, start + round);
      expect(count).toBeGreaterThanOrEqual(round);
      if (count !== round) wrong += 1;
    }
  }
  process.stdout.write(`  of 300,000 counts over 100,000 keys, ${wrong} were too large\n`);
  expect(wrong).toBeLessThan(300_000 * 0.03);
});

test('a count ends at 60,000 instead of beginning anew', () => {
  const window = new SlidingWindow(minute);
  for (let i = 0; i < 70_000; i += 1) window.take('k', start);
  expect(window.take('k', start)).toBe(60_001);
});
