import type { BallotRuleValues } from '../../../competition/competitions/index.ts';
import { BallotStyle } from '../../../competition/competitions/index.ts';
import type { Spend } from './ballot.ts';

export const dayScope = (day: string): string => `day:${day}`;
export const stageScope = 'stage';

type Limits = Pick<BallotRuleValues, 'style' | 'votesPerDay' | 'votesPerStage' | 'votesPerCategory' | 'votesPerEntry'>;

/**
 * What a ballot uses of what the rule allows. A tap is one vote of the day and the stage; so is a whole ballot.
 * Categories and entries count choices.
 */
export function spendsOf(
  rule: Limits,
  day: string,
  choices: readonly { entryId: string; categoryId: string }[],
): Spend[] {
  const spends: Spend[] = [{ scope: dayScope(day), amount: 1, allowed: rule.votesPerDay }];
  if (rule.votesPerStage) spends.push({ scope: stageScope, amount: 1, allowed: rule.votesPerStage });
  if (rule.votesPerCategory) {
    for (const [categoryId, chosen] of Map.groupBy(choices, (choice) => choice.categoryId)) {
      spends.push({ scope: `category:${categoryId}`, amount: chosen.length, allowed: rule.votesPerCategory });
    }
  }
  if (rule.votesPerEntry) {
    for (const { entryId } of choices)
      spends.push({ scope: `entry:${entryId}`, amount: 1, allowed: rule.votesPerEntry });
  }
  return spends;
}

/** Votes (taps, or whole ballots) a voter has left today, given what is used by scope. */
export function votesLeft(rule: Limits, day: string, used: ReadonlyMap<string, number>): number {
  const today = rule.votesPerDay - (used.get(dayScope(day)) ?? 0);
  const stage = rule.votesPerStage ? rule.votesPerStage - (used.get(stageScope) ?? 0) : today;
  return Math.max(0, Math.min(today, stage));
}

export const isTap = ({ style }: Pick<BallotRuleValues, 'style'>): boolean => style === BallotStyle.TAP;
