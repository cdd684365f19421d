import type { ScenarioPlan } from './plan.ts';

/** Everything is over and can be read back. */
export const resultsPublished: ScenarioPlan = {
  stages: {
    SUBMISSION: [-140, -96],
    VOTING: [-90, -66],
    REVIEW: [-90, -60],
    FINAL: [-50, -49],
    PUBLICATION: [-40, -10],
  },
  submitted: { count: 1144, firstDay: -140, lastDay: -96, rush: true },
  votes: { count: 60_000, firstDay: -90, lastDay: -66 },
  sheetsDone: 1,
};
