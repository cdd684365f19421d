import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from './agreement.ts';
import { alarms } from './alarms.ts';
import { makeRule, plainPool, somePool } from '../test/pools.ts';
import { score } from '../scorers/score.ts';

/** A row per entry and a column per judge: `1 2, 5 -` is two entries, the second without a sheet of the second judge. */
const fromRows = (rows: string) =>
  plainPool(
    Object.fromEntries(
      rows.split(', ').map((row, entry) => {
        const marks = row.split(' ').flatMap((mark, judge) => (mark === '-' ? [] : [[`j${judge + 1}`, mark]]));
        return [`e${entry + 1}`, Object.fromEntries(marks)];
      }),
    ),
  );

describe("Kendall's W", () => {
  test.each([
    ['one order', '1 10 3, 2 20 6, 3 30 9', '1.0000'],
    ['opposite orders', '1 3, 2 2, 3 1', '0.0000'],
    // Ranks 1 2.5 2.5, 1 2 3 and 2 1 3: R = 4, 5.5, 8.5; (12 · 118.5 − 1296) ÷ (216 − 18).
    ['equal marks share a rank', '1 1 2, 2 2 1, 2 3 3', '0.6364'],
  ])('%s', (_, rows, w) => {
    expect(agreement(fromRows(rows)).kendallW).toBe(w);
  });

  test.each([
    ['one judge', '1, 2', 'TOO_FEW_JUDGES'],
    ['one entry', '1 2', 'TOO_FEW_ENTRIES'],
    ['a sheet is missing', '1 2, 2 -', 'SHEETS_MISSING'],
    ['all is equal', '5 5, 5 5', 'NO_DIFFERENCES'],
  ])('none, with the reason: %s', (_, rows, reason) => {
    expect(agreement(fromRows(rows))).toMatchObject({ kendallW: null, kendallWReason: reason });
  });
});

describe('ICC(1,1)', () => {
  // Table 2 of Shrout & Fleiss (1979): six targets, four judges; published as .17.
  const table = '9 2 5 8, 6 1 3 2, 8 4 6 8, 7 1 2 6, 10 5 6 9, 6 2 4 7';
  test('comes out as published', () => {
    expect(agreement(fromRows(table)).icc).toBe('0.1657');
  });

  test('unequal numbers of judges are allowed', () => {
    // n = 3, N = 5, MSB = 12.9, MSW = 0.5, k0 = 1.6: 12.4 ÷ 13.2.
    expect(agreement(fromRows('1 2, 5 -, 6 7')).icc).toBe('0.9394');
  });

  test.each([
    ['one entry', '1 2', 'TOO_FEW_ENTRIES'],
    ['nobody marked what another marked', '1 -, - 2', 'NO_REPEATS'],
    ['all is equal', '5 5, 5 5', 'NO_DIFFERENCES'],
  ])('none, with the reason: %s', (_, rows, reason) => {
    expect(agreement(fromRows(rows))).toMatchObject({ icc: null, iccReason: reason });
  });
});

test('severity compares a judge with the others on the same entries', () => {
  const { judges } = agreement(fromRows('60 70 80, 50 60 -, - 90 -'));
  expect(judges).toEqual([
    { judge: 'j1', sheets: 2, mean: '55.0000', spread: '5.0000', severity: '-12.5000', compared: 2 },
    { judge: 'j2', sheets: 3, mean: '73.3333', spread: '12.4722', severity: '5.0000', compared: 2 },
    { judge: 'j3', sheets: 1, mean: '80.0000', spread: '0.0000', severity: '15.0000', compared: 1 },
  ]);
});

test('W and ICC lie in their range, and more of the same makes no difference to the profiles', () => {
  fc.assert(
    fc.property(somePool(), (pool) => {
      const result = agreement(pool);
      if (result.kendallW) expect(Number(result.kendallW)).toBeGreaterThanOrEqual(0);
      if (result.kendallW) expect(Number(result.kendallW)).toBeLessThanOrEqual(1);
      if (result.icc) expect(Number(result.icc)).toBeLessThanOrEqual(1);
      const counted = score(makeRule({ level: 'SHEET' }), pool).reduce((sum, { sheets }) => sum + sheets, 0);
      expect(result.judges.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(counted);
    }),
  );
});

describe('alarms', () => {
  test('an entry whose sheets lie further apart than the threshold is named with the judge who stands out', () => {
    const pool = fromRows('60 62 90, 50 60 70, 10 80 82, 40 70 -');
    expect(alarms(pool, '20')).toEqual([
      { entry: 'e3', sheets: 3, range: '72.00', judge: 'j1', isBelow: true },
      { entry: 'e1', sheets: 3, range: '30.00', judge: 'j3', isBelow: false },
      { entry: 'e4', sheets: 2, range: '30.00', judge: null, isBelow: null },
    ]);
    expect(alarms(pool, '72')).toEqual([]);
  });

  test('the scale begins at its minimum: from 1 to 5, three points are 75 percent', () => {
    const pool = fromRows('2 5');
    const likert = { ...pool, rubrics: [[{ ...pool.rubrics[0]![0]!, minimum: '1', maximum: '5' }]] };
    expect(alarms(likert, '10')[0]?.range).toBe('75.00');
    expect(alarms(likert, '10', 'FACTORS')[0]?.range).toBe('75.00');
  });
});
