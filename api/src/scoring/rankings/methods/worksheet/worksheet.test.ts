import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../ties/rank.ts';
import { score } from '../scorers/score.ts';
import { makeRule, plainPool, somePool, someRule } from '../test/pools.ts';
import { worksheet } from './worksheet.ts';

test('a trimmed mean shows who was dropped, the exact mean and each rounding', () => {
  const pool = plainPool({ a: { j1: '9', j2: '9.25', j3: '9.5', j4: '9', j5: '8' } });
  const rule = makeRule({
    method: 'TRIMMED_MEAN',
    scale: 'FACTORS',
    dropHighest: 1,
    dropLowest: 1,
    criterionPlaces: 2,
    factoredPlaces: 2,
  });
  expect(worksheet(rule, pool, 'a')).toMatchObject({
    criteria: [
      {
        marks: [
          { judge: 'j1', mark: '9', use: 'USED' },
          { judge: 'j2', mark: '9.25', use: 'USED' },
          { judge: 'j3', mark: '9.5', use: 'DROPPED_HIGHEST' },
          { judge: 'j4', mark: '9', use: 'USED' },
          { judge: 'j5', mark: '8', use: 'DROPPED_LOWEST' },
        ],
        mean: { fraction: '109/12', decimal: '9.083333' },
        panelScore: '9.08',
        factor: { fraction: '1' },
        factoredScore: '9.08',
      },
    ],
    sum: { fraction: '227/25' },
    total: '9.08',
    rank: 1,
    tie: null,
  });
});

test('a normalized sheet shows the total, what the method made of it, and why', () => {
  const pool = plainPool({ a: { j1: '80', j2: '60' }, b: { j1: '70', j2: '40' }, c: { j1: '60' } });
  const sheetsUnder = (method: 'RANK_POINTS' | 'Z_SCORE' | 'LINEAR' | 'JUDGE_EFFECT') =>
    worksheet(makeRule({ method }), pool, 'b').sheets;
  expect(sheetsUnder('RANK_POINTS')[0]).toEqual({
    judge: 'j1',
    total: { fraction: '70', decimal: '70.000000' },
    adjusted: { fraction: '50', decimal: '50.000000' },
    beside: { kind: 'RANK_POINTS', sheets: 3, below: 1, equal: 0 },
    use: 'USED',
  });
  expect(sheetsUnder('Z_SCORE')[1]).toMatchObject({
    adjusted: { fraction: null, decimal: '40.000000' },
    beside: { mean: '50', deviation: '10' },
  });
  expect(sheetsUnder('LINEAR')[0]).toMatchObject({
    adjusted: { fraction: '50' },
    beside: { lowest: '60', highest: '80' },
  });
  expect(sheetsUnder('JUDGE_EFFECT')[0]).toMatchObject({
    adjusted: { decimal: '57.500000' },
    beside: { effect: '12.5' },
  });
});

test('under Copeland it lists whom the entry met', () => {
  const pool = plainPool({ a: { j1: '80', j2: '60' }, b: { j1: '70', j2: '60' }, c: { j2: '90' }, d: { j3: '1' } });
  expect(worksheet(makeRule({ method: 'COPELAND' }), pool, 'a')).toMatchObject({
    pairs: [
      { entry: 'b', ahead: 1, behind: 0, equal: 1, points: '1' },
      { entry: 'c', ahead: 0, behind: 1, equal: 0, points: '0' },
    ],
    total: '50.00',
  });
});

test('a tie shows what each step saw in the entry and in its neighbours', () => {
  const pool = plainPool({ a: { j1: '50', j2: '70' }, b: { j1: '65', j2: '55' }, c: { j1: '60', j2: '60' } });
  const rule = makeRule({ ties: [{ kind: 'FIRSTS' }, { kind: 'HEAD_TO_HEAD' }, { kind: 'LOT' }], lotSeed: 's' });
  const { tie, rank: place } = worksheet(rule, pool, 'c');
  expect([place, tie?.entries]).toEqual([3, 3]);
  expect(tie?.rows.at(-1)).toEqual({ entry: 'c', rank: 3, values: ['0', null, null] });
  const [first, second] = worksheet(rule, pool, rank(rule, pool, score(rule, pool))[0]!.entry).tie!.rows;
  expect([first?.values.slice(0, 2), second?.values.slice(0, 2)]).toEqual([
    ['1', '0'],
    ['1', '0'],
  ]);
  const lots = [first, second].map((row) => row?.values[2] ?? '');
  expect(lots[0]! < lots[1]!).toBe(true);
});

test('a worksheet comes to what the score says, and to the same rank', () => {
  fc.assert(
    fc.property(somePool(), someRule(), (pool, rule) => {
      const scores = score(rule, pool);
      const ranks = new Map(rank(rule, pool, scores).map((row) => [row.entry, row.rank]));
      const recomputed = pool.entries.map(({ id }) => {
        const { entry, total, reason, counted: sheets, rank: place, criteria } = worksheet(rule, pool, id);
        const scored = criteria.map(({ criterion, panelScore, factoredScore }) => ({
          criterion,
          panelScore,
          factoredScore,
        }));
        return { entry, total, reason, sheets, criteria: scored, rank: place };
      });
      expect(recomputed).toEqual(scores.map((each) => ({ ...each, rank: ranks.get(each.entry) })));
    }),
    { numRuns: 150 },
  );
});
