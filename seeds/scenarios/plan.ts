import type { StageKind } from '../types.ts';

/** Days from the anchor's: opens at the start of the first and closes at the end of the last. */
export type StageDays = Readonly<Record<StageKind, readonly [first: number, last: number]>>;

/** What differs between the states of the demonstration. Every state holds for at least 21 days after the anchor. */
export type ScenarioPlan = {
  stages: StageDays;
  /** How many of the 1,144 are handed in, and in which days. */
  submitted: { count: number; firstDay: number; lastDay: number; rush: boolean };
  votes: { count: number; firstDay: number; lastDay: number };
  /** The share of the review's sheets that are submitted. */
  sheetsDone: number;
};
