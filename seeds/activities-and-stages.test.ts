import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { projectActivities } from './generate/project-activities.ts';
import {
  activities,
  ballots,
  type BallotSeed,
  competitions,
  dayFrom,
  DEFAULT_ANCHOR,
  projects,
  type SeedState,
  submittedAt,
  submittedCount,
  submittedProjects,
  teams,
  volunteers,
} from './index.ts';

const DAY = 86_400_000;
const STATES: SeedState[] = ['submissions-open', 'voting-open', 'results-published'];
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const duplicates = (items: string[]) => items.filter((item, index) => items.indexOf(item) !== index);
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the activities', () => {
  it('say the same whenever the anchor moves them', () => {
    const undated = (anchor: Date) =>
      projectActivities(anchor).map(({ key, measures, participations }) => [key, measures, participations]);
    expect(digest(undated(new Date('2027-05-02T22:00:00Z')))).toBe(digest(undated(DEFAULT_ANCHOR)));
  });

  it('stay below 20,000 participations, about 2,200 of them for projects', () => {
    const ofProjects = activities().filter(({ projectKey }) => projectKey);
    expect(ofProjects.length).toBeGreaterThan(2000);
    expect(ofProjects.length).toBeLessThan(2400);
    expect(sum(activities().map(({ participations }) => participations.length))).toBeLessThan(20_000);
  });

  it('end after they start, and nobody serves longer than they last', () => {
    for (const activity of activities()) {
      const length = (Date.parse(activity.endsAt) - Date.parse(activity.startsAt)) / 60_000;
      expect(length).toBeGreaterThan(0);
      for (const { minutes } of activity.participations) expect(minutes).toBeLessThanOrEqual(length);
    }
  });

  it('count volunteers of the team that led them, each once', () => {
    const members = new Map(teams().map((team) => [team.key, new Set(volunteers(team).map(({ number }) => number))]));
    for (const { teamKey, participations } of activities().filter(({ projectKey }) => projectKey)) {
      const numbers = participations.map(({ volunteerNumber }) => volunteerNumber);
      expect(duplicates(numbers)).toEqual([]);
      expect(numbers.every((number) => members.get(teamKey!)!.has(number))).toBe(true);
    }
  });
});

describe.each(STATES)('in the state %s', (state) => {
  const [main, next] = competitions(DEFAULT_ANCHOR, state);
  const isOpen = (slugIndex: 0 | 1, kind: string, at: number) => {
    const stage = [main!, next!][slugIndex]!.stages.find((candidate) => candidate.kind === kind)!;
    return stage.opensAt.getTime() <= at && at < stage.closesAt.getTime();
  };

  it('the right stages are open for at least 21 days', () => {
    const expected = {
      'submissions-open': ['SUBMISSION'],
      'voting-open': ['VOTING', 'REVIEW'],
      'results-published': [],
    };
    for (let day = 0; day <= 21; day++) {
      const at = DEFAULT_ANCHOR.getTime() + day * DAY;
      const open = main!.stages.filter(({ kind }) => isOpen(0, kind, at)).map(({ kind }) => kind);
      expect(open).toEqual(expected[state]);
      expect(isOpen(1, 'SUBMISSION', at)).toBe(true);
    }
  });

  it('entries come in while submissions are open, in the order of their numbers, and before the anchor', () => {
    const stage = main!.stages.find(({ kind }) => kind === 'SUBMISSION')!;
    const instants = submittedProjects(state).map(({ key }) => submittedAt(key, state, DEFAULT_ANCHOR)!.getTime());
    expect(instants).toHaveLength(submittedCount(state));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(instants[0]).toBeGreaterThanOrEqual(stage.opensAt.getTime());
    expect(instants.at(-1)).toBeLessThan(Math.min(stage.closesAt.getTime(), DEFAULT_ANCHOR.getTime()));
  });

  it('no voter casts more than five votes a day or two for one entry, and all while voting is open', () => {
    const stage = main!.stages.find(({ kind }) => kind === 'VOTING')!;
    const keys = new Set(projects().map(({ key }) => key));
    const opensAt = stage.opensAt.getTime();
    const endsAt = Math.min(stage.closesAt.getTime(), dayFrom(DEFAULT_ANCHOR, 0).getTime());
    const perDay = new Map<string, BallotSeed[]>();
    // Gathered first: there are too many for an expectation each.
    const strays: BallotSeed[] = [];
    for (const ballot of ballots(state)) {
      const slot = `${ballot.voterEmail}/${ballot.castDayOffset}`;
      perDay.set(slot, [...(perDay.get(slot) ?? []), ballot]);
      const at = dayFrom(DEFAULT_ANCHOR, ballot.castDayOffset).getTime() + ballot.minuteOfDay * 60_000;
      if (!(at >= opensAt && at < endsAt && keys.has(ballot.entryKey))) strays.push(ballot);
    }
    expect(strays).toEqual([]);
    const isTooMuch = (cast: BallotSeed[]) =>
      cast.length > 5 || new Set(cast.map(({ entryKey }) => entryKey)).size < cast.length;
    expect([...perDay.values()].filter(isTooMuch)).toEqual([]);
  });
});
