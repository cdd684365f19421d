import { expect, it } from 'vitest';
import { compare } from './compare';

it.each([
  ['', '', []],
  ['同一句。', '同一句。', [['both', '同一句。']]],
  [
    '每周两次上门，照看老人。一切都好。',
    '每周三次上门，照看老人。一切都好。还有电话。',
    [
      ['before', '每周两次上门，'],
      ['after', '每周三次上门，'],
      ['both', '照看老人。一切都好。'],
      ['after', '还有电话。'],
    ],
  ],
  ['All gone.', '', [['before', 'All gone.']]],
])('what became of %j as %j', (before, after, pieces) => {
  expect(compare(before, after).map((piece) => [piece.in, piece.text])).toEqual(pieces);
});

it('loses nothing of either text', () => {
  const [before, after] = ['一，二，三。四；五', '零，二，三。五；六\n七'];
  const pieces = compare(before, after);
  const join = (where: string) => pieces.flatMap((piece) => (piece.in === where ? [] : piece.text)).join('');
  expect(join('after')).toBe(before);
  expect(join('before')).toBe(after);
});
