import type { BallotRuleInput } from '@laurel/schema/ballot-rule';
import { describe, expect, it } from 'vitest';
import { ruleFacts } from './rule-sentences';

const rule: BallotRuleInput = {
  style: 'BALLOT',
  method: 'APPROVAL',
  minChoices: 3,
  maxChoices: 5,
  maxPoints: 1,
  maxSum: 1,
  votesPerDay: 1,
  votesPerStage: 1,
  votesPerCategory: null,
  votesPerEntry: null,
  excludesOwnOrganization: true,
  mayRetract: true,
  counts: 'HIDDEN',
  countDelayMinutes: 5,
  countRounding: 10,
  publicWeight: '30',
  publicForm: 'RANK_POINTS',
  isExposureCorrected: false,
  exposureFloor: 100,
  levels: ['EMAIL', 'PHONE'],
  nightVotes: null,
  burstVotes: 500,
  networkVotes: null,
};
const factOf = (change: Partial<BallotRuleInput>, topic: string) =>
  ruleFacts({ ...rule, ...change }).find((fact) => fact.topic === topic);
const keys = (change: Partial<BallotRuleInput>) => ruleFacts({ ...rule, ...change }).map(({ key }) => key);

describe('a ballot rule as facts', () => {
  it('tells everything once, in the order in which a voter asks', () => {
    expect(keys({})).toEqual([
      'how.approvalRange',
      'limits.ballotsPerDay',
      'limits.ballotsPerStage',
      'limits.onceADay',
      'limits.ownOrganization',
      'limits.mayRetract',
      'who.verified',
      'seen.HIDDEN',
      'result.part',
      'result.RANK_POINTS',
      'checks.burst',
      'checks.held',
    ]);
  });

  it.each([
    [{ style: 'TAP', minChoices: 1, maxChoices: 1 }, 'how.tap', undefined],
    [{ minChoices: 3, maxChoices: 3 }, 'how.approval', 3],
    [{ method: 'RANKED', minChoices: 5 }, 'how.ranked', 5],
  ] as const)('says how a ballot is filled in (%j)', (change, key, count) => {
    const fact = factOf(change, 'how');
    expect(fact?.key).toBe(key);
    expect(fact?.values?.['count']).toBe(count);
  });

  it('promises no more points than a ballot can hold', () => {
    expect(factOf({ method: 'POINTS', maxPoints: 10, maxSum: 1000 }, 'how')?.values).toMatchObject({ sum: 50 });
    expect(factOf({ method: 'POINTS', maxPoints: 10, maxSum: 5 }, 'how')?.values).toMatchObject({ sum: 5, most: 5 });
  });

  it.each([
    ['0', 'result.none'],
    ['0.00', 'result.none'],
    ['12.50', 'result.part'],
    ['100', 'result.all'],
  ])('says what a weight of %s means', (publicWeight, key) => {
    expect(factOf({ publicWeight }, 'result')?.key).toBe(key);
  });

  it('says of devices that nobody has to sign in', () => {
    expect(keys({ levels: ['DEVICE'] })).not.toContain('who.verified');
    expect(keys({ levels: ['DEVICE', 'PHONE'] })).toEqual(expect.arrayContaining(['who.verified', 'who.anybody']));
  });
});
