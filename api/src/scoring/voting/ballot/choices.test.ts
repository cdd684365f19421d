import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BallotMethod,
  BallotStyle,
  defaultBallotRule,
  type BallotRuleValues,
} from '../../../competition/competitions/index.ts';
import { choicesOf } from './choices.ts';
import { exposureScore } from '../shown/exposure-score.ts';
import { spendsOf, votesLeft } from './spends.ts';

const rule = { ...defaultBallotRule, style: BallotStyle.BALLOT, maxChoices: 5 };
const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 5 });

test('Borda points fall by one from place to place, from k, for any number of choices', () => {
  fc.assert(
    fc.property(ids, (entries) => {
      const choices = choicesOf(
        { ...rule, method: BallotMethod.RANKED },
        entries.map((entryId) => ({ entryId })),
      );
      expect(choices).toEqual(entries.map((entryId, place) => ({ entryId, points: 5 - place })));
    }),
  );
});

test('approval gives one point each, and points asked for are ignored', () => {
  fc.assert(
    fc.property(ids, fc.integer(), (entries, points) => {
      const choices = choicesOf(
        rule,
        entries.map((entryId) => ({ entryId, points })),
      );
      expect(choices).toEqual(entries.map((entryId) => ({ entryId, points: 1 })));
    }),
  );
});

test('a points ballot that passes keeps every limit, and one that does not names a limit it breaks', () => {
  const points = { ...rule, method: BallotMethod.POINTS, minChoices: 2, maxPoints: 3, maxSum: 7 };
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ entryId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), points: fc.integer({ min: -1, max: 5 }) }),
        { maxLength: 7 },
      ),
      (given) => {
        const result = choicesOf(points, given);
        const isGood =
          given.length >= 2 &&
          given.length <= 5 &&
          new Set(given.map(({ entryId }) => entryId)).size === given.length &&
          given.every((choice) => choice.points >= 1 && choice.points <= 3) &&
          given.reduce((sum, choice) => sum + choice.points, 0) <= 7;
        expect(Array.isArray(result)).toBe(isGood);
      },
    ),
  );
});

test.each<[Partial<BallotRuleValues>, string[]]>([
  [{}, ['day:2026-11-22 1/5']],
  [{ votesPerStage: 2 }, ['day:2026-11-22 1/5', 'stage 1/2']],
  [{ votesPerCategory: 3 }, ['day:2026-11-22 1/5', 'category:x 2/3', 'category:y 1/3']],
  [{ votesPerEntry: 1 }, ['day:2026-11-22 1/5', 'entry:a 1/1', 'entry:b 1/1', 'entry:c 1/1']],
])('%j: what a ballot of three uses', (limits, expected) => {
  const choices = [
    { entryId: 'a', categoryId: 'x' },
    { entryId: 'b', categoryId: 'x' },
    { entryId: 'c', categoryId: 'y' },
  ];
  const spends = spendsOf({ ...defaultBallotRule, ...limits }, '2026-11-22', choices);
  expect(spends.map(({ scope, amount, allowed }) => `${scope} ${amount}/${allowed}`)).toEqual(expected);
});

test('what is left is the smaller of day and stage, never below nothing', () => {
  const left = (used: [string, number][]) =>
    votesLeft({ ...defaultBallotRule, votesPerStage: 7 }, '2026-11-22', new Map(used));
  expect(left([])).toBe(5);
  expect(left([['day:2026-11-22', 2]])).toBe(3);
  expect(
    left([
      ['day:2026-11-22', 1],
      ['stage', 6],
    ]),
  ).toBe(1);
  expect(left([['stage', 7]])).toBe(0);
});

test('the exposure-corrected score: more choices never lower it, more showings never raise it, the floor bounds it', () => {
  expect(exposureScore(30, 100, 50)).toBe('0.3');
  expect(exposureScore(3, 3, 100)).toBe('0.03');
  expect(exposureScore(1, 3, 1)).toBe('0.333333');
  expect(exposureScore(0, 0, 1)).toBe('0');
  const count = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 10_000 }), (choices, shown, floor) => {
      const score = Number(exposureScore(choices, shown, floor));
      expect(Number(exposureScore(choices + 1, shown, floor))).toBeGreaterThanOrEqual(score);
      expect(Number(exposureScore(choices, shown + 1, floor))).toBeLessThanOrEqual(score);
      expect(score).toBeLessThanOrEqual(choices / floor + 1e-6);
    }),
  );
});
