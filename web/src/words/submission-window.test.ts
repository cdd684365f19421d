import { expect, test } from 'vitest';
import { endOf, isLastHour, stateAt, takesEntries, type WindowInstants } from './submission-window';

const window: WindowInstants = {
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-11-30T12:00:00.000Z',
  deadline: '2026-11-30T12:00:00.000Z',
  graceUntil: '2026-11-30T12:30:00.000Z',
  filesUntil: '2026-12-01T12:00:00.000Z',
  extendedUntil: null,
};

test.each([
  ['2026-10-31T23:59:59.999Z', 'UPCOMING', window.opensAt],
  ['2026-11-01T00:00:00.000Z', 'OPEN', window.deadline],
  ['2026-11-30T12:00:00.000Z', 'OPEN', window.deadline],
  ['2026-11-30T12:00:00.001Z', 'IN_GRACE', window.graceUntil],
  ['2026-11-30T12:30:00.000Z', 'IN_GRACE', window.graceUntil],
  ['2026-11-30T12:30:00.001Z', 'FILES_ONLY', window.filesUntil],
  ['2026-12-01T12:00:00.001Z', 'CLOSED', null],
] as const)('at %s it is %s', (instant, state, end) => {
  const found = stateAt(window, Date.parse(instant));
  expect(found).toBe(state);
  expect(endOf(window, found)).toBe(end);
  expect(takesEntries(found)).toBe(state === 'OPEN' || state === 'IN_GRACE');
});

test('the last hour begins an hour before the deadline and ends with it', () => {
  const at = (instant: string) => isLastHour(window, Date.parse(instant));
  expect(at('2026-11-30T10:59:59.999Z')).toBe(false);
  expect(at('2026-11-30T11:00:00.000Z')).toBe(true);
  expect(at('2026-11-30T12:00:00.001Z')).toBe(false);
});
