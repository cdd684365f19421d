import fc from 'fast-check';
import { type Method, type Pool, type PoolSheet, type ScoringRule, type TieStep } from '../contract.ts';

const methods = [
  'MEAN',
  'TRIMMED_MEAN',
  'MEDIAN',
  'RANK_POINTS',
  'Z_SCORE',
  'LINEAR',
  'JUDGE_EFFECT',
  'COPELAND',
] as const satisfies readonly Method[];

/** A rule that fills in what a test does not care about. */
export function makeRule(rule: Partial<ScoringRule> = {}): ScoringRule {
  return {
    method: 'MEAN',
    level: 'CRITERION',
    scale: 'PERCENT',
    dropHighest: 0,
    dropLowest: 0,
    criterionPlaces: null,
    factoredPlaces: null,
    totalPlaces: 2,
    quorum: 1,
    ties: [],
    lotSeed: 'seed',
    ...rule,
  };
}

/** One rubric of one criterion from 0 to 100, and per entry each judge's mark: { a: { j1: '80' } }. */
export function plainPool(marks: Record<string, Record<string, string | null>>): Pool {
  return {
    rubrics: [[{ id: 'c', key: 'c', weight: '1', minimum: '0', maximum: '100' }]],
    entries: Object.keys(marks).map((id) => ({ id, rubric: 0, lotKey: id, votes: 0 })),
    sheets: Object.entries(marks).flatMap(([entry, given]) =>
      Object.entries(given).map(([judge, mark]) => ({ judge, entry, marks: [mark] })),
    ),
  };
}

const keys = ['needs', 'goals', 'outcomes', 'features'];

const criterionOf = (key: string) =>
  fc.record({
    id: fc.constant(`id of ${key}`),
    key: fc.constant(key),
    weight: fc.constantFrom('1', '0.8', '20', '33.333', '1.6'),
    minimum: fc.constant('0'),
    maximum: fc.constantFrom('10', '5', '100', '7'),
  });

const rubric = fc
  .subarray(keys, { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen.map(criterionOf)).map((criteria) => [...criteria]));

interface PoolShape {
  /** Whether single marks and whole sheets may be missing. */
  gaps?: boolean;
  entries?: number;
  judges?: number;
}

/** Small pools with several rubrics and coarse marks, so that ties and gaps are common. */
export function somePool({ gaps = true, entries = 7, judges = 5 }: PoolShape = {}): fc.Arbitrary<Pool> {
  return fc
    .record({
      rubrics: fc.array(rubric, { minLength: 1, maxLength: 2 }),
      entryCount: fc.integer({ min: 1, max: entries }),
      judgeCount: fc.integer({ min: 1, max: judges }),
    })
    .chain(({ rubrics, entryCount, judgeCount }) => {
      const cells = entryCount * judgeCount;
      return fc.record({
        rubrics: fc.constant(rubrics),
        entries: fc.tuple(
          ...Array.from({ length: entryCount }, (_, index) =>
            fc.record({
              id: fc.constant(`entry ${index}`),
              rubric: fc.nat(rubrics.length - 1),
              lotKey: fc.constant(`${index + 1}`),
              votes: fc.nat(2),
            }),
          ),
        ),
        // Per entry and judge: whether there is a sheet (gaps), and marks for the longest rubric.
        rows: fc.array(
          fc.record({
            isGiven: gaps ? fc.nat(4).map((n) => n > 0) : fc.constant(true),
            marks: fc.array(gaps ? fc.option(mark, { freq: 9 }) : mark, { minLength: 4, maxLength: 4 }),
          }),
          { minLength: cells, maxLength: cells },
        ),
        judgeCount: fc.constant(judgeCount),
      });
    })
    .map(({ rubrics, entries: all, rows, judgeCount }) => ({
      rubrics,
      entries: all,
      sheets: rows.flatMap(({ isGiven, marks }, cell): PoolSheet[] => {
        const entry = all[Math.floor(cell / judgeCount)]!;
        const judge = `judge ${cell % judgeCount}`;
        return isGiven ? [{ judge, entry: entry.id, marks: marks.slice(0, rubrics[entry.rubric]!.length) }] : [];
      }),
    }));
}

const mark = fc.oneof(fc.constantFrom('0', '1', '2', '3', '4', '5'), fc.constantFrom('2.5', '3.25', '4.125', '-1'));

const steps: readonly TieStep[] = [
  { kind: 'CRITERION', key: 'goals' },
  { kind: 'FIRSTS' },
  { kind: 'HEAD_TO_HEAD' },
  { kind: 'MEDIAN' },
  { kind: 'VOTES' },
];

export function someRule(fixed: Partial<ScoringRule> = {}): fc.Arbitrary<ScoringRule> {
  const places = fc.constantFrom(null, 0, 1, 2, 4);
  return fc
    .record({
      method: fc.constantFrom(...methods),
      level: fc.constantFrom('CRITERION' as const, 'SHEET' as const),
      scale: fc.constantFrom('PERCENT' as const, 'FACTORS' as const),
      dropHighest: fc.nat(2),
      dropLowest: fc.nat(2),
      criterionPlaces: places,
      factoredPlaces: places,
      totalPlaces: fc.constantFrom(0, 1, 2, 4),
      quorum: fc.nat(2),
      ties: fc.shuffledSubarray([...steps]),
    })
    .map((rule) => makeRule({ ...rule, ...fixed }));
}
