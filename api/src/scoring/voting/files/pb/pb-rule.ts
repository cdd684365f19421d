import type { DeclaredRule, FileBallot } from '../ballot-file.ts';
import type { PbMeta } from './pb-meta.ts';

const methods = {
  approval: 'APPROVAL',
  'choose-1': 'APPROVAL',
  cumulative: 'POINTS',
  scoring: 'POINTS',
  ordinal: 'RANKED',
} as const;

/** The ballot rule that META declares, with the format's own defaults; what nobody declares is what ballots show. */
export function ruleOf({ voteType, limits }: PbMeta, projects: number, ballots: FileBallot[]): DeclaredRule {
  const method = methods[voteType];
  const maxChoices = Math.max(1, limits.maxLength ?? projects);
  const minChoices = Math.min(maxChoices, Math.max(1, limits.minLength ?? 1));
  const declaredSum = voteType === 'cumulative' ? limits.maxSum : null;
  const seen = method === 'POINTS' ? mostPoints(ballots) : { points: 1, sum: 1 };
  return {
    method,
    minChoices,
    maxChoices,
    maxPoints: limits.maxPoints ?? declaredSum ?? seen.points,
    maxSum: declaredSum ?? seen.sum,
  };
}

/** The most that any ballot gives to one choice, and in all. */
export function mostPoints(ballots: FileBallot[]): { points: number; sum: number } {
  const most = { points: 1, sum: 1 };
  for (const { choices } of ballots) {
    let sum = 0;
    for (const { points } of choices) {
      most.points = Math.max(most.points, points ?? 1);
      sum += points ?? 1;
    }
    most.sum = Math.max(most.sum, sum);
  }
  return most;
}
