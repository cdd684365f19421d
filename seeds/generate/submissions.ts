import { once, random } from '../random.ts';
import { PLANS } from '../scenarios/index.ts';
import type { Moment, ProjectSeed, SeedState } from '../types.ts';
import { dayFrom, plusMinutes } from './dates.ts';
import { projects } from './projects.ts';

/** Entries are numbered as they come in, so what is in so far are the lowest numbers. */
export function submittedCount(state: SeedState): number {
  return PLANS[state].submitted.count;
}

export function submittedProjects(state: SeedState): ProjectSeed[] {
  return projects().slice(0, submittedCount(state));
}

function moments(state: SeedState): Moment[] {
  const { count, firstDay, lastDay, rush } = PLANS[state].submitted;
  const draw = random(`submissions/${state}`);
  const days = lastDay - firstDay + 1;
  return Array.from({ length: count }, () => {
    // Half a rush: most offices hand in on the last days before a deadline, few in the first weeks.
    const share = rush && draw.chance(0.62) ? 1 - draw.next() ** 2 * 0.22 : draw.next();
    const dayOffset = firstDay + Math.min(days - 1, Math.floor(share * days));
    const hour = draw.chance(0.82) ? draw.int(8, 17) : draw.int(18, 23);
    return { dayOffset, minuteOfDay: hour * 60 + draw.int(0, 59) };
  }).toSorted((a, b) => a.dayOffset - b.dayOffset || a.minuteOfDay - b.minuteOfDay);
}

const schedules = once(() => ({
  'submissions-open': moments('submissions-open'),
  'voting-open': moments('voting-open'),
  'results-published': moments('results-published'),
}));
const numbers = once(() => new Map(projects().map((project) => [project.key, project.number])));

/** When a project is handed in, counted from the anchor's day; undefined if it is not, in this state. */
function submittedAtOffset(projectKey: string, state: SeedState = 'results-published'): Moment | undefined {
  const number = numbers().get(projectKey);
  return number === undefined ? undefined : schedules()[state][number - 1];
}

export function submittedAt(projectKey: string, state: SeedState, anchor: Date): Date | undefined {
  const moment = submittedAtOffset(projectKey, state);
  return moment && plusMinutes(dayFrom(anchor, moment.dayOffset), moment.minuteOfDay);
}
