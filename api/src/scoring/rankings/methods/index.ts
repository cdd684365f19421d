/**
 * The arithmetic of ranking, without a database: marks in, scores and ranks out. A rule and a pool (contract.ts) are all
 * there is; `preparePool` packs a pool once, and whatever takes a pool takes a prepared one. Every digit and every order
 * is decided in exact arithmetic; the formula of each method stands in the file that bears its name.
 */
export type * from './contract.ts';
export { agreement, type Agreement, type JudgeProfile } from './agreement/agreement.ts';
export { alarms, type Alarm } from './agreement/alarms.ts';
export { combine, type Combined, type CombinedTerm, type Term, type TermForm } from './combine.ts';
export { COPELAND_LIMIT, PoolTooLargeError } from './scorers/copeland.ts';
export { type NoIntraclass } from './agreement/intraclass.ts';
export { type NoConcordance } from './agreement/kendall.ts';
export { preparePool, type PreparedPool } from './pool/prepared-pool.ts';
export { rank } from './ties/rank.ts';
export {
  robustness,
  type AwardLine,
  type LineResult,
  type RankInterval,
  type Robustness,
  type Way,
  type WayResult,
} from './robustness/robustness.ts';
export { checkRule, score } from './scorers/score.ts';
export { lotOf } from './ties/tie-key.ts';
export { type Skipped } from './scorers/totals.ts';
export { worksheet } from './worksheet/worksheet.ts';
export type * from './worksheet/worksheet.types.ts';
