import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonPassages, runsOf } from './common-passages';

const marked = (text: string, ...others: string[]) =>
  commonPassages(text, runsOf(others))
    .pieces.filter(({ isCommon }) => isCommon)
    .map((piece) => piece.text);

it.each([
  ['每周两次上门照看独居老人，还教用手机。', '我们每周两次上门照看独居老人。', ['每周两次上门照看独居老人']],
  ['照看独居老人', '照看独居老人', ['照看独居老人']],
  ['照看独居', '照看独居', []],
  [
    'We visit elders who live alone, twice a week.',
    'They visit elders who live alone twice a month',
    ['visit elders who live alone, twice a'],
  ],
  ['', '每周两次上门照看独居老人', []],
])('what “%s” has in common with “%s”', (text, other, expected) => {
  expect(marked(text, other)).toEqual(expected);
});

const words = fc.string({ unit: fc.constantFrom('老', '人', '照', '看', 'a', 'b', ' ', '，'), maxLength: 60 });

it('keeps every letter, and all of a text stands in itself', () => {
  fc.assert(
    fc.property(words, words, (text, other) => {
      const { pieces, common, all } = commonPassages(text, runsOf([other]));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(common).toBeLessThanOrEqual(all);
      const own = commonPassages(text, runsOf([text]));
      expect(own.common).toBe(own.all < 6 ? 0 : own.all);
    }),
  );
});
