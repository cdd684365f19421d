import {
  preparePool,
  rank,
  score,
  type CriterionScore,
  type EntryScore,
  type PreparedPool,
  type RankRow,
} from '../methods/index.ts';
import type { JudgedEntry, StageMarks } from './read-marks.ts';
import { sheetSpans } from './sheet-spans.ts';

export interface RankedEntry extends JudgedEntry {
  /** Equal scores that no tie step separates share a rank: 1, 1, 3. Null where there is no score. */
  rank: number | null;
  score: string | null;
  reason: EntryScore['reason'];
  tiedBy: RankRow['tiedBy'];
  criteria: readonly CriterionScore[];
  /** Totals of its strictest and its kindest complete sheet, with the decimals of the total. */
  lowest: string | null;
  highest: string | null;
}

interface ScoredPool {
  /** Null: all categories together. */
  categoryId: string | null;
  pool: PreparedPool;
}

export interface StageScores {
  marks: StageMarks;
  pools: readonly ScoredPool[];
  /** Pool by pool, in rank order. */
  rows: readonly RankedEntry[];
  byEntry: ReadonlyMap<string, RankedEntry>;
}

/** Ranks a judging stage from its marks. Pure; the arithmetic is in methods/. */
export function scoreStage(marks: StageMarks): StageScores {
  const pools = marks.pools.map(({ categoryId, pool }) => ({ categoryId, pool: preparePool(pool) }));
  const rows = pools.flatMap(({ pool }) => {
    const scores = score(marks.rule, pool);
    const byEntry = new Map(scores.map((row) => [row.entry, row]));
    const spans = sheetSpans(marks.rule, pool);
    return rank(marks.rule, pool, scores).flatMap((row): RankedEntry[] => {
      const entry = marks.entries.get(row.entry);
      const scored = byEntry.get(row.entry);
      if (!entry || !scored) return [];
      const { reason, criteria } = scored;
      const span = spans.get(row.entry) ?? { lowest: null, highest: null };
      return [{ ...entry, rank: row.rank, score: row.total, reason, tiedBy: row.tiedBy, criteria, ...span }];
    });
  });
  return { marks, pools, rows, byEntry: new Map(rows.map((row) => [row.id, row])) };
}

/** The rows of one category, with the ranks they have among themselves. */
export function withinCategory<T extends { categoryId: string; rank: number | null }>(
  rows: readonly T[],
  categoryId: string,
): T[] {
  const own = rows.filter((row) => row.categoryId === categoryId);
  let place = 0;
  return own.map((row, index) => {
    if (row.rank === null) return row;
    if (row.rank !== own[index - 1]?.rank) place = index + 1;
    return { ...row, rank: place };
  });
}
