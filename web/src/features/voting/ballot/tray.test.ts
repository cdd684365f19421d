import { describe, expect, it } from 'vitest';
import { mostPoints, moved, pointsLeft, problemOf, worthOf, type TrayChoice, type TrayRule } from './tray';

const rule: TrayRule = {
  method: 'APPROVAL',
  minChoices: 2,
  maxChoices: 3,
  maxPoints: 5,
  maxSum: 8,
  votesPerCategory: null,
};
const choices = (...points: number[]): TrayChoice[] =>
  points.map((given, index) => ({
    entryId: `e${index}`,
    number: index,
    title: `Entry ${index}`,
    categoryId: index === 2 ? 'health' : 'law',
    points: given,
  }));

describe('what keeps choices from being a ballot', () => {
  it.each([
    ['fewer than wanted', {}, choices(1), { key: 'tooFew', count: 1 }],
    ['more than allowed', {}, choices(1, 1, 1, 1), { key: 'tooMany', count: 1 }],
    ['enough', {}, choices(1, 1), null],
    ['too many points', { method: 'POINTS' }, choices(5, 5), { key: 'sum', count: 2 }],
    ['points do not matter where none are given', { method: 'RANKED' }, choices(5, 5), null],
    ['too many of one category', { votesPerCategory: 1 }, choices(1, 1), { key: 'category', count: 1 }],
  ] as [string, Partial<TrayRule>, TrayChoice[], unknown][])('%s', (_what, change, given, problem) => {
    expect(problemOf({ ...rule, ...change }, given)).toEqual(problem);
  });
});

it('gives the first of at most three places three points, however many are taken', () => {
  const ranked: TrayRule = { ...rule, method: 'RANKED' };
  expect(choices(1, 1).map((choice, place) => worthOf(ranked, choice, place))).toEqual([3, 2]);
});

it('lets no choice have more points than the sum has left', () => {
  const [first = choices(0)[0]!, second = first] = choices(5, 1);
  expect(mostPoints(rule, [first, second], second)).toBe(3);
  expect(pointsLeft(rule, [first, second])).toBe(2);
  expect(mostPoints(rule, [second], second)).toBe(5);
});

it('moves a choice by a place and no further than the ends', () => {
  const order = (list: TrayChoice[]) => list.map(({ entryId }) => entryId).join(' ');
  const three = choices(1, 1, 1);
  expect(order(moved(three, 'e0', 1))).toBe('e1 e0 e2');
  expect(order(moved(three, 'e0', -1))).toBe('e0 e1 e2');
  expect(order(moved(three, 'e2', -5))).toBe('e2 e0 e1');
});
