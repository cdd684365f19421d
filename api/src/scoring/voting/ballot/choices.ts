import { BallotMethod, BallotStyle, type BallotRuleValues } from '../../../competition/competitions/index.ts';
import type { Choice } from './ballot.ts';

export type BallotFault =
  | { fault: 'tapOnly' }
  | { fault: 'ballotOnly' }
  | { fault: 'tooFew'; least: number }
  | { fault: 'tooMany'; most: number }
  | { fault: 'twice' }
  | { fault: 'points'; most: number }
  | { fault: 'sum'; most: number };

type Rule = Pick<BallotRuleValues, 'style' | 'method' | 'minChoices' | 'maxChoices' | 'maxPoints' | 'maxSum'>;

/**
 * What the choices of a ballot are worth, in the voter's order, or what is wrong with them.
 *
 * APPROVAL: 1 each. POINTS: as given, each 1 to `maxPoints`, together at most `maxSum`. RANKED: Borda points, the
 * choice at place i (from 0) of at most k choices is worth k − i, however many were made (de Borda 1781; as printed
 * on ballots that ask for k ordered choices).
 */
export function choicesOf(
  rule: Rule,
  given: readonly { entryId: string; points?: number | null }[],
): Choice[] | BallotFault {
  if (rule.style === BallotStyle.TAP) return { fault: 'tapOnly' };
  if (given.length < rule.minChoices) return { fault: 'tooFew', least: rule.minChoices };
  if (given.length > rule.maxChoices) return { fault: 'tooMany', most: rule.maxChoices };
  if (new Set(given.map(({ entryId }) => entryId)).size !== given.length) return { fault: 'twice' };
  if (rule.method === BallotMethod.RANKED) {
    return given.map(({ entryId }, place) => ({ entryId, points: rule.maxChoices - place }));
  }
  if (rule.method === BallotMethod.APPROVAL) return given.map(({ entryId }) => ({ entryId, points: 1 }));
  const choices = given.map(({ entryId, points }) => ({ entryId, points: points ?? 0 }));
  const isWithin = (points: number) => Number.isInteger(points) && points >= 1 && points <= rule.maxPoints;
  if (!choices.every(({ points }) => isWithin(points))) return { fault: 'points', most: rule.maxPoints };
  if (choices.reduce((sum, { points }) => sum + points, 0) > rule.maxSum) return { fault: 'sum', most: rule.maxSum };
  return choices;
}
