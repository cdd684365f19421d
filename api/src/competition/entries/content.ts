import { createHash } from 'node:crypto';
import type { Bilingual } from '../../core/graphql/localized-text.ts';

/** A section as it was handed in. */
export interface SectionCopy {
  key: string;
  name: Bilingual;
  text: string;
  isRequired: boolean;
}

/** An answer as it was handed in, with what was asked. */
export interface AnswerCopy {
  key: string;
  prompt: Bilingual;
  kind: 'TEXT' | 'CHOICE' | 'NUMBER' | 'FILE';
  /** Of a choice, the key of the option; of a file, the id of the upload. */
  value: string;
  /** Of a choice: what the option is called. */
  option?: Bilingual;
}

/** Exactly what is handed in at once: the content of one revision. */
export interface EntryContent {
  /** Slug. */
  competition: string;
  number: number;
  revision: number;
  /** Key. */
  category: string;
  /** Key. */
  form: string;
  organizationZh: string | null;
  organizationEn: string | null;
  /** Code. */
  region: string;
  titleZh: string | null;
  titleEn: string | null;
  summaryZh: string | null;
  summaryEn: string | null;
  language: string;
  startedOn: string | null;
  endedOn: string | null;
  beneficiaries: string | null;
  videoUrl: string | null;
  sections: readonly SectionCopy[];
  answers: readonly AnswerCopy[];
  /** What goes with it, by its SHA-256. */
  attachments?: readonly { name: string; sha256: string; captionZh?: string | null; captionEn?: string | null }[];
}

const plain = [
  'competition',
  'number',
  'revision',
  'category',
  'form',
  'organizationZh',
  'organizationEn',
  'region',
  'titleZh',
  'titleEn',
  'summaryZh',
  'summaryEn',
  'language',
  'startedOn',
  'endedOn',
  'beneficiaries',
  'videoUrl',
] as const satisfies readonly (keyof EntryContent)[];

/**
 * A hand-in as text: a line with its version, one for each plain value that there is, then sections, answers and
 * attachments, each under a line with its name. PostgreSQL says the same in text_of_entry.
 */
export const textOfEntry = (content: EntryContent): string =>
  [
    'laurel entry 1',
    ...plain.flatMap((name) => (content[name] === null ? [] : [`${name} ${content[name]}`])),
    ...content.sections.map(({ key, text }) => `section ${key}\n${text}`),
    ...content.answers.map(({ key, value }) => `answer ${key}\n${value}`),
    ...(content.attachments ?? []).map(({ name, sha256 }) => `attachment ${sha256} ${name}`),
  ].join('\n');

/** SHA-256 of the text in UTF-8, in hex. Who has the text can show that it is what was handed in. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');
