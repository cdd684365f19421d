import { isSecureUrl } from '@laurel/schema/inputs';
import { limits } from '@laurel/schema/limits';
import type { ProjectDraft_projectFragment } from '../../../gql/ProjectDraft_project';
import type { SaveProjectInput } from '../../../gql/types';
import type { Fields, PartState } from './draft';

export const basics = 'basics';

/** The boxes that are no section; the API groups the two languages of a title. */
const basicNames = [
  'titleZh',
  'titleEn',
  'summaryZh',
  'summaryEn',
  'beneficiaries',
  'language',
  'startedOn',
  'endedOn',
  'videoUrl',
  'regionId',
  'teamId',
] as const;
export type BasicName = (typeof basicNames)[number];

export const isBasic = (name: string): name is BasicName => basicNames.some((known) => known === name);

/** A section is one box, named by its key under this prefix: a key may be that of a basic box. */
const prefix = 'section.';
export const boxOf = (sectionKey: string): string => `${prefix}${sectionKey}`;
export const partOf = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : basics);

type Values = Omit<ProjectDraft_projectFragment, 'form' | 'missing' | 'sections'>;
type Section = ProjectDraft_projectFragment['sections'][number];

type Words = Pick<Values, 'title' | 'summary' | 'beneficiaries' | 'language' | 'startedOn' | 'endedOn' | 'videoUrl'>;

/** What a version of the basics says; where the project was, then, its history does not tell. */
export const basicsFields = (values: Words): Fields => ({
  titleZh: values.title.zh ?? '',
  titleEn: values.title.en ?? '',
  summaryZh: values.summary.zh ?? '',
  summaryEn: values.summary.en ?? '',
  beneficiaries: values.beneficiaries ?? '',
  language: values.language,
  startedOn: values.startedOn ?? '',
  endedOn: values.endedOn ?? '',
  videoUrl: values.videoUrl ?? '',
});

export const basicsPart = (project: Values): PartState => ({
  version: project.version,
  fields: { ...basicsFields(project), regionId: project.region.id, teamId: project.team?.id ?? '' },
});

export const sectionPart = ({ key, text, version }: Pick<Section, 'key' | 'text' | 'version'>): PartState => ({
  version,
  fields: { [boxOf(key)]: text },
});

export const partsOf = (project: Values & { sections: readonly Section[] }): Record<string, PartState> => ({
  [basics]: basicsPart(project),
  ...Object.fromEntries(project.sections.map((section) => [section.key, sectionPart(section)])),
});

type Changes = Omit<SaveProjectInput, 'projectId' | 'version'>;

/** Only what changed goes out; the two languages of a title travel together. */
export function basicsInput(text: Fields, changed: readonly string[]): Changes {
  const input: Changes = {};
  const given = (name: BasicName) => (text[name] ?? '').trim() || null;
  for (const name of changed.filter(isBasic)) {
    switch (name) {
      case 'titleZh':
      case 'titleEn':
        input.title = { zh: given('titleZh'), en: given('titleEn') };
        break;
      case 'summaryZh':
      case 'summaryEn':
        input.summary = { zh: given('summaryZh'), en: given('summaryEn') };
        break;
      case 'language':
        input.language = text['language'] === 'EN' ? 'EN' : 'ZH_CN';
        break;
      case 'startedOn':
      case 'endedOn':
      case 'teamId':
        input[name] = given(name);
        break;
      default:
        input[name] = given(name) ?? '';
    }
  }
  return input;
}

const basicLimits: Partial<Record<BasicName, number>> = {
  titleZh: limits.title,
  titleEn: limits.titleEn,
  summaryZh: limits.summary,
  summaryEn: limits.summaryEn,
  beneficiaries: limits.beneficiaries,
  videoUrl: limits.url,
};

/** How long a section may be is its form's to say. */
export type LimitOf = (name: string) => number | undefined;

export const limitsOf = (sections: readonly { key: string; maxLength: number }[]): LimitOf => {
  const known = new Map(sections.map(({ key, maxLength }) => [boxOf(key), maxLength]));
  return (name) => (isBasic(name) ? basicLimits[name] : known.get(name));
};

/** People count characters, computers UTF-16 units: a rare character is one. */
export const lengthOf = (text: string): number => Array.from(text.trim()).length;

/** Why a box cannot be saved as it is, as a key of the words for it. */
type Obstacle = 'tooLong' | 'titleMissing' | 'dateUnfinished' | 'endsBeforeStart' | 'notHttps';

export function obstacleOf(name: string, text: Fields, limitOf: LimitOf): Obstacle | undefined {
  const value = (text[name] ?? '').trim();
  const limit = limitOf(name);
  if (limit !== undefined && lengthOf(value) > limit) return 'tooLong';
  switch (name) {
    case 'titleZh':
    case 'titleEn':
      return text['titleZh']?.trim() || text['titleEn']?.trim() ? undefined : 'titleMissing';
    case 'startedOn':
    case 'endedOn':
      // A year is typed a digit at a time.
      if (value && !/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return 'dateUnfinished';
      return name === 'endedOn' && value && value < (text['startedOn'] ?? '') ? 'endsBeforeStart' : undefined;
    case 'videoUrl':
      return value && !isSecureUrl(value) ? 'notHttps' : undefined;
    default:
      return undefined;
  }
}

/** The box that a path of the API's input speaks of. */
export function fieldOfPath(path: string): BasicName | undefined {
  const parts = path.split('.').filter((part) => part !== 'input');
  const [head, tail] = parts;
  if (head === 'title') return tail === 'en' ? 'titleEn' : 'titleZh';
  if (head === 'summary') return tail === 'en' ? 'summaryEn' : 'summaryZh';
  return basicNames.find((name) => name === head);
}

/** Where the form asks for what the API says is missing: the part, and the box in it. */
export function placeOfMissing({ kind, key }: { kind: string; key: string }): { part: string; field: string } {
  if (kind === 'SECTION') return { part: key, field: boxOf(key) };
  if (kind === 'QUESTION') return { part: 'submit', field: `answer.${key}` };
  return { part: basics, field: key === 'title' ? 'titleZh' : 'summaryZh' };
}
