import { expect, test } from 'vitest';
import { isOnScale, sheetTotal } from './sheet-total.ts';

const scale = (id: string, weight = '20', maximum = '10') => ({ id, weight, maximum });

test.each([
  ['all alike', { a: '8', b: '8', c: '8' }, '80.00'],
  ['rounds half up at the second decimal', { a: '9.5', b: '9', c: '9.5' }, '93.33'],
  ['only what is given', { a: '7.5' }, '75.00'],
])('the total of a sheet: %s', (_, marks, total) => {
  expect(sheetTotal([scale('a'), scale('b'), scale('c')], new Map(Object.entries(marks)))).toBe(total);
});

test('weights and maxima of their own are respected', () => {
  const criteria = [scale('a', '3', '10'), scale('b', '1', '100')];
  const marks = new Map([
    ['a', '5'],
    ['b', '100'],
  ]);
  expect(sheetTotal(criteria, marks)).toBe('62.50');
  expect(sheetTotal(criteria, new Map())).toBeNull();
});

test.each([
  ['0', '0', '10', '0.5', true],
  ['10', '0', '10', '0.5', true],
  ['7.5', '0', '10', '0.5', true],
  ['7.25', '0', '10', '0.5', false],
  ['10.5', '0', '10', '0.5', false],
  ['-0.5', '0', '10', '0.5', false],
  ['1', '1', '5', '1', true],
  ['0', '1', '5', '1', false],
  ['2.5', '1', '5', '1', false],
  ['3', '1', '5', '2', true],
  ['4', '1', '5', '2', false],
  ['-3', '-3', '3', '1', true],
])('%s on %s to %s by %s: %s', (value, minimum, maximum, step, expected) => {
  expect(isOnScale(value, { minimum, maximum, step })).toBe(expected);
});
