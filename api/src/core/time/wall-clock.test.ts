import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, isTimeZone, wallClock } from '@laurel/schema/wall-clock';

test.each([
  ['Asia/Shanghai', '2026-11-21T20:00', '2026-11-21T12:00:00.000Z', 'ONCE'],
  ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z', 'ONCE'],
  // 02:00 to 03:00 is not shown; what would be 02:30 is 03:30.
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z', 'SKIPPED'],
  ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z', 'ONCE'],
  // 02:00 to 03:00 is shown twice; the first is meant.
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z', 'TWICE'],
  ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z', 'ONCE'],
  // Half an hour is all that clocks change there.
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000Z', 'SKIPPED'],
  // A whole day was skipped.
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00.000Z', 'SKIPPED'],
])('in %s clocks show %s at %s (%s)', (timeZone, local, instant, isShown) => {
  const found = instantOf(local, timeZone);
  expect([found.instant.toISOString(), found.isShown]).toEqual([instant, isShown]);
});

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];

test('what clocks show at any instant leads back to it, or to the first of the two at which they show it', () => {
  const minute = fc.integer({ min: 0, max: 40 * 365 * 1440 }).map((m) => new Date(Date.UTC(2000, 0, 1) + m * 60_000));
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), (instant, timeZone) => {
      const local = wallClock(instant, timeZone);
      const found = instantOf(local, timeZone);
      expect(wallClock(found.instant, timeZone)).toBe(local);
      if (found.isShown === 'ONCE') expect(found.instant).toEqual(instant);
      else expect(found.instant.getTime()).toBeLessThanOrEqual(instant.getTime());
      expect(found.isShown).not.toBe('SKIPPED');
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['Asia/Shanghai', true],
  ['UTC', true],
  ['Asia/Atlantis', false],
  ['+08:00', false],
  ['', false],
  ["x'; drop table stages", false],
])('%s is a zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});
