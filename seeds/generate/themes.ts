import culture from '../data/themes/culture.json' with { type: 'json' };
import education from '../data/themes/education.json' with { type: 'json' };
import emergency from '../data/themes/emergency.json' with { type: 'json' };
import environment from '../data/themes/environment.json' with { type: 'json' };
import health from '../data/themes/health.json' with { type: 'json' };
import law from '../data/themes/law.json' with { type: 'json' };
import other from '../data/themes/other.json' with { type: 'json' };
import relief from '../data/themes/relief.json' with { type: 'json' };
import science from '../data/themes/science.json' with { type: 'json' };
import theory from '../data/themes/theory.json' with { type: 'json' };
import type { CategorySeed } from '../types.ts';

/** A kind of project, written by hand: who it is for, what it does, and the sentences it is told in. */
export type Theme = {
  key: string;
  /** any, urban or rural. */
  setting: string;
  /** Types of organization that run such projects. */
  by: string[];
  /** Tags of the counties where it makes sense; everywhere when absent. */
  where?: string[];
  /** Months in which its activities happen; all year when absent. */
  season?: number[];
  who: string[][];
  names: string[][];
  what: string[][];
  inEnglish: string;
  needs: string[];
  aims: string[];
  steps: string[];
  safeguards: string[];
  gains: string[];
  features: string[];
  /** Name zh, name en, unit zh, unit en, low and high for one activity. */
  measure: (string | number)[];
};

export const categories: readonly CategorySeed[] = [
  { key: 'theory', zh: '理论政策宣讲', en: 'Theory and policy talks' },
  { key: 'culture', zh: '文化文艺服务', en: 'Culture and the arts' },
  { key: 'education', zh: '助学支教', en: 'Learning and teaching' },
  { key: 'health', zh: '医疗健身', en: 'Health and fitness' },
  { key: 'science', zh: '科学普及', en: 'Science for everyone' },
  { key: 'law', zh: '法律服务', en: 'Legal services' },
  { key: 'environment', zh: '卫生环保', en: 'Hygiene and environment' },
  { key: 'relief', zh: '扶贫帮困', en: 'Help for people in need' },
  { key: 'emergency', zh: '应急志愿服务', en: 'Emergency response' },
  { key: 'other', zh: '其他志愿服务', en: 'Other volunteer services' },
];

export const themes: Readonly<Record<string, readonly Theme[]>> = {
  theory,
  culture,
  education,
  health,
  science,
  law,
  environment,
  relief,
  emergency,
  other,
};

/** How many of the 1,144 entered in each category. The total is published; this division of it is synthetic. */
export const entriesPerCategory: Readonly<Record<string, number>> = {
  theory: 118,
  culture: 142,
  education: 128,
  health: 121,
  science: 96,
  law: 84,
  environment: 127,
  relief: 136,
  emergency: 92,
  other: 100,
};
