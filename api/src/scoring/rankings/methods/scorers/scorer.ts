import { type ScoringRule } from '../contract.ts';
import { copeland } from './copeland.ts';
import { criterionLevel } from './criterion-level.ts';
import { judgeEffect } from './judge-effect.ts';
import { linear } from './linear.ts';
import { isByCriterion, NOBODY, type PreparedPool, type Scorer } from '../pool/index.ts';
import { rankPoints } from './rank-points.ts';
import { sheetLevel } from './sheet-level.ts';
import { zScore } from './z-score.ts';

/** The score of each entry under the rule, with the sheets of one judge (an index) left out or with all of them. */
export function scorerOf(rule: ScoringRule, pool: PreparedPool, without = NOBODY): Scorer {
  switch (rule.method) {
    case 'MEAN':
    case 'TRIMMED_MEAN':
    case 'MEDIAN':
      return isByCriterion(rule) ? criterionLevel(rule, pool, without) : sheetLevel(rule, pool, without);
    case 'RANK_POINTS':
      return rankPoints(rule, pool, without);
    case 'Z_SCORE':
      return zScore(rule, pool, without);
    case 'LINEAR':
      return linear(rule, pool, without);
    case 'JUDGE_EFFECT':
      return judgeEffect(rule, pool, without);
    case 'COPELAND':
      return copeland(rule, pool, without);
  }
}

/** Whether leaving a judge out can move the scores of those entries alone that the judge marked. */
export function isLocal({ method }: Pick<ScoringRule, 'method'>): boolean {
  return method !== 'JUDGE_EFFECT' && method !== 'COPELAND';
}
