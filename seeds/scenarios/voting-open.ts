import type { ScenarioPlan } from './plan.ts';

/** Two weeks of voting behind, more than three ahead; the judges mark meanwhile. */
export const votingOpen: ScenarioPlan = {
  stages: { SUBMISSION: [-70, -17], VOTING: [-14, 24], REVIEW: [-10, 30], FINAL: [38, 39], PUBLICATION: [45, 60] },
  submitted: { count: 1144, firstDay: -70, lastDay: -17, rush: true },
  votes: { count: 20_000, firstDay: -14, lastDay: -1 },
  sheetsDone: 0.6,
};
