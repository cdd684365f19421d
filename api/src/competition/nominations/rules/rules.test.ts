import { describe, expect, test } from 'vitest';
import { isTime, NominationRule, refusalOf, type Facts } from './rules.ts';

const now = new Date('2026-11-21T12:00:00Z');
const fine: Facts = {
  isSubmitted: false,
  opensAt: new Date('2026-11-01T00:00:00Z'),
  closesAt: new Date('2026-12-01T00:00:00Z'),
  isInside: true,
  missingUnitId: null,
  isNominated: false,
  twinNumber: null,
  winnerId: null,
  nominated: 2,
  quota: 3,
};

test('what breaks no rule may be nominated', () => {
  expect(refusalOf(fine, now)).toBeNull();
});

test.each<[string, Partial<Facts>, keyof typeof NominationRule]>([
  ['the list is handed up', { isSubmitted: true }, 'LIST_SUBMITTED'],
  ['nothing can be handed in yet', { opensAt: null }, 'CLOSED'],
  ['the time is over', { closesAt: now }, 'CLOSED'],
  ['it is of another region', { isInside: false }, 'CROSSED_REGION'],
  ['a unit below has not handed it up', { missingUnitId: 'x' }, 'SKIPPED_LEVEL'],
  ['it is on the list', { isNominated: true }, 'DUPLICATE'],
  ['another like it is nominated', { twinNumber: 12 }, 'DUPLICATE'],
  ['it won before', { winnerId: 'x' }, 'EARLIER_WINNER'],
  ['the list is full', { nominated: 3 }, 'QUOTA_EXCEEDED'],
  ['the quota is none', { nominated: 0, quota: 0 }, 'QUOTA_EXCEEDED'],
])('%s: refused', (_, change, rule) => {
  expect(refusalOf({ ...fine, ...change }, now)).toBe(NominationRule[rule]);
});

describe('time', () => {
  test.each([
    ['at the very opening', '2026-11-01T00:00:00.000Z', true],
    ['just before', '2026-10-31T23:59:59.999Z', false],
    ['at the last instant', '2026-11-30T23:59:59.999Z', true],
    ['at the end', '2026-12-01T00:00:00.000Z', false],
  ])('%s', (_, at, isOpen) => {
    expect(isTime(fine, new Date(at))).toBe(isOpen);
  });
});
