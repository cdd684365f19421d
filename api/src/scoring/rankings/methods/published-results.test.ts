import { expect, test } from 'vitest';
import { score } from './scorers/score.ts';
import { makeRule } from './test/pools.ts';

/**
 * Two performances of the ISU Grand Prix Final 2017: nine judges' marks on five components, and what was published.
 * CC BY 4.0, collected by BuzzFeed News from the ISU's published protocols.
 */
const performances = [
  {
    name: 'ice dance, free dance 08c6ee8862',
    factor: '1.2',
    criteria: [
      ['Composition', '10.0 10.0 10.0 10.0 9.75 9.75 10.0 10.0 9.75', '9.93'],
      ['Interpretation of the Music', '10.0 10.0 9.75 10.0 10.0 10.0 10.0 10.0 10.0', '10.00'],
      ['Performance', '10.0 10.0 10.0 10.0 10.0 9.5 10.0 10.0 9.75', '9.96'],
      ['Skating Skills', '9.75 9.75 9.75 9.75 10.0 9.5 9.75 10.0 9.75', '9.79'],
      ['Transitions', '9.75 9.75 9.75 9.75 9.5 9.5 10.0 9.75 9.5', '9.68'],
    ],
    total: '59.24',
    // Without the published roundings on the way it would be 59.23.
    unrounded: '59.23',
  },
  {
    name: 'junior ice dance, free dance 7cf920a3fa',
    factor: '1.2',
    criteria: [
      ['Composition', '7.5 8.25 7.25 8.0 7.25 7.5 7.75 8.25 6.75', '7.64'],
      ['Interpretation of the Music', '7.75 7.75 7.25 8.25 7.5 7.5 8.25 8.0 7.0', '7.71'],
      ['Performance', '7.5 8.0 7.5 8.0 7.5 7.75 8.0 8.0 7.5', '7.75'],
      ['Skating Skills', '7.5 7.75 7.5 7.75 7.5 7.75 7.75 7.75 7.25', '7.64'],
      ['Transitions', '7.0 7.5 6.75 7.5 7.25 7.5 7.25 7.5 6.5', '7.25'],
    ],
    total: '45.59',
    unrounded: '45.60',
  },
] as const;

const published = makeRule({
  method: 'TRIMMED_MEAN',
  scale: 'FACTORS',
  dropHighest: 1,
  dropLowest: 1,
  criterionPlaces: 2,
  factoredPlaces: 2,
});

test.each(performances)('$name comes out as published', ({ factor, criteria, total, unrounded }) => {
  const marks = criteria.map(([, row]) => row.split(' '));
  const pool = {
    rubrics: [criteria.map(([key]) => ({ id: key, key, weight: factor, minimum: '0.25', maximum: '10' }))],
    entries: [{ id: 'performance', rubric: 0, lotKey: '1', votes: 0 }],
    sheets: marks[0]!.map((_, judge) => ({
      judge: `J${judge + 1}`,
      entry: 'performance',
      marks: marks.map((row) => row[judge]!),
    })),
  };
  const [result] = score(published, pool);
  expect(result?.criteria.map(({ criterion, panelScore }) => [criterion, panelScore])).toEqual(
    criteria.map(([key, , panelScore]) => [key, panelScore]),
  );
  expect(result?.total).toBe(total);
  expect(score({ ...published, criterionPlaces: null, factoredPlaces: null }, pool)[0]?.total).toBe(unrounded);
});
