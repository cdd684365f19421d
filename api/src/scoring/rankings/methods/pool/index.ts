/** A pool of marks, packed: what the methods of every room compute with. */
export { meanOfAdjusted, sheetsOfJudge, type Adjustment } from './adjusted.ts';
export { countMarked, countComplete } from './counting.ts';
export { once } from './memo.ts';
export type { Outcome, Scorer } from './outcome.ts';
export { panelScore, panelSum, factoredScore, factorsOf } from './panel-score.ts';
export { MISSING, NOBODY, preparePool, type PreparedPool } from './prepared-pool.ts';
export { sheetTotals, exactTotal, wholeCoefficients, type SheetTotals } from './sheet-totals.ts';
export { windowOf, isByCriterion, sortFirst, scratch } from './window.ts';
