import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balance } from './balance.ts';
import { isOnScale, sheetTotal } from './sheet-total.ts';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

test('every entry gets its judges, nobody twice, and loads differ by one at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (entries, judges, each) => {
        const chosen = balance(ids('e', entries), ids('j', judges), each, [], () => true);
        const perEntry = Map.groupBy(chosen, (c) => c.entryId);
        for (const list of perEntry.values())
          expect(new Set(list.map((c) => c.judgeId)).size).toBe(Math.min(each, judges));
        expect(perEntry.size).toBe(entries);
        const loads = ids('j', judges).map((id) => chosen.filter((c) => c.judgeId === id).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a second run fills only the gaps', () => {
  const first = balance(ids('e', 10), ids('j', 4), 2, [], () => true);
  expect(balance(ids('e', 10), ids('j', 4), 2, first, () => true)).toEqual([]);
  expect(balance(ids('e', 11), ids('j', 4), 2, first, () => true).map((c) => c.entryId)).toEqual(['e10', 'e10']);
});

test('who may not mark an entry is never given it', () => {
  const chosen = balance(ids('e', 20), ids('j', 3), 2, [], (judge, entry) => !(judge === 'j0' && entry === 'e3'));
  expect(chosen).not.toContainEqual({ entryId: 'e3', judgeId: 'j0' });
});

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
  expect(
    sheetTotal(
      criteria,
      new Map([
        ['a', '5'],
        ['b', '100'],
      ]),
    ),
  ).toBe('62.50');
  expect(sheetTotal(criteria, new Map())).toBeNull();
});

test.each([
  ['0', true],
  ['10', true],
  ['7.5', true],
  ['7.25', false],
  ['10.5', false],
  ['-0.5', false],
])('%s on 0 to 10 by 0.5: %s', (value, expected) => {
  expect(isOnScale(value, { maximum: '10', step: '0.5' })).toBe(expected);
});
