import { LocalizedText, type Bilingual } from '../../../core/graphql/localized-text.ts';
import { make } from '../../../core/graphql/user-error.ts';
import type { Locale } from '../../../core/locale.ts';
import type { EntryContent } from '../../entries/index.ts';
import { PartKind } from '../../../work/projects/index.ts';
import { PartChange } from './changes.types.ts';
import type { MarkedField } from '../decision.entity.ts';

interface Part {
  kind: PartKind;
  key: string;
  name: string | null;
  text: string;
}

const lines = (...texts: (string | null | undefined)[]) => texts.filter(Boolean).join('\n');

/** The parts of a hand-in as texts that people can compare, in the order of the form. */
function partsOf(content: EntryContent, locale: Locale): Part[] {
  const inLocale = (text: Bilingual) => LocalizedText.of(text).in(locale);
  const basics: Record<string, string> = {
    title: lines(content.titleZh, content.titleEn),
    summary: lines(content.summaryZh, content.summaryEn),
    language: content.language,
    startedOn: content.startedOn ?? '',
    endedOn: content.endedOn ?? '',
    beneficiaries: content.beneficiaries ?? '',
    videoUrl: content.videoUrl ?? '',
    region: content.region,
    // Another file may have come under the same name.
    attachments: lines(
      ...(content.attachments ?? []).map(({ name, sha256, captionZh, captionEn }) =>
        [name, sha256.slice(0, 8), captionZh, captionEn].filter(Boolean).join(' · '),
      ),
    ),
  };
  return [
    ...Object.entries(basics).map(([key, text]) => ({ kind: PartKind.BASICS, key, name: null, text })),
    ...content.sections.map(({ key, name, text }) => ({ kind: PartKind.SECTION, key, name: inLocale(name), text })),
    ...content.answers.map(({ key, prompt, value, option }) => ({
      kind: PartKind.QUESTION,
      key,
      name: inLocale(prompt),
      text: option ? inLocale(option) : value,
    })),
  ];
}

/** The parts that differ between two hand-ins, and those that were marked and did not change. */
export function changedParts(
  before: EntryContent,
  after: EntryContent,
  marks: readonly MarkedField[],
  locale: Locale,
): PartChange[] {
  const [old, now] = [partsOf(before, locale), partsOf(after, locale)];
  const isSame = (a: Part) => (b: Part) => a.kind === b.kind && a.key === b.key;
  const gone = old.filter((part) => !now.some(isSame(part))).map((part) => ({ ...part, text: '' }));
  return [...now, ...gone].flatMap((part) => {
    const earlier = old.find(isSame(part))?.text ?? '';
    const mark = marks.find(({ kind, key }) => kind === part.kind && key === part.key);
    if (earlier === part.text && !mark) return [];
    const { kind, key, name, text } = part;
    return [make(PartChange, { kind, key, name, before: earlier, after: text, remark: mark?.remark ?? null })];
  });
}
