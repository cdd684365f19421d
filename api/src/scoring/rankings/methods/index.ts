/**
 * The arithmetic of ranking, without a database: marks in, scores and ranks out. A rule and a pool (contract.ts) are all
 * there is; `preparePool` packs a pool once, and whatever takes a pool takes a prepared one. Every digit and every order
 * is decided in exact arithmetic; the formula of each method stands in the file that bears its name.
 */
export type * from './contract.ts';
export { agreement } from './agreement/agreement.ts';
export { alarms } from './agreement/alarms.ts';
export { combine, type Term } from './combine.ts';
export { PoolTooLargeError } from './scorers/copeland.ts';
export { preparePool, type PreparedPool } from './pool/prepared-pool.ts';
export { rank } from './ties/rank.ts';
export { robustness, type AwardLine, type Robustness, type WayResult } from './robustness/robustness.ts';
export { score } from './scorers/score.ts';
export { worksheet } from './worksheet/worksheet.ts';
export type * from './worksheet/worksheet.types.ts';
