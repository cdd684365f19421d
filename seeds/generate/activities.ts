import { once } from '../random.ts';
import type { ActivitySeed } from '../types.ts';
import { projectActivities } from './project-activities.ts';
import { recordedActivities } from './recorded-activities.ts';

/** Where the seeds stand when nobody says otherwise; the tests and digests use it. */
export const DEFAULT_ANCHOR = new Date('2026-11-20T04:00:00Z');

const atDefault = once(() => [...recordedActivities(), ...projectActivities(DEFAULT_ANCHOR)]);

/** The recorded ones keep their published dates; those of the projects are moved to before the anchor. */
export function activities(anchor: Date = DEFAULT_ANCHOR): ActivitySeed[] {
  if (anchor.getTime() === DEFAULT_ANCHOR.getTime()) return atDefault();
  return [...recordedActivities(), ...projectActivities(anchor)];
}
