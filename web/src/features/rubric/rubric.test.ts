import { describe, expect, it } from 'vitest';
import { newCriterion, sharesOf } from './criteria';
import {
  draftOf,
  fingerprint,
  keysOf,
  noDraft,
  rubricOf,
  type CriterionDraft,
  type Declared,
  type Draft,
} from './draft';
import { scaleOf, withScale } from './scales';
import { coveredStages, firstToOpen, rubricsAt, type EditedRubric, type RubricCompetition } from './scopes';
import { startingCriteria } from './start';

const declared: Declared = {
  requiresComment: true,
  criteria: [
    {
      __typename: 'Criterion',
      id: 'n',
      key: 'needs',
      nameTexts: { __typename: 'LocalizedText', zh: '需求', en: 'Needs' },
      guidanceTexts: { __typename: 'LocalizedText', zh: null, en: null },
      weight: '30.00',
      minimum: '0',
      maximum: '10',
      step: '0.50',
      levels: [
        {
          __typename: 'CriterionLevel',
          from: '9',
          wordingTexts: { __typename: 'LocalizedText', zh: '有调查', en: null },
        },
      ],
    },
  ],
};
const draft = draftOf(declared);
const [needs] = draft.criteria as [CriterionDraft];
const changed = (change: Partial<CriterionDraft>): Draft => ({ ...draft, criteria: [{ ...needs, ...change }] });
const problems = (change: Partial<CriterionDraft>) => rubricOf(changed(change)).problems;

describe('a rubric as it is written', () => {
  it('says what was declared, both languages of it', () => {
    expect(rubricOf(draft)).toEqual({
      problems: {},
      rubric: {
        requiresComment: true,
        criteria: [
          {
            key: 'needs',
            name: { zh: '需求', en: 'Needs' },
            guidance: { zh: null, en: null },
            weight: '30',
            minimum: '0',
            maximum: '10',
            step: '0.5',
            levels: [{ from: '9', zh: '有调查', en: null }],
          },
        ],
      },
    });
  });

  it('has changed only when it would be saved as something else', () => {
    const same: Partial<CriterionDraft>[] = [{ weight: '30.000 ' }, { id: 'another' }, { scale: 'own' }];
    for (const change of same) expect(fingerprint(changed(change))).toBe(fingerprint(draft));
    const others: Partial<CriterionDraft>[] = [{ weight: '31' }, { key: 'need' }, { levels: [] }];
    for (const change of others) expect(fingerprint(changed(change))).not.toBe(fingerprint(draft));
    expect(fingerprint({ ...draft, requiresComment: false })).not.toBe(fingerprint(draft));
  });

  it.each<[Partial<CriterionDraft>, object]>([
    [{ name: { zh: ' ', en: '' } }, { 'criteria.0.name': { kind: 'required' } }],
    [{ name: { zh: '字'.repeat(61), en: '' } }, { 'criteria.0.name.zh': { kind: 'tooLong', count: 60 } }],
    [{ weight: '0' }, { 'criteria.0.weight': { kind: 'weight' } }],
    [{ weight: '1.2345' }, { 'criteria.0.weight': { kind: 'weight' } }],
    [{ minimum: '10' }, { 'criteria.0.minimum': { kind: 'minimum' } }],
    [{ maximum: '1001' }, { 'criteria.0.maximum': { kind: 'maximum' } }],
    [{ step: '3' }, { 'criteria.0.step': { kind: 'step' } }],
    [{ key: 'two words' }, { 'criteria.0.key': { kind: 'key' } }],
    [{ levels: [{ id: 'l', from: '11', zh: '好', en: '' }] }, { 'criteria.0.levels': { kind: 'levels' } }],
    [{ levels: [{ id: 'l', from: '', zh: '好', en: '' }] }, { 'criteria.0.levels.0.from': { kind: 'number' } }],
    [{ levels: [{ id: 'l', from: '9', zh: '', en: '' }] }, { 'criteria.0.levels.0': { kind: 'required' } }],
  ])('says at the field what is wrong with %j', (change, found) => {
    expect(problems(change)).toMatchObject(found);
  });

  it('wants a criterion, and each key once', () => {
    expect(rubricOf(noDraft).problems).toEqual({ criteria: { kind: 'none' } });
    const twice = { ...draft, criteria: [needs, { ...needs, id: 'other' }] };
    expect(rubricOf(twice).problems).toEqual({ 'criteria.1.key': { kind: 'keyTwice' } });
  });

  it('makes keys of names, past the ones that are taken', () => {
    const named = (zh: string, en: string, key = '') => ({ key, name: { zh, en } });
    const criteria = [named('', 'Needs & hopes!'), named('特色', ''), named('', 'Needs hopes'), named('', '…'), needs];
    expect(keysOf(criteria)).toEqual(['needs-hopes', '特色', 'needs-hopes-2', 'criterion', 'needs']);
  });

  it('can begin with five criteria that need nothing more', () => {
    const { rubric } = rubricOf({ requiresComment: false, criteria: startingCriteria() });
    expect(rubric?.criteria.map(({ key }) => key)).toEqual([
      'needs',
      'goals',
      'implementation',
      'outcomes',
      'features',
    ]);
    expect(sharesOf(startingCriteria())).toEqual([20, 20, 20, 20, 20]);
  });
});

describe('weights and scales', () => {
  it.each([
    [
      ['1', '3'],
      [25, 75],
    ],
    [
      ['40', '', 'abc', '-5'],
      [100, 0, 0, 0],
    ],
    [
      ['', '0'],
      [0, 0],
    ],
  ])('shares %j as %j', (weights, shares) => {
    expect(sharesOf(weights.map((weight) => ({ weight })))).toEqual(shares);
  });

  it('adds a criterion on the scale of the last and of average weight', () => {
    const hundred = withScale({ ...needs, weight: '10' }, 'hundred');
    expect(newCriterion([needs, hundred])).toMatchObject({ weight: '20', scale: 'hundred', maximum: '100' });
  });

  it('knows its scales, and moves levels along', () => {
    expect(scaleOf({ minimum: '0.0', maximum: '10', step: '0.25' })).toBe('tenByQuarter');
    expect(scaleOf({ minimum: '0', maximum: '20', step: '1' })).toBe('own');
    expect(withScale(needs, 'hundred')).toMatchObject({ maximum: '100', step: '1', levels: [{ from: '90' }] });
    expect(withScale(needs, 'five')).toMatchObject({ minimum: '1', maximum: '5', levels: [{ from: '5' }] });
    expect(withScale(needs, 'own')).toEqual({ ...needs, scale: 'own' });
  });
});

describe('which rubric holds', () => {
  const rubric = (id: string, stage: string | null, category: string | null) =>
    ({ id, stage: stage && { id: stage }, category: category && { id: category } }) as unknown as EditedRubric;
  const rubrics = [rubric('all', null, null), rubric('final', 'f', null), rubric('health', null, 'h')];

  it.each([
    [null, null, 'all', 'all'],
    ['r', null, null, 'all'],
    ['f', 'e', null, 'final'],
    ['f', 'h', null, 'health'],
    [null, 'h', 'health', 'health'],
  ])('for stage %s and category %s: its own %s, held by %s', (stageId, categoryId, own, holding) => {
    const found = rubricsAt(rubrics, { stageId, categoryId });
    expect([found.own?.id ?? null, found.holding?.id]).toEqual([own, holding]);
  });

  it('ends with the first of its stages to open', () => {
    const stage = (id: string, kind: string, opensAt: string) => ({ id, kind, opensAt });
    const competition = {
      stages: [
        stage('f', 'FINAL', '2026-12-01T00:00:00Z'),
        stage('r', 'REVIEW', '2026-11-01T00:00:00Z'),
        stage('v', 'VOTING', '2026-10-01T00:00:00Z'),
      ],
    } as RubricCompetition;
    const first = (stageId: string | null) =>
      firstToOpen(coveredStages(competition, { stageId, categoryId: null }))?.id;
    expect([first(null), first('f')]).toEqual(['r', 'f']);
  });
});
