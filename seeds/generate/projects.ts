import { once, random } from '../random.ts';
import type { ActivitySeed, ProjectSeed } from '../types.ts';
import { activities } from './activities.ts';
import { dateAfter } from './dates.ts';
import { namedProjects } from './named-projects.ts';
import { isUrban } from './places.ts';
import { type Plan, plans } from './plan.ts';
import { projectTeamKey } from './project-activities.ts';
import categorySentences from '../data/category-sentences.json' with { type: 'json' };
import * as say from './sentences.ts';
import { titleOf } from './titles.ts';

type Frame = (typeof say.needsFrames)[number];

function recordOf(own: ActivitySeed[]) {
  const minutes = own.flatMap((activity) => activity.participations).reduce((sum, served) => sum + served.minutes, 0);
  const served = own
    .flatMap((activity) => activity.measures)
    .filter((measure) => measure.name.zh === '服务人次')
    .reduce((sum, measure) => sum + Number(measure.value), 0);
  return { activities: own.length, hours: Math.round(minutes / 6) / 10, served };
}

function storyOf(plan: Plan, own: ActivitySeed[], said: Set<string>): say.Story {
  const draw = random(`story/${plan.key}`);
  const { theme, county, town, organization } = plan;
  const unit = theme.setting !== 'rural' && isUrban(town, county) ? '社区' : '村';
  const fill = (text: string) => text.replaceAll('{unit}', unit);
  const some = (texts: string[]) => draw.shuffle(texts).map(fill);
  return {
    draw,
    said,
    county: county.full,
    trait: draw.pick(county.traits),
    town: town.zh,
    unit,
    units: `${draw.int(3, 9)}个${unit}`,
    who: theme.who[plan.turn % 2]![0]!,
    name: theme.names[plan.turn % 6]![0]!,
    what: theme.what[plan.turn % 2]![0]!,
    organization: organization.name.zh,
    team: organization.team.zh,
    needs: some(theme.needs),
    aims: theme.aims.map(fill),
    steps: theme.steps.map(fill),
    safeguards: some(theme.safeguards),
    gains: some(theme.gains),
    features: some(theme.features),
    seasonal: theme.season !== undefined,
    record: recordOf(own),
  };
}

/** A frame around one shared sentence, and further ones after it until the section says enough. */
function section(story: say.Story, frames: readonly Frame[], inside: string, after: string[]): string {
  for (;;) {
    const enough = story.draw.int(80, 112);
    let text = story.draw.pick(frames)(story, inside);
    for (const next of after) {
      if (text.length >= enough) break;
      text += next;
    }
    // Two projects of one theme may draw the same words; then one of them draws again.
    if (!story.said.has(text)) {
      story.said.add(text);
      return text;
    }
  }
}

function summaryOf(plan: Plan, story: say.Story): ProjectSeed['summary'] {
  const aim = story.aims[0]!;
  const zh = story.draw.pick([
    `面向${story.who}，${aim}。`,
    `${story.needs[0]}，“${story.name}”由此而起。`,
    `把${story.what}做到${story.town}：${story.features[0]}。`,
    `${story.town}的${story.what}：${story.steps[0]}。`,
    `${story.aims[1]}——这是${story.team}在${story.town}做的事。`,
  ]);
  const where = plan.organization.town ? `${plan.town.en}, ${plan.county.en}` : plan.county.en;
  const whom = plan.theme.who[plan.turn % 2]![1]!;
  const en = story.draw.pick([
    `${plan.theme.inEnglish} For ${whom} in ${where}.`,
    `In ${where}, for ${whom}: ${plan.theme.inEnglish[0]!.toLowerCase()}${plan.theme.inEnglish.slice(1)}`,
    plan.theme.inEnglish,
  ]);
  return { zh, en };
}

function write(plan: Plan, number: number, records: ActivitySeed[], taken: Set<string>): ProjectSeed {
  const story = storyOf(plan, records, taken);
  const { draw } = story;
  const told = (choices: typeof say.surveys) => draw.shuffle(choices).map((sentence) => sentence(story));
  const own = categorySentences[plan.categoryKey as keyof typeof categorySentences];
  // What only this category would say comes first more often than not.
  const around = (frames: readonly Frame[], particular: string[], general: typeof say.surveys) => {
    const [first = '', ...rest] = told(say.ofCategory(particular));
    const [shared = '', ...further] = told(general);
    const [inside, after] = draw.chance(0.6) ? [first, [shared, ...rest]] : [shared, [first, ...further]];
    return section(story, frames, inside, after);
  };
  const metrics = story.seasonal ? say.metrics : [...say.metrics, ...say.regularMetrics];
  const [rhythm = '', ...rhythms] = told(say.rhythms);
  const evidence = say.sentence(story, [say.unrecorded, say.recordedOnce][story.record.activities] ?? say.records);
  return {
    key: plan.key,
    number,
    organizationSlug: plan.organization.slug,
    teamKey: projectTeamKey(plan.key)!,
    regionCode: plan.county.code,
    categoryKey: plan.categoryKey,
    title: titleOf(plan, taken),
    summary: summaryOf(plan, story),
    language: 'ZH_CN',
    needs: around(say.needsFrames, own.surveys, say.surveys),
    goals: around(say.goalsFrames, own.metrics, metrics),
    implementation: section(
      story,
      say.implementationFrames,
      rhythm,
      rhythms.map((text) => `${text}。`),
    ),
    outcomes: section(story, say.outcomesFrames, evidence, told(say.sustained)),
    features: around(say.featuresFrames, own.loops, say.loops),
    startedOn: dateAfter('2017-03-01', draw.int(0, 1900)),
    beneficiaries: story.who,
  };
}

/** 1,144 in the order of their numbers: the five named ones, then the generated. */
const allProjects = once((): ProjectSeed[] => {
  const own = new Map<string, ActivitySeed[]>();
  for (const activity of activities()) {
    const key = activity.projectKey ?? '';
    own.set(key, [...(own.get(key) ?? []), activity]);
  }
  const taken = new Set<string>();
  const named = namedProjects.map((project, index) => ({
    ...project,
    number: index + 1,
    teamKey: projectTeamKey(project.key)!,
    language: 'ZH_CN' as const,
  }));
  const generated = plans().map((plan, index) => write(plan, named.length + index + 1, own.get(plan.key) ?? [], taken));
  return [...named, ...generated];
});

export function projects(): ProjectSeed[] {
  return allProjects();
}
