import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consensusOf, type Word } from './consensus.ts';
import { correctionEnd } from './correction-time.ts';
import { ReviewVerdict } from '../decision.entity.ts';

const words = (text: string): Word[] =>
  Array.from(text, (letter) => ({
    verdict: { a: ReviewVerdict.ACCEPT, r: ReviewVerdict.REJECT, t: ReviewVerdict.RETURN }[
      letter.toLowerCase()
    ] as ReviewVerdict,
    isSettling: letter !== letter.toLowerCase(),
  }));

// a, r, t: accept, reject, return; a capital settles.
test.each([
  ['', 1, null, false, false],
  ['a', 1, 'ACCEPT', false, false],
  ['r', 1, 'REJECT', false, false],
  ['t', 1, null, false, false],
  ['a', 2, null, false, false],
  ['aa', 2, 'ACCEPT', false, false],
  ['ar', 2, null, true, true],
  ['arA', 2, 'ACCEPT', false, false],
  ['arR', 2, 'REJECT', false, false],
  ['ar', 3, null, true, false],
  ['ara', 3, null, true, true],
  ['arar', 3, null, true, true],
  ['arara', 3, 'ACCEPT', false, false],
  ['tr', 1, 'REJECT', false, false],
  ['tar', 2, null, true, true],
] as const)('"%s" of %i needed: %s', (said, needed, settled, isSplit, awaitsSettling) => {
  expect(consensusOf(words(said), needed)).toEqual({ settled, isSplit, awaitsSettling });
});

test('whatever is said: it is settled by so many alike or by one who settles, and never both split and settled', () => {
  const word = fc.constantFrom('a', 'r', 't');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), (said, needed) => {
      const { settled, isSplit, awaitsSettling } = consensusOf(words(said.join('')), needed);
      const count = (letter: string) => said.filter((one) => one === letter).length;
      expect(settled !== null).toBe(count('a') >= needed || count('r') >= needed);
      expect(isSplit && settled !== null).toBe(false);
      if (awaitsSettling) expect(isSplit).toBe(true);
      // In which order they spoke makes no difference to whether it is settled.
      expect(consensusOf(words(said.toReversed().join('')), needed).isSplit).toBe(isSplit);
    }),
  );
});

describe('who has some days has all of the last one', () => {
  test.each([
    ['2026-11-21T12:00:00Z', 7, 'Asia/Shanghai', '2026-11-28T15:59:59.999Z'],
    ['2026-11-21T16:00:00Z', 7, 'Asia/Shanghai', '2026-11-29T15:59:59.999Z'],
    ['2026-10-24T12:00:00Z', 1, 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['2026-03-28T12:00:00Z', 1, 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['2028-02-28T12:00:00Z', 1, 'UTC', '2028-02-29T23:59:59.999Z'],
  ])('%s and %i days in %s', (now, days, zone, end) => {
    expect(correctionEnd(new Date(now), days, zone).toISOString()).toBe(end);
  });
});
