import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pool, type ScoringRule } from './contract.ts';
import { rank } from './ties/rank.ts';
import { score } from './scorers/score.ts';
import { makeRule, plainPool, somePool, someRule } from './test/pools.ts';

const ranksOf = (rule: ScoringRule, pool: Pool) =>
  new Map(rank(rule, pool, score(rule, pool)).map((row) => [row.entry, row.rank]));

/** Each judge's whole marks from 0 to 9, put on a scale of that judge's own. */
function onOwnScales(
  rows: readonly (readonly (number | null)[])[],
  scaleOf: (judge: number) => (mark: number) => number = () => (mark) => mark,
) {
  return plainPool(
    Object.fromEntries(
      rows.map((row, entry) => [
        `e${entry}`,
        Object.fromEntries(
          row.flatMap((mark, judge) => (mark === null ? [] : [[`j${judge}`, String(scaleOf(judge)(mark))]])),
        ),
      ]),
    ),
  );
}

const someRows = (isFull = false) =>
  fc.array(fc.array(isFull ? fc.nat(9) : fc.option(fc.nat(9), { freq: 6 }), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
const fine = makeRule({ scale: 'FACTORS', totalPlaces: 6 });

describe('what a judge does to all marks alike changes nothing', () => {
  const scale = fc.record({ times: fc.constantFrom(0.5, 1, 3, 10), plus: fc.integer({ min: -50, max: 50 }) });
  const scales = fc.array(scale, { minLength: 4, maxLength: 4 });

  test.each(['Z_SCORE', 'LINEAR', 'RANK_POINTS', 'COPELAND'] as const)('a scale and a shift, under %s', (method) => {
    fc.assert(
      fc.property(someRows(), scales, (rows, own) => {
        const rule = { ...fine, method };
        const scaled = onOwnScales(rows, (judge) => (mark) => own[judge]!.times * mark + own[judge]!.plus);
        expect(score(rule, scaled).map(({ total }) => total)).toEqual(
          score(
            rule,
            onOwnScales(rows, () => (mark) => mark),
          ).map(({ total }) => total),
        );
      }),
    );
  });

  test('a shift, under JUDGE_EFFECT, where all judges can be compared', () => {
    fc.assert(
      fc.property(someRows(true), scales, (rows, own) => {
        const rule: ScoringRule = { ...fine, method: 'JUDGE_EFFECT' };
        const gaps = rows.map((row, entry) =>
          row.map((mark, judge) => (entry > 0 && (entry + judge) % 3 === 0 ? null : mark)),
        );
        const shifted = onOwnScales(gaps, (judge) => (mark) => mark + own[judge]!.plus);
        expect(ranksOf(rule, shifted)).toEqual(
          ranksOf(
            rule,
            onOwnScales(gaps, () => (mark) => mark),
          ),
        );
      }),
    );
  });

  test.each(['RANK_POINTS', 'COPELAND'] as const)('anything that keeps their order, under %s', (method) => {
    const steps = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 10, maxLength: 10 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(someRows(), steps, (rows, own) => {
        const rule = { ...fine, method };
        const bent = (judge: number) => (mark: number) =>
          own[judge]!.slice(0, mark + 1).reduce((sum, step) => sum + step, 0);
        expect(ranksOf(rule, onOwnScales(rows, bent))).toEqual(
          ranksOf(
            rule,
            onOwnScales(rows, () => (mark) => mark),
          ),
        );
      }),
    );
  });
});

test('dropping any number of equal marks leaves their mean', () => {
  const rule = fc.tuple(someRule({ method: 'TRIMMED_MEAN', quorum: 1 }), somePool({ gaps: false, judges: 1 }));
  fc.assert(
    fc.property(rule, ([trimmed, pool]) => {
      const alike = {
        ...pool,
        sheets: pool.sheets.flatMap((sheet) => ['a', 'b', 'c', 'd', 'e'].map((judge) => ({ ...sheet, judge }))),
      };
      expect(score(trimmed, alike)).toEqual(score({ ...trimmed, method: 'MEAN' }, alike));
    }),
  );
});

describe('a sheet with no mark above any the entry has', () => {
  const methods = ['MEAN', 'TRIMMED_MEAN', 'MEDIAN'] as const;
  // Each of these falls, or stays, with such a sheet. FIRSTS and HEAD_TO_HEAD need not, see below.
  const ties = fc.shuffledSubarray<ScoringRule['ties'][number]>([
    { kind: 'CRITERION', key: 'goals' },
    { kind: 'MEDIAN' },
    { kind: 'VOTES' },
    { kind: 'LOT' },
  ]);

  test.each(methods)('never raises its rank, under %s', (method) => {
    fc.assert(
      fc.property(somePool(), someRule({ method }), ties, fc.nat(2), (pool, declared, ladder, less) => {
        const rule = { ...declared, ties: ladder };
        const before = ranksOf(rule, pool);
        for (const entry of pool.entries) {
          const own = pool.sheets.filter((sheet) => sheet.entry === entry.id);
          // Who had no score may get one, and who had no complete sheet a median: those are other matters.
          const isWhole = own.some(({ marks }) => !marks.includes(null));
          if (before.get(entry.id) === null || !isWhole) continue;
          const marks = pool.rubrics[entry.rubric]!.map((_, criterion) =>
            String(Math.min(...own.flatMap((sheet) => Number(sheet.marks[criterion] ?? Infinity))) - less),
          );
          const after = ranksOf(rule, { ...pool, sheets: [...pool.sheets, { judge: 'new', entry: entry.id, marks }] });
          expect(after.get(entry.id)).toBeGreaterThanOrEqual(before.get(entry.id)!);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(['RANK_POINTS', 'Z_SCORE', 'LINEAR', 'JUDGE_EFFECT'] as const)(
    'may raise it under %s, as it may be high for that judge',
    (method) => {
      const rule = makeRule({ method });
      const marks = { d: { j1: '85', j2: '10' }, c: { j1: '70' }, b: { j1: '60' } };
      expect(ranksOf(rule, plainPool(marks)).get('b')).toBe(3);
      expect(ranksOf(rule, plainPool({ ...marks, b: { j1: '60', j2: '50' } })).get('b')).toBeLessThan(3);
    },
  );

  test('may raise it under COPELAND, as it may win against an entry not met before', () => {
    const rule = makeRule({ method: 'COPELAND' });
    const marks = { d: { j2: '10' }, c: { j1: '70' }, b: { j1: '60' } };
    expect(ranksOf(rule, plainPool(marks)).get('b')).toBe(3);
    expect(ranksOf(rule, plainPool({ ...marks, b: { j1: '60', j2: '50' } })).get('b')).toBe(2);
  });

  test('may decide a tie by first places, as it may be the top of what that judge has', () => {
    const rule = makeRule({ method: 'MEDIAN', ties: [{ kind: 'FIRSTS' }] });
    const marks = { a: { j1: '60', j2: '60' }, b: { j3: '60', j1: '60' } };
    expect(ranksOf(rule, plainPool(marks)).get('a')).toBe(1);
    expect(ranksOf(rule, plainPool({ ...marks, b: { j3: '60', j1: '60', j4: '60' } })).get('a')).toBe(2);
  });
});
