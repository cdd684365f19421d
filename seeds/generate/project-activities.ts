import { once, random, type Random } from '../random.ts';
import type { ActivitySeed, HourEvidence, MeasureSeed, TeamSeed } from '../types.ts';
import { dayFrom, inShanghai, monthOf, plusMinutes } from './dates.ts';
import { namedProjects } from './named-projects.ts';
import { type Plan, plans } from './plan.ts';
import { reportOf } from './reports.ts';
import { teamKeyOf, teams } from './teams.ts';
import { volunteers } from './volunteers.ts';

/** How a project is run, as far as its activities need to know: the planned ones and the five named ones alike. */
type Runner = {
  projectKey: string;
  organizationSlug: string;
  teamKey: string;
  regionCode: string;
  place: { zh: string; en: string };
  what: { zh: string; en: string };
  series: { zh: string; en: string };
  measure: { zh: string; en: string; unitZh: string; unitEn: string; low: number; high: number };
  season?: number[];
  count: number;
};

/** Habits differ: some teams scan codes, some keep paper. Each project leans to one grade of evidence. */
const GRADES: readonly HourEvidence[] = [
  'TIMED_ON_SITE',
  'TIMED_BY_CODE',
  'CONFIRMED_BY_SERVED',
  'ADDED_BY_ADMINISTRATOR',
  'SELF_CLAIMED',
];
const GRADE_WEIGHTS = [0.28, 0.3, 0.18, 0.14, 0.1];

/** 0 to 6 a project, nearly two on average: most records of a year's work are still on paper. */
const COUNT_WEIGHTS = [0.17, 0.27, 0.26, 0.15, 0.09, 0.04, 0.02];

function weighted(draw: Random, weights: readonly number[]): number {
  let rest = draw.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    0,
    weights.findIndex((weight) => (rest -= weight) < 0),
  );
}

function runnerOf(plan: Plan): Runner {
  const draw = random(`runner/${plan.key}`);
  const [zh, en, unitZh, unitEn, low, high] = plan.theme.measure;
  const what = plan.theme.what[plan.turn % 2]!;
  const name = plan.theme.names[plan.turn % 6]!;
  return {
    projectKey: plan.key,
    organizationSlug: plan.organization.slug,
    teamKey: teamKeyOf(plan.organization.slug),
    regionCode: plan.county.code,
    place: plan.town,
    what: { zh: what[0]!, en: what[1]! },
    series: { zh: name[0]!, en: name[1]! },
    measure: {
      zh: String(zh),
      en: String(en),
      unitZh: String(unitZh),
      unitEn: String(unitEn),
      low: Number(low),
      high: Number(high),
    },
    ...(plan.theme.season && { season: plan.theme.season }),
    count: weighted(draw, COUNT_WEIGHTS),
  };
}

const NAMED: Record<string, Pick<Runner, 'teamKey' | 'place' | 'what' | 'measure'>> = {
  'practice-fair': {
    teamKey: 's4-fair',
    place: { zh: '乐山镇大集', en: 'the fair of Leshan Town' },
    what: { zh: '文明实践赶大集', en: 'civilization practice at the fair' },
    measure: { zh: '服务摊位', en: 'Stalls run', unitZh: '个', unitEn: 'stalls', low: 8, high: 16 },
  },
  'small-points': {
    teamKey: 's4-small-points',
    place: { zh: '瞻榆镇', en: 'Zhanyu Town' },
    what: { zh: '积分评议与兑换日', en: 'points meeting and exchange day' },
    measure: {
      zh: '兑换户数',
      en: 'Households exchanging points',
      unitZh: '户',
      unitEn: 'households',
      low: 20,
      high: 90,
    },
  },
  'yitong-power': {
    teamKey: 's4-yitong-power',
    place: { zh: '营城子镇', en: 'Yingchengzi Town' },
    what: { zh: '用电隐患上门排查', en: 'wiring checks at home' },
    measure: { zh: '排查户数', en: 'Homes checked', unitZh: '户', unitEn: 'households', low: 12, high: 50 },
  },
  'morning-star': {
    teamKey: 's4-morning-star',
    place: { zh: '社区与学校', en: 'neighborhoods and schools' },
    what: { zh: '消防员走进身边', en: 'a firefighter visits' },
    measure: { zh: '参演人数', en: 'People drilled', unitZh: '人', unitEn: 'people', low: 60, high: 320 },
  },
  'folk-docents': {
    teamKey: 's4-museum',
    place: { zh: '博物馆展厅', en: 'the museum galleries' },
    what: { zh: '周末志愿讲解', en: 'weekend tours by docents' },
    measure: { zh: '讲解批次', en: 'Tours given', unitZh: '批', unitEn: 'tours', low: 4, high: 14 },
  },
};

const runners = once((): Runner[] => [
  ...namedProjects.map((project) => ({
    projectKey: project.key,
    organizationSlug: project.organizationSlug,
    regionCode: project.regionCode,
    series: project.title,
    count: 6,
    ...NAMED[project.key]!,
  })),
  ...plans().map(runnerOf),
]);

function measuresOf(runner: Runner, draw: Random): MeasureSeed[] {
  const { zh, en, unitZh, unitEn, low, high } = runner.measure;
  const people = Math.round(12 + Math.exp(2.6 + draw.next() * 2.2));
  const headcounts = ['人', '人次'];
  // Where the theme already counts people, saying it twice with two numbers would only confuse.
  const value = draw.int(low, high);
  const served = headcounts.includes(unitZh) && value > 3 ? value : people;
  const measure = { name: { zh, en }, value: String(value), unit: { zh: unitZh, en: unitEn } };
  return [
    measure,
    { name: { zh: '服务人次', en: 'people served' }, value: String(served), unit: { zh: '人次', en: 'people' } },
  ];
}

function dayOf(runner: Runner, anchor: Date, draw: Random, busy: Set<string>): Date {
  for (;;) {
    // All lie before the earliest opening of submissions in any state, so that every entry could have cited them.
    const day = dayFrom(anchor, -draw.int(150, 560));
    const slot = `${runner.teamKey}/${day.getTime()}`;
    if (busy.has(slot) || (runner.season && !runner.season.includes(monthOf(day)))) continue;
    busy.add(slot);
    return day;
  }
}

function titleOf(runner: Runner, draw: Random) {
  const { what, place } = runner;
  const En = what.en[0]!.toUpperCase() + what.en.slice(1);
  return draw.pick([
    { zh: `走进${place.zh}：${what.zh}`, en: `${En} in ${place.en}` },
    { zh: `${place.zh}${what.zh}`, en: `${En}, ${place.en}` },
    { zh: `${what.zh}（${place.zh}）`, en: `${En} (${place.en})` },
  ]);
}

function activitiesOf(runner: Runner, anchor: Date, team: TeamSeed, busy: Set<string>): ActivitySeed[] {
  const draw = random(`activities/${runner.projectKey}`);
  // Of its own stream: what happened must not depend on when the anchor makes it happen.
  const calendar = random(`days/${runner.projectKey}`);
  const habit = GRADES[weighted(draw, GRADE_WEIGHTS)]!;
  const members = volunteers(team);
  const days = Array.from({ length: runner.count }, () => dayOf(runner, anchor, calendar, busy));
  return days
    .toSorted((a, b) => a.getTime() - b.getTime())
    .map((day, index) => {
      const startsAt = plusMinutes(day, draw.int(16, 34) * 30);
      const minutes = draw.int(3, 8) * 30;
      const people = draw.shuffle(members).slice(0, Math.min(members.length, draw.int(3, 9)));
      const measures = measuresOf(runner, draw);
      const report = reportOf(runner, measures, draw);
      return {
        key: `${runner.projectKey}-activity-${index + 1}`,
        title: titleOf(runner, draw),
        series: runner.series,
        organizationSlug: runner.organizationSlug,
        teamKey: runner.teamKey,
        projectKey: runner.projectKey,
        regionCode: runner.regionCode,
        place: runner.place.zh,
        startsAt: inShanghai(startsAt),
        endsAt: inShanghai(plusMinutes(startsAt, minutes)),
        measures,
        ...(report && { report }),
        participations: people.map(({ number }) => ({
          volunteerNumber: number,
          minutes: draw.chance(0.75) ? minutes : minutes - 30,
          evidence: draw.chance(0.72) ? habit : GRADES[weighted(draw, GRADE_WEIGHTS)]!,
        })),
      };
    });
}

/** Of the projects that enter; moved with the anchor, so that the demonstration has a recent past. */
export function projectActivities(anchor: Date): ActivitySeed[] {
  const byKey = new Map(teams().map((team) => [team.key, team]));
  const busy = new Set<string>();
  return runners().flatMap((runner) => activitiesOf(runner, anchor, byKey.get(runner.teamKey)!, busy));
}

export const projectTeamKey = (projectKey: string) =>
  runners().find((runner) => runner.projectKey === projectKey)?.teamKey;
