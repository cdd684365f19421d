import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, nextDayStart } from './local-day.ts';
import { currentStage, StageStatus, statusAt } from './window.ts';

const stage = (opens: string, closes: string) => ({ opensAt: new Date(opens), closesAt: new Date(closes) });

test.each([
  ['2026-11-20T23:59:59.999Z', StageStatus.UPCOMING],
  ['2026-11-21T00:00:00.000Z', StageStatus.OPEN],
  ['2026-11-21T23:59:59.999Z', StageStatus.OPEN],
  ['2026-11-22T00:00:00.000Z', StageStatus.CLOSED],
])('at %s a stage of 21 November is %s', (instant, status) => {
  expect(statusAt(stage('2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z'), new Date(instant))).toBe(status);
});

test('of several open stages the one that closes first is current', () => {
  const soon = stage('2026-11-01T00:00:00Z', '2026-11-30T00:00:00Z');
  const later = stage('2026-11-01T00:00:00Z', '2026-12-30T00:00:00Z');
  expect(currentStage([later, soon], new Date('2026-11-21T00:00:00Z'))).toBe(soon);
  expect(currentStage([later, soon], new Date('2027-11-21T00:00:00Z'))).toBeNull();
});

test.each([
  ['Asia/Shanghai', '2026-11-21T15:59:59.999Z', '2026-11-21', '2026-11-21T16:00:00.000Z'],
  ['Asia/Shanghai', '2026-11-21T16:00:00.000Z', '2026-11-22', '2026-11-22T16:00:00.000Z'],
  // The day on which summer time begins has 23 hours, the day on which it ends has 25.
  ['Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29', '2026-03-29T22:00:00.000Z'],
  ['Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25', '2026-10-25T23:00:00.000Z'],
  ['America/New_York', '2024-02-29T12:00:00.000Z', '2024-02-29', '2024-03-01T05:00:00.000Z'],
  ['Asia/Kathmandu', '2026-01-01T18:14:59.999Z', '2026-01-01', '2026-01-01T18:15:00.000Z'],
])('in %s the instant %s lies on %s, and the next day begins at %s', (zone, instant, day, next) => {
  expect(dayIn(zone, new Date(instant))).toBe(day);
  expect(nextDayStart(zone, new Date(instant)).toISOString()).toBe(next);
});

test('the next day begins where the day changes, to the millisecond, in any zone', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham', 'Australia/Lord_Howe', 'UTC'];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
      (zone, milliseconds) => {
        const instant = new Date(milliseconds);
        const next = nextDayStart(zone, instant);
        expect(dayIn(zone, new Date(next.getTime() - 1))).toBe(dayIn(zone, instant));
        expect(dayIn(zone, next) > dayIn(zone, instant)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
