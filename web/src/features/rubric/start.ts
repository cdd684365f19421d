import type { Texts } from '../../forms/texts';
import { newKey } from '../../ui/device/new-key';
import type { CriterionDraft } from './draft';
import { scales } from './scales';

interface Start {
  key: string;
  name: Texts;
  guidance: Texts;
  /** From 0, from 6, from 9. */
  levels: [Texts, Texts, Texts];
}

const bounds = ['0', '6', '9'];

/** Both languages go into the rubric at once, whichever the page is read in. */
const starts: Start[] = [
  {
    key: 'needs',
    name: { zh: '需求', en: 'Needs' },
    guidance: { zh: '需求是否真实、具体、紧迫？', en: 'Is the need real, specific and pressing?' },
    levels: [
      { zh: '泛泛而谈，看不出为谁而做。', en: 'General remarks, for nobody in particular.' },
      { zh: '需求真实，但对象偏宽或依据单薄。', en: 'Real, but broad or thinly supported.' },
      {
        zh: '有调查、有数据，说清了谁、在哪里、缺什么。',
        en: 'Surveyed, with figures: clear who lacks what, and where.',
      },
    ],
  },
  {
    key: 'goals',
    name: { zh: '目标', en: 'Goals' },
    guidance: { zh: '目标是否回应需求、能否检验？', en: 'Do the goals answer the need, and can they be checked?' },
    levels: [
      { zh: '口号式目标，无从检验。', en: 'Slogans that nobody could check.' },
      { zh: '方向明确，但指标不全或时限含糊。', en: 'A clear direction, with measures or dates missing.' },
      { zh: '分阶段、可衡量、够得着，与需求一一对应。', en: 'Staged, measurable, within reach, matched to the needs.' },
    ],
  },
  {
    key: 'implementation',
    name: { zh: '实施', en: 'Implementation' },
    guidance: { zh: '做法是否有设计、有分工、有保障？', en: 'Is the work designed, shared out and safeguarded?' },
    levels: [
      { zh: '只有活动安排，缺少项目管理。', en: 'A list of events rather than a managed project.' },
      { zh: '做法可行，但保障或回访有缺口。', en: 'Workable, with gaps in safeguards or follow-up.' },
      {
        zh: '步骤清楚、分工到人，从需求到回访形成闭环。',
        en: 'Clear steps and roles, from the need to the follow-up.',
      },
    ],
  },
  {
    key: 'outcomes',
    name: { zh: '成果', en: 'Outcomes' },
    guidance: { zh: '有什么变化，凭据是什么？', en: 'What has changed, and what is the evidence?' },
    levels: [
      { zh: '以形容词代替凭据。', en: 'Adjectives in place of evidence.' },
      { zh: '有成效，但凭据不全。', en: 'Results with incomplete evidence.' },
      { zh: '记录、时数和反馈相互印证，变化能持续。', en: 'Records, hours and feedback agree; the change lasts.' },
    ],
  },
  {
    key: 'features',
    name: { zh: '特色', en: 'Features' },
    guidance: { zh: '有何不同，别处能不能学？', en: 'What is different, and can others learn it?' },
    levels: [
      { zh: '形式单调，与他人雷同。', en: 'Monotonous, much like others.' },
      { zh: '有亮点，但别处不易照着做。', en: 'Highlights that would be hard to repeat elsewhere.' },
      { zh: '办法出自本地、有新意，别处可以照着做。', en: 'A fresh idea from local ground that others can copy.' },
    ],
  },
];

/** Five criteria to begin with and to change: alike in weight, as no two competitions weigh alike. */
export const startingCriteria = (): CriterionDraft[] =>
  starts.map(({ levels, ...rest }) => ({
    id: newKey(),
    weight: '20',
    scale: 'tenByHalf',
    ...scales.tenByHalf,
    levels: levels.map((level, index) => ({ id: newKey(), from: bounds[index] ?? '', ...level })),
    ...rest,
  }));
