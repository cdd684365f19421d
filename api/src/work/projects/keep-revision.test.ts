import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinsKept, takenAway } from './keep-revision.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute));
const text = '字'.repeat(600);

test.each<[string, string | null, number, string, boolean]>([
  ['the same person goes on writing', 'a', 4, `${text}更多`, true],
  ['five minutes after the first of their saves', 'a', 5, `${text}更多`, false],
  ['somebody else writes', 'b', 1, `${text}更多`, false],
  ['nobody we know writes', null, 1, `${text}更多`, false],
  ['199 characters go', 'a', 1, text.slice(199), true],
  ['200 characters go', 'a', 1, text.slice(200), false],
  ['200 characters are written over', 'a', 1, `${text.slice(0, 100)}${'词'.repeat(200)}${text.slice(300)}`, false],
  ['all of it is taken away', 'a', 1, '', false],
])('a version is joined to the one before: %s', (_, savedById, minute, next, isJoined) => {
  const kept = { text, begunAt: at(0), savedById: savedById === null ? null : 'a' };
  expect(joinsKept(kept, { text: next, savedAt: at(minute), savedById })).toBe(isJoined);
});

test('what is taken away is what stood between the same beginning and the same end', () => {
  expect(takenAway('每周两次上门', '每周三次上门')).toBe(1);
  expect(takenAway('𠮷野家', '野家')).toBe(1);
  const word = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(word, word, word, word, (head, gone, come, tail) => {
      expect(takenAway(head + gone + tail, head + come + tail)).toBeLessThanOrEqual(Array.from(gone).length);
      expect(takenAway(head + tail, head + come + tail)).toBe(0);
    }),
  );
});
