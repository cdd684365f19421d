import type { BallotMethod } from '../../../gql/types';

/** An entry chosen for a ballot that is not cast yet. */
export interface TrayChoice {
  entryId: string;
  number: number;
  /** As it was read when it was chosen. */
  title: string;
  categoryId: string;
  /** Where the method is POINTS. */
  points: number;
}

export interface TrayRule {
  method: BallotMethod;
  minChoices: number;
  maxChoices: number;
  maxPoints: number;
  maxSum: number;
  votesPerCategory: number | null;
}

type TrayProblem = { key: 'tooFew' | 'tooMany' | 'sum' | 'category'; count: number };

/** What a choice is worth: 1, as many points as given, or the Borda points of its place (from 0). */
export function worthOf(rule: TrayRule, choice: TrayChoice, place: number): number {
  if (rule.method === 'RANKED') return rule.maxChoices - place;
  return rule.method === 'POINTS' ? choice.points : 1;
}

/** What is left of the sum of points; below zero where too many were given. */
export const pointsLeft = (rule: TrayRule, choices: readonly TrayChoice[]): number =>
  Math.min(rule.maxSum, rule.maxPoints * choices.length) - choices.reduce((sum, { points }) => sum + points, 0);

/** How many points a choice may have at most, given what the others have. */
export const mostPoints = (rule: TrayRule, choices: readonly TrayChoice[], choice: TrayChoice): number =>
  Math.min(rule.maxPoints, choice.points + rule.maxSum - choices.reduce((sum, { points }) => sum + points, 0));

/** What keeps these choices from being a ballot; null when they are one. */
export function problemOf(rule: TrayRule, choices: readonly TrayChoice[]): TrayProblem | null {
  const { minChoices, maxChoices, votesPerCategory } = rule;
  if (choices.length < minChoices) return { key: 'tooFew', count: minChoices - choices.length };
  if (choices.length > maxChoices) return { key: 'tooMany', count: choices.length - maxChoices };
  const sum = choices.reduce((total, { points }) => total + points, 0);
  if (rule.method === 'POINTS' && sum > rule.maxSum) return { key: 'sum', count: sum - rule.maxSum };
  const fullest = Math.max(
    0,
    ...[...Map.groupBy(choices, ({ categoryId }) => categoryId).values()].map((l) => l.length),
  );
  if (votesPerCategory !== null && fullest > votesPerCategory) return { key: 'category', count: votesPerCategory };
  return null;
}

/** The same choices with one of them moved by so many places, as far as there are any. */
export function moved(choices: readonly TrayChoice[], entryId: string, by: number): TrayChoice[] {
  const from = choices.findIndex((choice) => choice.entryId === entryId);
  const to = Math.min(choices.length - 1, Math.max(0, from + by));
  const choice = choices[from];
  return choice ? choices.toSpliced(from, 1).toSpliced(to, 0, choice) : [...choices];
}
