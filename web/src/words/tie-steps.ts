/** "CRITERION:needs" names a criterion; the other steps name themselves. */
export const criterionOfStep = (step: string): string | null =>
  step.startsWith('CRITERION:') ? step.slice('CRITERION:'.length) : null;
