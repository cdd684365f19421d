import type { FileChoice } from '../ballot-file.ts';
import type { Limits } from './pb-meta.ts';
import type { Place, Problems } from '../../../../core/tables/problems.ts';

/** What one choice may earn at most, whatever a file says: sums must stay whole numbers. */
const MOST_POINTS = 1_000_000_000;

/** Whole points, as many as there are choices; null, and a problem, where they are not. */
export function readPoints(texts: string[], choices: number, place: Place, problems: Problems): number[] | null {
  const at = { ...place, column: 'points' };
  if (texts.length !== choices) {
    problems.error(at, `gives points ${texts.length} times where the vote names ${choices} projects`);
    return null;
  }
  const wrong = texts.find((text) => !isWhole(text));
  if (wrong === undefined) return texts.map(Number);
  problems.error(at, `${wrong || 'nothing'} is no whole number of points from 0 to ${MOST_POINTS}`);
  return null;
}

const isWhole = (text: string) => /^\+?\d+(\.0+)?$/.test(text) && Number(text) <= MOST_POINTS;

/**
 * A vote outside the limits of META was counted by its publisher, so it is a vote here too: each is a warning.
 */
export function checkLimits(choices: FileChoice[], limits: Limits, place: Place, problems: Problems): void {
  if (choices.length === 0) return;
  const check = (kind: keyof Limits, isBroken: (limit: number) => boolean, column: string, text: string) => {
    const limit = limits[kind];
    if (limit === null || !isBroken(limit)) return;
    problems.warn({ ...place, column }, kind, `${text} (${limit}); it is kept as it was cast`);
  };
  const { length } = choices;
  check('maxLength', (limit) => length > limit, 'vote', 'names more projects than max_length');
  check('minLength', (limit) => length < limit, 'vote', 'names fewer projects than min_length');
  const points = choices.flatMap((choice) => choice.points ?? []);
  if (points.length === 0) return;
  const sum = points.reduce((total, value) => total + value, 0);
  check('maxPoints', (limit) => points.some((value) => value > limit), 'points', 'gives more than max_points');
  check('minPoints', (limit) => points.some((value) => value < limit), 'points', 'gives less than min_points');
  check('maxSum', (limit) => sum > limit, 'points', 'gives more than max_sum_points in all');
  check('minSum', (limit) => sum < limit, 'points', 'gives less than min_sum_points in all');
}
