import { type Level, type Method, type NoScore, type Scale, type TieStep } from '../contract.ts';

/** A number before it is rounded. */
export interface Exact {
  /** "28/3" or "9"; null where roots or least squares leave no fraction. */
  fraction: string | null;
  /** To six decimals, half up. */
  decimal: string;
}

/**
 * What became of a mark or a sheet. NOT_COUNTED: its sheet lacks a mark, and the method takes complete sheets only. In a
 * median all but the middle are dropped.
 */
export type Use = 'USED' | 'DROPPED_LOWEST' | 'DROPPED_HIGHEST' | 'NOT_COUNTED' | 'MISSING';

interface WorksheetMark {
  judge: string;
  mark: string | null;
  use: Use;
}

export interface WorksheetCriterion {
  criterion: string;
  key: string;
  weight: string;
  maximum: string;
  /** One per sheet of the entry, by judge. */
  marks: readonly WorksheetMark[];
  /** Of the marks used. */
  mean: Exact | null;
  /** The mean, rounded as declared. */
  panelScore: string | null;
  /** What the panel score is multiplied by; null where totals do not come from criteria. */
  factor: Exact | null;
  factoredScore: string | null;
}

/** What the judge's other sheets have to do with it: why the method makes this of the total. */
export type Beside =
  | { kind: 'RANK_POINTS'; sheets: number; below: number; equal: number }
  | { kind: 'Z_SCORE'; sheets: number; mean: string; deviation: string }
  | { kind: 'LINEAR'; sheets: number; lowest: string; highest: string }
  | { kind: 'JUDGE_EFFECT'; sheets: number; effect: string };

export interface WorksheetSheet {
  judge: string;
  /** Null where a mark is missing. */
  total: Exact | null;
  /** What the method makes of the total: rank points, 50 + 10 z, …; null where it takes totals as they are, or none. */
  adjusted: Exact | null;
  beside: Beside | null;
  /** Null at CRITERION level and under COPELAND, where sheets are not averaged. */
  use: Use | null;
}

/** Under COPELAND: another entry that shares judges with this one. */
export interface WorksheetPair {
  entry: string;
  /** Judges who put this entry first, the other first, or neither. */
  ahead: number;
  behind: number;
  equal: number;
  /** Of 1 for the pair: "1", "0.5" or "0". */
  points: string;
}

/** The entry and its neighbours among those with the same total, in rank order. */
export interface WorksheetTie {
  steps: readonly TieStep[];
  /** With the same total, this one included. */
  entries: number;
  rows: readonly {
    entry: string;
    rank: number;
    /** One per step; null where there is none, or where the step was not asked as an earlier one had decided. */
    values: readonly (string | null)[];
  }[];
}

/** An entry's score, step by step, so that it can be checked by hand. */
export interface Worksheet {
  entry: string;
  method: Method;
  level: Level;
  scale: Scale;
  criteria: readonly WorksheetCriterion[];
  sheets: readonly WorksheetSheet[];
  /** Empty but under COPELAND. */
  pairs: readonly WorksheetPair[];
  /** How many sheets count. */
  counted: number;
  /** The score before its last rounding. */
  sum: Exact | null;
  total: string | null;
  reason: NoScore | null;
  rank: number | null;
  /** Null where nobody has the same total. */
  tie: WorksheetTie | null;
}
