import type { Texts } from '../../forms/texts';

/** What many provincial competitions begin with; everything can be said otherwise. */
export const usualCategories: readonly { key: string; name: Texts }[] = [
  { key: 'theory', name: { zh: '理论政策宣讲', en: 'Theory and policy talks' } },
  { key: 'culture', name: { zh: '文化文艺服务', en: 'Culture and the arts' } },
  { key: 'education', name: { zh: '助学支教', en: 'Learning and teaching' } },
  { key: 'health', name: { zh: '医疗健身', en: 'Health and fitness' } },
  { key: 'science', name: { zh: '科学普及', en: 'Science for everyone' } },
  { key: 'law', name: { zh: '法律服务', en: 'Legal services' } },
  { key: 'environment', name: { zh: '卫生环保', en: 'Hygiene and environment' } },
  { key: 'relief', name: { zh: '扶贫帮困', en: 'Help for people in need' } },
  { key: 'emergency', name: { zh: '应急志愿服务', en: 'Emergency response' } },
  { key: 'other', name: { zh: '其他志愿服务', en: 'Other volunteer services' } },
];

export const stageKinds = ['SUBMISSION', 'VOTING', 'REVIEW', 'PAPERS', 'FINAL', 'PUBLICATION'] as const;
export type StageKind = (typeof stageKinds)[number];

export const usualStages: Record<StageKind, { name: Texts; fromDay: number; toDay: number }> = {
  SUBMISSION: { name: { zh: '项目申报', en: 'Submissions' }, fromDay: 14, toDay: 44 },
  VOTING: { name: { zh: '公众投票', en: 'Public vote' }, fromDay: 51, toDay: 65 },
  REVIEW: { name: { zh: '评委初评', en: 'First review by the judges' }, fromDay: 51, toDay: 68 },
  PAPERS: { name: { zh: '材料复评', en: 'Review of papers' }, fromDay: 68, toDay: 72 },
  FINAL: { name: { zh: '现场决赛', en: 'Final' }, fromDay: 75, toDay: 76 },
  PUBLICATION: { name: { zh: '结果公布', en: 'Publication of results' }, fromDay: 82, toDay: 112 },
};

/** What clocks of a day so many days from a local date show: submissions begin at nine, the rest at midnight. */
export function dayFrom(localDate: string, days: number, time: string): string {
  const date = new Date(`${localDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return `${date.toISOString().slice(0, 10)}T${time}`;
}

export const usualAwards: Record<'FIRST' | 'SECOND' | 'THIRD', { name: Texts; quota: number }> = {
  FIRST: { name: { zh: '一等项目', en: 'First-class project' }, quota: 10 },
  SECOND: { name: { zh: '二等项目', en: 'Second-class project' }, quota: 20 },
  THIRD: { name: { zh: '优秀项目', en: 'Excellent project' }, quota: 70 },
};
