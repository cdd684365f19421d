import type { ScenarioPlan } from './plan.ts';

/** Five weeks in, with four to go: the rush is still to come. */
export const submissionsOpen: ScenarioPlan = {
  stages: { SUBMISSION: [-35, 28], VOTING: [33, 54], REVIEW: [33, 60], FINAL: [68, 69], PUBLICATION: [75, 90] },
  submitted: { count: 412, firstDay: -35, lastDay: -1, rush: false },
  votes: { count: 0, firstDay: 0, lastDay: 0 },
  sheetsDone: 0,
};
