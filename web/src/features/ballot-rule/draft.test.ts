import type { BallotAdvice, BallotRuleInput } from '@laurel/schema/ballot-rule';
import { describe, expect, it } from 'vitest';
import { adviceFor, draftOf, isDraft, ruleOf, stepOf, takeAdvice, withKind, type Draft } from './draft';

const rule: BallotRuleInput = {
  style: 'TAP',
  method: 'APPROVAL',
  minChoices: 1,
  maxChoices: 1,
  maxPoints: 1,
  maxSum: 1,
  votesPerDay: 5,
  votesPerStage: null,
  votesPerCategory: null,
  votesPerEntry: null,
  excludesOwnOrganization: true,
  mayRetract: true,
  counts: 'LIVE',
  countDelayMinutes: 5,
  countRounding: 10,
  publicWeight: '60.00',
  publicForm: 'RANK_POINTS',
  isExposureCorrected: false,
  exposureFloor: 100,
  levels: ['DEVICE', 'EMAIL'],
  nightVotes: null,
  burstVotes: null,
  networkVotes: null,
};
const draft = draftOf(rule);
const problemsOf = (change: Partial<Draft>) => ruleOf({ ...draft, ...change }).problems;

describe('a draft of a ballot rule', () => {
  it('is the rule again when nothing is changed', () => {
    expect(ruleOf(draft).rule).toEqual({ ...rule, publicWeight: '60', levels: ['EMAIL', 'DEVICE'] });
  });

  it.each([
    [{ votesPerDay: '' }, { votesPerDay: { kind: 'number' } }],
    [{ votesPerDay: '1.5' }, { votesPerDay: { kind: 'number' } }],
    [{ votesPerDay: '0' }, { votesPerDay: { kind: 'atLeast', count: 1 } }],
    [{ votesPerDay: '2000' }, { votesPerDay: { kind: 'atMost', count: 1000 } }],
    [{ votesPerStage: 'many' }, { votesPerStage: { kind: 'number' } }],
    [{ publicWeight: '101' }, { publicWeight: { kind: 'weight' } }],
    [{ publicWeight: '' }, { publicWeight: { kind: 'weight' } }],
    [{ levels: [] }, { levels: { kind: 'levels' } }],
    [{ kind: 'APPROVAL', minChoices: '5', maxChoices: '3' }, { maxChoices: { kind: 'belowMinimum' } }],
    [
      { kind: 'POINTS', minChoices: '3', maxChoices: '5', maxPoints: '5', maxSum: '2' },
      { maxSum: { kind: 'sumBelow' } },
    ],
  ] as [Partial<Draft>, object][])('says of %j what is wrong, and where', (change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  it('does not mind what stands in boxes that are not shown', () => {
    expect(problemsOf({ maxChoices: '', maxSum: 'x', countRounding: '', exposureFloor: '' })).toEqual({});
    expect(ruleOf({ ...draft, maxSum: '7' }).rule).toEqual(ruleOf(draft).rule);
    expect(ruleOf({ ...draft, votesPerDay: '7' }).rule).not.toEqual(ruleOf(draft).rule);
  });

  it('becomes a ballot with numbers that make one', () => {
    expect(ruleOf(withKind(draft, 'POINTS')).rule).toMatchObject({
      style: 'BALLOT',
      method: 'POINTS',
      minChoices: 3,
      maxChoices: 5,
      maxPoints: 5,
      maxSum: 10,
    });
    expect(ruleOf(withKind(withKind(draft, 'RANKED'), 'TAP')).rule).toMatchObject({ style: 'TAP', maxChoices: 1 });
  });

  it('needs no advice once all of it is taken, whatever came first', () => {
    const advice: BallotAdvice[] = adviceFor(ruleOf(draft).rule);
    expect(advice).toEqual(['weight', 'unverified', 'live', 'single', 'daily', 'thresholds']);
    for (const order of [advice, advice.toReversed()]) {
      const good = order.reduce(takeAdvice, draft);
      expect(adviceFor(ruleOf(good).rule)).toEqual([]);
    }
  });

  it('knows in which step a problem is', () => {
    expect(['maxSum', 'levels', 'somethingNew'].map(stepOf)).toEqual(['ballot', 'voters', 'declare']);
  });

  it('is taken from this device only in the shape that this page writes', () => {
    expect(isDraft(JSON.parse(JSON.stringify(draft)))).toBe(true);
    expect(isDraft({ ...draft, kind: 'OTHER' })).toBe(false);
    expect(isDraft({ kind: 'TAP' })).toBe(false);
    expect(isDraft(null)).toBe(false);
  });
});
