import { describe, expect, it } from 'vitest';
import { formatDecimal, isOnScale, parseDecimal, sheetTotal, stepped, wholeMarks, type Scale } from './decimal';

const scale = (id: string, weight = '20', maximum = '10', step = '0.5'): Scale => ({ id, weight, maximum, step });
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
  ['-1', null],
  ['8.55555', null],
  ['eight', null],
])('reads %j as %s thousandths', (text, value) => expect(parseDecimal(text)).toBe(value));

it('writes the shortest form', () => {
  expect([8500n, 8000n, 50n, 0n].map(formatDecimal)).toEqual(['8.5', '8', '0.05', '0']);
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

it('offers whole marks as buttons only where a row can hold them', () => {
  expect(wholeMarks(scale('a'))).toHaveLength(11);
  expect(wholeMarks(scale('a', '20', '100', '1'))).toBeNull();
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

  it('is 100 for full marks', () => {
    expect(sheetTotal([scale('a'), scale('b', '0.333', '7')], marks({ a: '10', b: '7' }))).toBe('100.00');
  });
});
