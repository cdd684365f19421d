import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  activities,
  ballots,
  competitions,
  DEFAULT_ANCHOR,
  isSheetDone,
  markFor,
  memberships,
  organizations,
  organizers,
  panels,
  people,
  projects,
  regions,
  reviewJudges,
  type SeedState,
  teams,
  volunteers,
} from './index.ts';
import { projectActivities } from './generate/project-activities.ts';
import { categories, themes } from './generate/themes.ts';

const STATES: SeedState[] = ['submissions-open', 'voting-open', 'results-published'];
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const duplicates = (items: string[]) => items.filter((item, index) => items.indexOf(item) !== index);
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const everything = () => ({
  regions: regions(),
  organizations: organizations(),
  teams: teams(),
  volunteers: teams().flatMap((team) => volunteers(team)),
  activities: activities(),
  projects: projects(),
  people: people(),
  panels: panels(),
  competitions: STATES.flatMap((state) => competitions(DEFAULT_ANCHOR, state)),
});

describe('the published figures', () => {
  it('are kept: 1,144 projects in 10 categories', () => {
    expect(projects()).toHaveLength(1144);
    expect(projects().map(({ number }) => number)).toEqual(projects().map((_, index) => index + 1));
    expect(new Set(projects().map(({ categoryKey }) => categoryKey))).toEqual(
      new Set(categories.map(({ key }) => key)),
    );
    expect(categories).toHaveLength(10);
  });

  it('are kept: 5,173 veterans in 17 teams and 9 rescue teams', () => {
    const veterans = teams().filter(({ key }) => key.startsWith('s2-'));
    const rescue = veterans.filter(({ key }) => key.includes('rescue'));
    expect([veterans.length - rescue.length, rescue.length]).toEqual([17, 9]);
    expect(sum(veterans.map(({ volunteerCount }) => volunteerCount))).toBe(5173);
    expect(Math.min(...veterans.map(({ volunteerCount }) => volunteerCount))).toBeGreaterThan(0);
  });

  it('are kept: 146 students at 10 posts with 8 support teams behind them', () => {
    const posts = teams().filter(({ key }) => /^s1-(beijing|yanqing|zhangjiakou)/.test(key));
    expect(posts).toHaveLength(10);
    expect(sum(posts.map(({ volunteerCount }) => volunteerCount))).toBe(146);
    expect(teams().filter(({ key }) => key.startsWith('s1-support'))).toHaveLength(8);
    expect(activities().find(({ key }) => key === 's1-deployment')?.participations).toHaveLength(146);
  });

  it('are kept: delegations of 27, 24 and 40, and 1,200 volunteers of the association', () => {
    const count = (key: string) => teams().find((team) => team.key === key)?.volunteerCount;
    expect(['s0-zhangjiakou', 's0-pyeongchang', 's0-beijing', 's3-association'].map(count)).toEqual([27, 24, 40, 1200]);
  });

  it('are kept: eleven veterans with 130 hours each at the checkpoint', () => {
    const checkpoint = activities().find(({ key }) => key === 's2-checkpoint')!;
    expect(checkpoint.participations).toHaveLength(11);
    expect(checkpoint.participations.every(({ minutes }) => minutes >= 130 * 60)).toBe(true);
    expect(checkpoint.measures.map(({ value }) => value)).toEqual(['5500', '11000']);
  });
});

describe('the projects', () => {
  it('have titles that nobody else has, in both languages', () => {
    expect(duplicates(projects().map(({ title }) => title.zh))).toEqual([]);
    expect(duplicates(projects().map(({ title }) => title.en))).toEqual([]);
  });

  it('never share a section word for word', () => {
    for (const section of ['needs', 'goals', 'implementation', 'outcomes', 'features'] as const) {
      expect(duplicates(projects().map((project) => project[section]))).toEqual([]);
    }
  });

  it('say between 80 and 260 characters in a section, and more where the account names the project', () => {
    for (const project of projects()) {
      const { needs, goals, implementation, outcomes, features } = project;
      const lengths = [needs, goals, implementation, outcomes, features].map((text) => text.length);
      expect(Math.min(...lengths), project.key).toBeGreaterThanOrEqual(project.number <= 5 ? 180 : 80);
      expect(Math.max(...lengths), project.key).toBeLessThanOrEqual(project.number <= 5 ? 500 : 260);
    }
  });

  it('read as finished sentences', () => {
    const broken = projects().filter((project) =>
      /，，|。。|；。|，。|undefined|[{}]/.test(
        JSON.stringify(Object.values(project).filter((value) => typeof value === 'string')),
      ),
    );
    expect(broken.map(({ key }) => key)).toEqual([]);
  });

  it('draw on at least twelve themes in every category', () => {
    for (const { key } of categories) expect(themes[key]!.length).toBeGreaterThanOrEqual(12);
  });

  it('are spread over some 420 organizations in all 60 counties of Jilin', () => {
    const hosts = new Set(projects().map(({ organizationSlug }) => organizationSlug));
    expect(hosts.size).toBeGreaterThan(400);
    const counties = regions().filter(({ code, level }) => level === 'COUNTY' && code.startsWith('22'));
    expect(counties).toHaveLength(60);
    const present = new Set(projects().map(({ regionCode }) => regionCode));
    expect(counties.filter(({ code }) => !present.has(code))).toEqual([]);
  });

  it('quote exactly what their own activity records add up to', () => {
    const quoted = projects().filter(({ outcomes }) => /(\d+)场活动共服务(\d+)人次/.test(outcomes));
    expect(quoted.length).toBeGreaterThan(50);
    for (const project of quoted) {
      const own = activities().filter(({ projectKey }) => projectKey === project.key);
      const served = sum(own.map(({ measures }) => Number(measures.find(({ name }) => name.zh === '服务人次')?.value)));
      expect(project.outcomes).toContain(`${own.length}场活动共服务${served}人次`);
    }
  });
});

describe('the seeds as a whole', () => {
  it('refer only to what exists', () => {
    const codes = new Set(regions().map(({ code }) => code));
    const slugs = new Set(organizations().map(({ slug }) => slug));
    const teamKeys = new Map(teams().map((team) => [team.key, team]));
    const projectKeys = new Set(projects().map(({ key }) => key));
    const categoryKeys = new Set(categories.map(({ key }) => key));
    const emails = new Set(people().map(({ email }) => email));
    const competitionSlugs = new Set(competitions(DEFAULT_ANCHOR, 'voting-open').map(({ slug }) => slug));
    for (const { parentCode } of regions()) expect(parentCode === undefined || codes.has(parentCode)).toBe(true);
    for (const { regionCode } of [...organizations(), ...teams(), ...activities(), ...projects()]) {
      expect(codes.has(regionCode), regionCode).toBe(true);
    }
    for (const { organizationSlug } of [...teams(), ...activities(), ...projects(), ...memberships()]) {
      expect(slugs.has(organizationSlug), organizationSlug).toBe(true);
    }
    for (const { teamKey, organizationSlug } of [...activities(), ...projects()]) {
      expect(teamKeys.get(teamKey!)?.organizationSlug).toBe(organizationSlug);
    }
    for (const { projectKey } of activities())
      expect(projectKey === undefined || projectKeys.has(projectKey)).toBe(true);
    for (const { categoryKey } of projects()) expect(categoryKeys.has(categoryKey)).toBe(true);
    for (const panel of panels()) {
      expect(panel.categoryKeys.every((key) => categoryKeys.has(key))).toBe(true);
      expect(panel.judges.every(({ email }) => emails.has(email))).toBe(true);
    }
    for (const { email, competitionSlug } of organizers()) {
      expect([emails.has(email), competitionSlugs.has(competitionSlug)]).toEqual([true, true]);
    }
  });

  it('have no duplicate slugs, keys, emails or volunteer numbers', () => {
    expect(duplicates(regions().map(({ code }) => code))).toEqual([]);
    expect(duplicates(organizations().map(({ slug }) => slug))).toEqual([]);
    expect(duplicates(organizations().map(({ name }) => name.zh))).toEqual([]);
    expect(duplicates(teams().map(({ key }) => key))).toEqual([]);
    expect(duplicates(activities().map(({ key }) => key))).toEqual([]);
    expect(duplicates(people().map(({ email }) => email))).toEqual([]);
    const numbers = teams().flatMap((team) => volunteers(team).map(({ number }) => number));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^V\d{6}-[0-9A-HJKMNP-TV-Z]{5}$/.test(number))).toBe(true);
    expect(organizations().every(({ slug }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toBe(true);
  });

  it('contain nothing that looks like an identity card or a telephone number', () => {
    expect(JSON.stringify(everything())).not.toMatch(/\d{9,}/);
  });

  it('are the same every time', () => {
    const ofBallots = (state: SeedState) => digest([...ballots(state)]);
    expect(digest(projectActivities(DEFAULT_ANCHOR))).toBe(digest(projectActivities(DEFAULT_ANCHOR)));
    expect(digest(everything())).toBe(digest(everything()));
    expect(ofBallots('voting-open')).toBe(ofBallots('voting-open'));
  });
});

describe('votes and marks', () => {
  it('are 0, 20,000 and 60,000 votes of 6,000 voters', () => {
    expect(STATES.map((state) => [...ballots(state)].length)).toEqual([0, 20_000, 60_000]);
    expect(new Set([...ballots('voting-open')].map(({ voterEmail }) => voterEmail)).size).toBe(6000);
  });

  it('lie on the scale of halves, mostly between 6 and 9.5', () => {
    const marks = projects().flatMap(({ key }) => reviewJudges(key).map((code) => Number(markFor(code, key, 'needs'))));
    expect(marks.every((mark) => mark >= 0 && mark <= 10 && Number.isInteger(mark * 2))).toBe(true);
    expect(marks.filter((mark) => mark >= 6 && mark <= 9.5).length / marks.length).toBeGreaterThan(0.85);
  });

  it('come from 45 judges, three for each entry, and a final panel of nine', () => {
    const review = panels().filter(({ stageKind }) => stageKind === 'REVIEW');
    expect(new Set(review.flatMap(({ judges }) => judges.map(({ code }) => code))).size).toBe(45);
    expect(panels().find(({ stageKind }) => stageKind === 'FINAL')?.judges).toHaveLength(9);
    expect(projects().every(({ key }) => new Set(reviewJudges(key)).size === 3)).toBe(true);
  });

  it('are about 60 % done while voting is open, and all when results are published', () => {
    const share = (state: SeedState) => {
      const sheets = projects().flatMap(({ key }) => reviewJudges(key).map((code) => isSheetDone(state, code, key)));
      return sheets.filter(Boolean).length / sheets.length;
    };
    expect(share('voting-open')).toBeGreaterThan(0.54);
    expect(share('voting-open')).toBeLessThan(0.66);
    expect([share('submissions-open'), share('results-published')]).toEqual([0, 1]);
  });
});
