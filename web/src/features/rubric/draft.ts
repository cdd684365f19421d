import { rubricInput, type RubricInput } from '@laurel/schema/rubric';
import { textsOf, type Texts } from '../../forms/texts';
import type { RubricEditor_rubricFragment } from '../../gql/RubricEditor_rubric';
import { plainDecimal } from '../../ui/text/decimals';
import { scaleOf, type ScaleName } from './scales';

export interface LevelDraft extends Texts {
  /** Of this page alone; the API has levels by their place. */
  id: string;
  from: string;
}

/** Numbers as they stand in their boxes. */
export interface CriterionDraft {
  /** Of this page alone: a saved criterion gets another one each time. */
  id: string;
  /** Empty: made of the name when it is saved. */
  key: string;
  name: Texts;
  guidance: Texts;
  weight: string;
  scale: ScaleName;
  minimum: string;
  maximum: string;
  step: string;
  levels: LevelDraft[];
}

export interface Draft {
  requiresComment: boolean;
  criteria: CriterionDraft[];
}

export type Declared = Pick<RubricEditor_rubricFragment, 'requiresComment' | 'criteria'>;

export const noDraft: Draft = { requiresComment: false, criteria: [] };

export const draftOf = ({ requiresComment, criteria }: Declared): Draft => ({
  requiresComment,
  criteria: criteria.map(({ id, key, nameTexts, guidanceTexts, weight, levels, ...rest }) => {
    const range = {
      minimum: plainDecimal(rest.minimum),
      maximum: plainDecimal(rest.maximum),
      step: plainDecimal(rest.step),
    };
    return {
      id,
      key,
      name: textsOf(nameTexts),
      guidance: textsOf(guidanceTexts),
      weight: plainDecimal(weight),
      scale: scaleOf(range),
      ...range,
      levels: levels.map(({ from, wordingTexts }) => ({
        id: `${id}-${from}`,
        from: plainDecimal(from),
        ...textsOf(wordingTexts),
      })),
    };
  }),
});

/** What stands in the way, for the words of "rubric". */
export type Problem =
  | { kind: 'required' | 'number' | 'weight' | 'minimum' | 'maximum' | 'step' | 'levels' | 'key' | 'keyTwice' | 'none' }
  | { kind: 'tooLong' | 'tooMany'; count: number };
/** By the path that the API would name: criteria.0.weight. */
type Problems = Record<string, Problem>;

/** Letters, digits and hyphens of a name, as far as a key may be long. */
const keyFrom = ({ zh, en }: Texts): string =>
  Array.from(
    (en.trim() || zh)
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
  )
    .slice(0, 30)
    .join('')
    .replaceAll(/^[^\p{L}\p{N}]+|-+$/gu, '') || 'criterion';

/** The keys as they will be saved. Keys that were made of names step aside for each other, written ones never. */
export function keysOf(criteria: readonly Pick<CriterionDraft, 'key' | 'name'>[]): string[] {
  const taken = new Set(criteria.map(({ key }) => key.trim()));
  return criteria.map(({ key, name }) => {
    if (key.trim() !== '') return key.trim();
    const wanted = keyFrom(name);
    let found = wanted;
    for (let count = 2; taken.has(found); count += 1) found = `${wanted}-${count}`;
    taken.add(found);
    return found;
  });
}

const texts = ({ zh, en }: Texts) => ({ zh: zh.trim() || null, en: en.trim() || null });

/** What would be sent, right or wrong. */
function said({ requiresComment, criteria }: Draft): RubricInput {
  const keys = keysOf(criteria);
  return {
    requiresComment,
    criteria: criteria.map(({ name, guidance, weight, minimum, maximum, step, levels }, index) => ({
      key: keys[index] ?? '',
      name: texts(name),
      guidance: texts(guidance),
      weight: weight.trim(),
      minimum: minimum.trim(),
      maximum: maximum.trim(),
      step: step.trim(),
      levels: levels.map((level) => ({ from: level.from.trim(), ...texts(level) })),
    })),
  };
}

/** The rubric that the draft is, or what is wrong with it. */
export function rubricOf(draft: Draft): { rubric: RubricInput | null; problems: Problems } {
  const given = said(draft);
  const result = rubricInput.safeParse(given);
  if (result.success) return { rubric: result.data, problems: {} };
  const problems: Problems = {};
  for (const issue of result.error.issues) {
    const path = issue.path.map(String);
    // A key is there twice: it is said at the second.
    if (issue.code === 'custom' && path.length === 1 && issue.message !== 'field.required') {
      const keys = given.criteria.map(({ key }) => key);
      const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
      if (twice >= 0) problems[`criteria.${twice}.key`] ??= { kind: 'keyTwice' };
    } else problems[path.join('.')] ??= problemOf(path, issue);
  }
  return { rubric: null, problems };
}

type Issue = { code: string; message: string; maximum?: unknown; params?: Record<string, unknown> | undefined };

function problemOf(path: readonly string[], issue: Issue): Problem {
  if (issue.message === 'field.tooLong') return { kind: 'tooLong', count: Number(issue.params?.['maximum']) };
  if (issue.message === 'field.required') return { kind: path.length === 1 ? 'none' : 'required' };
  if (issue.code === 'too_big') return { kind: 'tooMany', count: Number(issue.maximum) };
  const last = path.at(-1);
  switch (last) {
    case 'weight':
    case 'minimum':
    case 'maximum':
    case 'step':
    case 'levels':
    case 'key':
      return { kind: last };
    default:
      return { kind: 'number' };
  }
}

/** Thousandths are what the API keeps: 20, 20.0 and 020 weigh the same. */
const number = (decimal: string) => (/^-?\d+(\.\d+)?$/.test(decimal) ? String(Number(decimal)) : decimal);

/** Says the same for two drafts that would save the same rubric. */
export function fingerprint(draft: Draft): string {
  const { requiresComment, criteria } = said(draft);
  const numbers = criteria.map((one) => ({
    ...one,
    weight: number(one.weight),
    minimum: number(one.minimum),
    maximum: number(one.maximum),
    step: number(one.step),
    levels: one.levels.map((level) => ({ ...level, from: number(level.from) })),
  }));
  return JSON.stringify({ requiresComment, criteria: numbers });
}

/** A draft kept on this device by an earlier version of this page may have another shape. */
export const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as Draft).criteria) &&
  (value as Draft).criteria.every(
    (one) =>
      one.name !== undefined && one.guidance !== undefined && Array.isArray(one.levels) && one.scale !== undefined,
  );
