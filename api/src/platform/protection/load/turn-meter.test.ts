import { describe, expect, test } from 'vitest';
import { turnMeter, turnPerThousand } from './turn-meter.ts';

describe('what a turn of the event loop says', () => {
  test.each([
    ['one dear request', 300, 3, 300],
    ['as many as are taken at a time', 300, 1024, 300],
    ['a flood: ten times as many in one turn', 400, 10_240, 40],
    ['a flood of dear ones', 4_000, 10_240, 400],
  ])('%s: %d ms with %d events count as %d ms', (_what, longest, events, expected) => {
    expect(turnPerThousand(longest, events)).toBe(expected);
  });

  test('a turn is measured, and told once', async () => {
    const longest = turnMeter();
    const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    await sleep(30);
    const until = performance.now() + 250;
    while (performance.now() < until);
    await sleep(30);
    const measured = longest();
    expect(measured).toBeGreaterThan(200);
    expect(longest()).toBeNull();
    await sleep(30);
    expect(longest()).not.toBe(measured);
  });
});
