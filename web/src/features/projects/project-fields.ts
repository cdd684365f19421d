import { limits } from '@laurel/schema/limits';
import type { Language, ProjectField, SaveProjectInput } from '../../gql/types';

/** The form is flat, one text per box; the API groups the two languages of a title. */
export const fieldNames = [
  'titleZh',
  'titleEn',
  'summaryZh',
  'summaryEn',
  'language',
  'startedOn',
  'beneficiaries',
  'needs',
  'goals',
  'implementation',
  'outcomes',
  'features',
] as const;
export type FieldName = (typeof fieldNames)[number];
export type Fields = Record<FieldName, string>;

export const sectionNames = ['needs', 'goals', 'implementation', 'outcomes', 'features'] as const;
export type SectionName = (typeof sectionNames)[number];

export const partNames = ['basics', ...sectionNames, 'submit'] as const;
export type PartName = (typeof partNames)[number];

export const isPart = (text: string | null): text is PartName => partNames.some((name) => name === text);

interface ProjectValues {
  title: { zh: string | null; en: string | null };
  summary: { zh: string | null; en: string | null };
  language: Language;
  startedOn: string | null;
  beneficiaries: string | null;
  needs: string;
  goals: string;
  implementation: string;
  outcomes: string;
  features: string;
}

export const fieldsOf = (project: ProjectValues): Fields => ({
  titleZh: project.title.zh ?? '',
  titleEn: project.title.en ?? '',
  summaryZh: project.summary.zh ?? '',
  summaryEn: project.summary.en ?? '',
  language: project.language,
  startedOn: project.startedOn ?? '',
  beneficiaries: project.beneficiaries ?? '',
  needs: project.needs,
  goals: project.goals,
  implementation: project.implementation,
  outcomes: project.outcomes,
  features: project.features,
});

/** The server trims, so a space at the end is no change. */
export const isSame = (one: string, other: string): boolean => one.trim() === other.trim();

export const changedFields = (base: Fields, text: Fields): FieldName[] =>
  fieldNames.filter((name) => !isSame(base[name], text[name]));

type Changes = Omit<SaveProjectInput, 'projectId' | 'version'>;

/** Only what changed goes out; the two languages of a title travel together. */
export function inputOf(text: Fields, changed: readonly FieldName[]): Changes {
  const input: Changes = {};
  for (const name of changed) {
    switch (name) {
      case 'titleZh':
      case 'titleEn':
        input.title = { zh: text.titleZh.trim() || null, en: text.titleEn.trim() || null };
        break;
      case 'summaryZh':
      case 'summaryEn':
        input.summary = { zh: text.summaryZh.trim() || null, en: text.summaryEn.trim() || null };
        break;
      case 'language':
        input.language = text.language === 'EN' ? 'EN' : 'ZH_CN';
        break;
      case 'startedOn':
        input.startedOn = text.startedOn || null;
        break;
      default:
        input[name] = text[name].trim();
    }
  }
  return input;
}

export const limitOf = (name: FieldName): number | undefined => {
  switch (name) {
    case 'titleZh':
      return limits.title;
    case 'titleEn':
      return limits.titleEn;
    case 'summaryZh':
      return limits.summary;
    case 'summaryEn':
      return limits.summaryEn;
    case 'beneficiaries':
      return limits.beneficiaries;
    case 'language':
    case 'startedOn':
      return undefined;
    default:
      return limits.section;
  }
};

/** People count characters, computers UTF-16 units: a rare character is one. */
export const lengthOf = (text: string): number => Array.from(text.trim()).length;

/** Why a box cannot be saved as it is, as a key of the words for it. */
export type Obstacle = 'tooLong' | 'titleMissing' | 'dateUnfinished';

export function obstacleOf(name: FieldName, text: Fields): Obstacle | undefined {
  const limit = limitOf(name);
  if (limit !== undefined && lengthOf(text[name]) > limit) return 'tooLong';
  if ((name === 'titleZh' || name === 'titleEn') && !text.titleZh.trim() && !text.titleEn.trim()) return 'titleMissing';
  // A year that is still being typed arrives as 0002 or 0020.
  if (name === 'startedOn' && text.startedOn && !/^(19|20)\d\d-\d\d-\d\d$/.test(text.startedOn))
    return 'dateUnfinished';
  return undefined;
}

/** The box that a path of the API's input speaks of. */
export function fieldOfPath(path: string): FieldName | undefined {
  const parts = path.split('.').filter((part) => part !== 'input');
  const [head, tail] = parts;
  if (head === 'title') return tail === 'en' ? 'titleEn' : 'titleZh';
  if (head === 'summary') return tail === 'en' ? 'summaryEn' : 'summaryZh';
  return fieldNames.find((name) => name === head);
}

/** Where the form asks for what the API says is missing. */
const places: Record<ProjectField, { part: PartName; field: FieldName }> = {
  TITLE: { part: 'basics', field: 'titleZh' },
  SUMMARY: { part: 'basics', field: 'summaryZh' },
  NEEDS: { part: 'needs', field: 'needs' },
  GOALS: { part: 'goals', field: 'goals' },
  IMPLEMENTATION: { part: 'implementation', field: 'implementation' },
  OUTCOMES: { part: 'outcomes', field: 'outcomes' },
  FEATURES: { part: 'features', field: 'features' },
};

export const placeOfMissing = (missing: ProjectField) => places[missing];
