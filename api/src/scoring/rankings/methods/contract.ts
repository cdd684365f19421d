/** How the marks of an entry become its score; the formula of each is in the file that computes it. */
export type Method =
  | 'MEAN'
  | 'TRIMMED_MEAN'
  | 'MEDIAN'
  | 'RANK_POINTS'
  | 'Z_SCORE'
  | 'LINEAR'
  | 'JUDGE_EFFECT'
  | 'COPELAND';

/**
 * CRITERION: the judges' marks are brought together per criterion, then the criteria. SHEET: each sheet is totalled
 * first. Only MEAN, TRIMMED_MEAN and MEDIAN know both; the others compare judges' sheets and ignore the level.
 */
export type Level = 'CRITERION' | 'SHEET';

/** PERCENT: 100 · Σ w·(mark ÷ maximum) ÷ Σ w. FACTORS: Σ factor · mark. */
export type Scale = 'PERCENT' | 'FACTORS';

export type TieStep =
  | { kind: 'CRITERION'; key: string }
  | { kind: 'FIRSTS' }
  | { kind: 'HEAD_TO_HEAD' }
  | { kind: 'MEDIAN' }
  | { kind: 'VOTES' }
  | { kind: 'LOT' };

/** The declared rule. Places are decimals kept by rounding half up, away from zero; null: not rounded at that step. */
export interface ScoringRule {
  method: Method;
  level: Level;
  scale: Scale;
  dropHighest: number;
  dropLowest: number;
  criterionPlaces: number | null;
  factoredPlaces: number | null;
  totalPlaces: number;
  /** The least number of sheets that must count for an entry. */
  quorum: number;
  ties: readonly TieStep[];
  lotSeed: string;
}

/** Decimal strings with up to three decimals; the weight is the factor under FACTORS. */
export interface PoolCriterion {
  id: string;
  key: string;
  weight: string;
  minimum: string;
  maximum: string;
}

export interface PoolEntry {
  id: string;
  /** Index into the rubrics of the pool. */
  rubric: number;
  /** A stable public key (the entry number), for the draw by lot. */
  lotKey: string;
  votes: number;
}

export interface PoolSheet {
  judge: string;
  entry: string;
  /** One per criterion of the entry's rubric, in its order; null: none given, which is never a zero. */
  marks: readonly (string | null)[];
}

/** Entries that are compared with one another. */
export interface Pool {
  rubrics: readonly (readonly PoolCriterion[])[];
  entries: readonly PoolEntry[];
  sheets: readonly PoolSheet[];
}

/**
 * Why an entry has no score. NO_SHEETS: nobody has marked it. BELOW_QUORUM: fewer sheets count than the rule asks for.
 * TOO_FEW_MARKS: nothing is left once the highest and lowest are dropped. MARK_MISSING: a criterion nobody has marked,
 * or no sheet that is complete. NO_WEIGHT: a rubric without criteria or, under PERCENT, with weights that add up to nothing.
 */
export type NoScore = 'NO_SHEETS' | 'BELOW_QUORUM' | 'TOO_FEW_MARKS' | 'MARK_MISSING' | 'NO_WEIGHT';

export interface CriterionScore {
  criterion: string;
  /**
   * What the judges' marks come to, on the mark's own scale, with criterionPlaces decimals; where these are null, to six
   * decimals at most. Beside the methods that have no such step: the plain mean of the sheets that count.
   */
  panelScore: string | null;
  /** What the criterion adds to the total, with factoredPlaces decimals; null where totals do not come from criteria. */
  factoredScore: string | null;
}

export interface EntryScore {
  entry: string;
  /** With exactly totalPlaces decimals. */
  total: string | null;
  /** Null just where there is a total. */
  reason: NoScore | null;
  /** The sheets that count: with a mark at CRITERION level, complete ones otherwise. */
  sheets: number;
  criteria: readonly CriterionScore[];
}

/** What separates two neighbors: null if their totals do (or one has none), SHARED if nothing does. */
export type Separation = TieStep | 'SHARED' | null;

export interface RankRow {
  entry: string;
  total: string | null;
  /** 1, 1, 3; null where there is no score. */
  rank: number | null;
  /** What separated the entry from the row before it and from the row after it. */
  tiedBy: { before: Separation; after: Separation };
}
