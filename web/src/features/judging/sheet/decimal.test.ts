import { describe, expect, it } from 'vitest';
import {
  buttonsOf,
  formatDecimal,
  isOnScale,
  parseDecimal,
  sheetTotal,
  stepCount,
  stepped,
  type Scale,
} from './decimal';
import { levelAt, rangeOf } from './levels';

const scale = (id: string, weight = '20', maximum = '10', step = '0.5', minimum = '0'): Scale => ({
  id,
  weight,
  minimum,
  maximum,
  step,
});
const marks = (values: Record<string, string>) =>
  new Map(Object.entries(values).map(([id, value]) => [id, parseDecimal(value) ?? 0n]));

it.each([
  ['8', 8000n],
  ['8.5', 8500n],
  ['8.', 8000n],
  ['０８。５', 8500n],
  ['7,25', 7250n],
  ['8.5000', 8500n],
  ['', null],
  ['-1', -1000n],
  ['－0.5', -500n],
  ['--1', null],
  ['8.55555', null],
  ['eight', null],
])('reads %j as %s thousandths', (text, value) => expect(parseDecimal(text)).toBe(value));

it('writes the shortest form', () => {
  expect([8500n, 8000n, 50n, 0n, -1500n].map(formatDecimal)).toEqual(['8.5', '8', '0.05', '0', '-1.5']);
});

it('knows what is on the scale', () => {
  const half = scale('a');
  expect([0n, 8500n, 10_000n].map((value) => isOnScale(value, half))).toEqual([true, true, true]);
  expect([8250n, 10_500n].map((value) => isOnScale(value, half))).toEqual([false, false]);
});

it('steps within the scale', () => {
  const half = scale('a');
  expect(stepped(8000n, 1, half)).toBe(8500n);
  expect(stepped(10_000n, 1, half)).toBe(10_000n);
  expect(stepped(0n, -1, half)).toBe(0n);
  expect(stepped(null, 1, half)).toBe(0n);
  expect(stepped(null, -1, half)).toBe(10_000n);
});

it('counts steps from the minimum on', () => {
  const odd = scale('a', '20', '5', '2', '1');
  expect([1000n, 2000n, 3000n].map((value) => isOnScale(value, odd))).toEqual([true, false, true]);
  expect([stepped(null, 1, odd), stepped(1000n, -1, odd), stepped(3000n, 1, odd)]).toEqual([1000n, 1000n, 5000n]);
  expect(isOnScale(-2000n, scale('a', '20', '2', '1', '-2'))).toBe(true);
});

it('offers all marks as buttons, or the whole ones, or none, by what a row can hold', () => {
  const row = (of: Scale) => buttonsOf(of)?.map(formatDecimal).join(' ') ?? null;
  expect(row(scale('a', '20', '5', '1', '1'))).toBe('1 2 3 4 5');
  expect(row(scale('a', '20', '2', '0.5'))).toBe('0 0.5 1 1.5 2');
  expect(row(scale('a', '20', '10', '0.25'))).toBe('0 1 2 3 4 5 6 7 8 9 10');
  expect(row(scale('a', '20', '100', '1'))).toBeNull();
  expect(stepCount(scale('a', '20', '100', '1'))).toBe(100);
});

it('finds the level a mark lies in', () => {
  const levels = ['1', '4', '8'].map((from) => ({ from, wording: `from ${from}` }));
  expect([0n, 1000n, 7500n, 10_000n].map((mark) => levelAt(levels, mark)?.wording)).toEqual([
    undefined,
    'from 1',
    'from 4',
    'from 8',
  ]);
  expect(levels.map((level) => rangeOf(levels, level, scale('a')))).toEqual(['1–3.5', '4–7.5', '8–10']);
});

describe('the total of a sheet', () => {
  it('is nothing before the first mark', () => {
    expect(sheetTotal([scale('a')], new Map())).toBeNull();
  });

  it('weighs the marks given so far', () => {
    const scales = [scale('a', '30'), scale('b', '10'), scale('c', '60')];
    expect(sheetTotal(scales, marks({ a: '8', b: '10' }))).toBe('85.00');
  });

  it('joins scales of different length', () => {
    expect(sheetTotal([scale('a', '0.5', '30', '1'), scale('b', '0.5', '5', '1')], marks({ a: '10', b: '5' }))).toBe(
      '66.67',
    );
  });

  it('rounds half up, where floats would not', () => {
    // 8.1 of 10 at weight 1 and 0.15 of 10 at weight 3: 8.55 ÷ 40 is 21.375 exactly.
    expect(sheetTotal([scale('a', '1'), scale('b', '3')], marks({ a: '8.1', b: '0.15' }))).toBe('21.38');
    expect(sheetTotal([scale('a', '1', '1000')], marks({ a: '0.05' }))).toBe('0.01');
  });

  it('rounds half away from zero where marks may be negative', () => {
    expect(sheetTotal([scale('a', '1', '1000', '0.05', '-1000')], marks({ a: '-0.05' }))).toBe('-0.01');
  });

  it('is 100 for full marks', () => {
    expect(sheetTotal([scale('a'), scale('b', '0.333', '7')], marks({ a: '10', b: '7' }))).toBe('100.00');
  });
});
