import type { ScoringRuleInput } from '@laurel/schema/scoring-rule';
import { describe, expect, it } from 'vitest';
import { adviceOn, takeAdvice, type Circumstances } from './advice';
import { draftOf, ruleOf, withMethod } from './draft';
import { scoringFacts } from './scoring-facts';
import { sharesOf } from './shares';

const rule: ScoringRuleInput = {
  method: 'MEAN',
  level: 'CRITERION',
  scale: 'PERCENT',
  scope: 'COMPETITION',
  dropHighest: 0,
  dropLowest: 0,
  criterionPlaces: null,
  factoredPlaces: null,
  totalPlaces: 2,
  quorum: 3,
  ties: [],
  lotSeed: '',
  weight: '60',
  form: 'SCORE',
  isBlind: false,
  excludesSameRegion: false,
  alarmRange: '30',
};
const part = { share: 60, publicWeight: '0' };
const keys = (change: Partial<ScoringRuleInput>, of = part) =>
  scoringFacts({ ...rule, ...change }, of).map(({ key }) => key);

describe('a scoring rule as facts', () => {
  it('tells everything once, in the order in which a score comes about', () => {
    expect(keys({})).toEqual([
      'marks.open',
      'marks.conflicts',
      'method.MEAN.CRITERION',
      'scale.PERCENT',
      'scope.COMPETITION',
      'rounding.only',
      'missing.never',
      'missing.quorum',
      'ties.none',
      'result.part',
      'result.form.SCORE',
      'result.noPublic',
      'looks.range',
    ]);
  });

  it('tells which marks are left out, and every rounding', () => {
    const change = { method: 'TRIMMED_MEAN', dropHighest: 2, criterionPlaces: 2, factoredPlaces: 3 } as const;
    const told = scoringFacts({ ...rule, ...change }, part).filter(({ topic }) => topic === 'score');
    expect(told.map(({ key, values }) => [key, values])).toEqual([
      ['drops.CRITERION.highest', { highest: 2, lowest: 0 }],
      ['method.TRIMMED_MEAN.CRITERION', undefined],
      ['scale.PERCENT', undefined],
      ['scope.COMPETITION', undefined],
      ['rounding.criterion', { count: 2 }],
      ['rounding.factored', { count: 3 }],
      ['rounding.total', { count: 2 }],
    ]);
  });

  it.each([
    [{ share: 0, publicWeight: '0' }, ['result.none']],
    [{ share: 100, publicWeight: '0' }, ['result.alone']],
    [{ share: 42, publicWeight: '30' }, ['result.part', 'result.form.SCORE', 'result.public']],
  ])('says what the stage decides (%j)', (of, expected) => {
    expect(keys({}, of).filter((key) => key.startsWith('result.'))).toEqual(expected);
  });
});

it('shares what the public vote leaves among the stages by weight; without weights the last one decides', () => {
  const stages = [
    { id: 'review', weight: '40' },
    { id: 'final', weight: '60' },
  ];
  expect([...sharesOf(stages, '30').values()]).toEqual([28, 42]);
  expect([
    ...sharesOf(
      stages.map(({ id }) => ({ id, weight: '0' })),
      '30',
    ).values(),
  ]).toEqual([0, 70]);
});

describe('a scoring rule being written', () => {
  const draft = draftOf(rule);
  const around: Circumstances = { showsOrganizations: true, judgesPerEntry: 4, heaviest: 'needs', seed: 'spring' };

  it('is the declared one again when nothing is changed', () => {
    expect(ruleOf(draft)).toEqual({ rule, problems: {} });
  });

  it('finds what the server would refuse', () => {
    const wrong = { ...draft, method: 'TRIMMED_MEAN', ties: ['LOT'], totalPlaces: '', quorum: '0' } as const;
    expect(ruleOf({ ...wrong, ties: [...wrong.ties], dropHighest: '', weight: '101' }).problems).toMatchObject({
      dropHighest: { kind: 'number' },
      totalPlaces: { kind: 'number' },
      quorum: { kind: 'atLeast', count: 1 },
      weight: { kind: 'percent' },
    });
    expect(ruleOf({ ...draft, ties: ['LOT'] }).problems).toEqual({ lotSeed: { kind: 'seed' } });
    expect(ruleOf({ ...draft, method: 'TRIMMED_MEAN' }).problems).toEqual({ dropHighest: { kind: 'drops' } });
  });

  it('leaves out the extremes once it is told to, and forgets them with another method', () => {
    const trimmed = withMethod(draft, 'TRIMMED_MEAN');
    expect(ruleOf(trimmed).rule).toMatchObject({ dropHighest: 1, dropLowest: 1 });
    expect(ruleOf(withMethod(trimmed, 'COPELAND')).rule).toMatchObject({ dropHighest: 0, dropLowest: 0 });
  });

  it('gets advice where experience speaks against a choice, and taking it silences it', () => {
    const risky = { ...withMethod(draft, 'TRIMMED_MEAN'), isBlind: true, quorum: '1' };
    expect(adviceOn(risky, around)).toEqual(['openPages', 'noLadder', 'quorum', 'fewJudges']);
    expect(adviceOn({ ...draft, ties: ['LOT'] }, around)).toEqual(['lotWithoutSeed']);
    for (const advice of ['noLadder', 'quorum', 'fewJudges'] as const) {
      expect(adviceOn(takeAdvice(risky, advice, around), around)).not.toContain(advice);
    }
    expect(adviceOn(risky, { ...around, judgesPerEntry: 5, showsOrganizations: false })).toEqual([
      'noLadder',
      'quorum',
    ]);
  });
});
