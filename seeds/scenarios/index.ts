import type { SeedState } from '../types.ts';
import type { ScenarioPlan } from './plan.ts';
import { resultsPublished } from './results-published.ts';
import { submissionsOpen } from './submissions-open.ts';
import { votingOpen } from './voting-open.ts';

export const PLANS: Readonly<Record<SeedState, ScenarioPlan>> = {
  'submissions-open': submissionsOpen,
  'voting-open': votingOpen,
  'results-published': resultsPublished,
};
