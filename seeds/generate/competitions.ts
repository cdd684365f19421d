import text from '../data/competition.json' with { type: 'json' };
import { PLANS } from '../scenarios/index.ts';
import type { StageDays } from '../scenarios/plan.ts';
import type {
  AwardSeed,
  CompetitionSeed,
  CriterionSeed,
  Localized,
  SeedState,
  StageKind,
  StageSeed,
} from '../types.ts';
import { dayFrom, TIME_ZONE } from './dates.ts';
import { categories } from './themes.ts';

const STAGE_NAMES: Record<StageKind, Localized> = {
  SUBMISSION: { zh: '项目申报', en: 'Submissions' },
  VOTING: { zh: '公众投票', en: 'Public vote' },
  REVIEW: { zh: '评委初评', en: 'First review by the judges' },
  FINAL: { zh: '现场路演决赛', en: 'Final: live roadshow' },
  PUBLICATION: { zh: '结果公布', en: 'Publication of results' },
};

const ORDER: readonly StageKind[] = ['SUBMISSION', 'VOTING', 'REVIEW', 'FINAL', 'PUBLICATION'];

const criteria: readonly CriterionSeed[] = text.criteria.map((criterion) => ({
  ...criterion,
  weight: '20',
  maximum: '10',
  step: '0.5',
}));

/** 100 in all, as many as were shortlisted. How they divide into tiers is synthetic. */
const awards: readonly AwardSeed[] = [
  { tier: 'FIRST', name: { zh: '一等项目', en: 'First-class project' }, quota: 10 },
  { tier: 'SECOND', name: { zh: '二等项目', en: 'Second-class project' }, quota: 20 },
  { tier: 'THIRD', name: { zh: '优秀项目', en: 'Excellent project' }, quota: 70 },
];

const NEXT: StageDays = {
  SUBMISSION: [-5, 89],
  VOTING: [95, 115],
  REVIEW: [95, 120],
  FINAL: [130, 131],
  PUBLICATION: [140, 160],
};

function stages(anchor: Date, days: StageDays): StageSeed[] {
  return ORDER.map((kind) => {
    const [first, last] = days[kind];
    return { kind, name: STAGE_NAMES[kind], opensAt: dayFrom(anchor, first), closesAt: dayFrom(anchor, last + 1) };
  });
}

export function competitions(anchor: Date, state: SeedState): CompetitionSeed[] {
  const common = {
    hostSlug: 'jilin-volunteer-federation',
    regionCode: '220000',
    timeZone: TIME_ZONE,
    isDemonstration: true,
    ballotRule: { votesPerDay: 5 },
    categories: [...categories],
    criteria: [...criteria],
    awards: [...awards],
  };
  const { name, tagline, description, next } = text;
  return [
    { slug: 'jilin-2022', name, tagline, description, stages: stages(anchor, PLANS[state].stages), ...common },
    { slug: 'jilin-next', ...next, stages: stages(anchor, NEXT), ...common },
  ];
}
