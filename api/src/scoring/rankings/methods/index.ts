/**
 * The arithmetic of ranking, without a database: marks in, scores and ranks out. A rule and a pool (contract.ts) are all
 * there is; `preparePool` packs a pool once, and whatever takes a pool takes a prepared one. Every digit and every order
 * is decided in exact arithmetic; the formula of each method stands in the file that bears its name.
 */
export type * from './contract.ts';
export { agreement, type Agreement, type JudgeProfile } from './agreement.ts';
export { alarms, type Alarm } from './alarms.ts';
export { combine, type Combined, type CombinedTerm, type Term, type TermForm } from './combine.ts';
export { COPELAND_LIMIT, PoolTooLargeError } from './copeland.ts';
export { type NoIntraclass } from './intraclass.ts';
export { type NoConcordance } from './kendall.ts';
export { preparePool, type PreparedPool } from './prepared-pool.ts';
export { rank } from './rank.ts';
export {
  robustness,
  type AwardLine,
  type LineResult,
  type RankInterval,
  type Robustness,
  type Way,
  type WayResult,
} from './robustness.ts';
export { checkRule, score } from './score.ts';
export { lotOf } from './tie-key.ts';
export { type Skipped } from './totals.ts';
export { worksheet } from './worksheet.ts';
export type * from './worksheet.types.ts';
