import type { Context } from '../../../core/context.ts';
import { LocalizedText, type Bilingual } from '../../../core/graphql/localized-text.ts';
import { make } from '../../../core/graphql/user-error.ts';
import type { EntryContent } from '../content.ts';
import { EntryAnswer, EntrySection } from '../entry-content.types.ts';
import type { HandInTiming } from '../revision.entity.ts';
import { receiptWord } from './receipt-words.ts';
import { Receipt, ReceiptFact, ReceiptFile } from './receipt.types.ts';

/** A revision as it is read for a receipt, with the names behind the keys of its content. */
export interface ReceiptRow {
  entry_id: string;
  revision: number;
  content: EntryContent;
  text: string;
  sha256: string;
  submitted_at: Date | string;
  timing: HandInTiming;
  submitted_by: string | null;
  region_zh: string | null;
  region_en: string | null;
  category_zh: string | null;
  category_en: string | null;
  /** Frozen with it. */
  files: { uploadId: string; name: string; size: number | null; sha256: string }[];
}

/** The receipt of a revision, in the language of its reader. */
export function receiptOf({ locale }: Pick<Context, 'locale'>, row: ReceiptRow): Receipt {
  const { content, sha256, revision, timing, text, files } = row;
  const inWords = (words: Bilingual) => LocalizedText.of(words).in(locale);
  const title = { zh: content.titleZh, en: content.titleEn };
  const summary = { zh: content.summaryZh, en: content.summaryEn };
  return make(Receipt, {
    revision,
    timing,
    sha256,
    text,
    code: sha256.slice(0, 8),
    submittedAt: new Date(row.submitted_at),
    submittedBy: row.submitted_by,
    title: inWords(title),
    summary: inWords(summary),
    facts: factsOf(row, (key) => receiptWord(locale, key), inWords),
    sections: content.sections.map(({ key, name, text: written }) =>
      make(EntrySection, { key, name: inWords(name), text: written }),
    ),
    answers: content.answers.map(({ key, prompt, kind, value, option }) => {
      const file = kind === 'FILE' ? files.find(({ uploadId }) => uploadId === value) : undefined;
      const shown = option ? inWords(option) : (file?.name ?? value);
      return make(EntryAnswer, { key, prompt: inWords(prompt), kind: kind as EntryAnswer['kind'], value: shown });
    }),
    files: (content.attachments ?? []).map(({ name, sha256: hash, captionZh, captionEn }) =>
      make(ReceiptFile, {
        name,
        sha256: hash,
        size: files.find((file) => file.sha256 === hash)?.size ?? null,
        caption: inWords({ zh: captionZh ?? null, en: captionEn ?? null }) || null,
      }),
    ),
    path: `/api/receipts/${row.entry_id}/${revision}.pdf`,
    textPath: `/api/receipts/${row.entry_id}/${revision}.txt`,
  });
}

/** The short values of a hand-in, and a title or summary in the language that the reader does not have. */
function factsOf(
  { content, ...row }: ReceiptRow,
  word: (key: string) => string,
  inWords: (words: Bilingual) => string,
): ReceiptFact[] {
  const other = (zh: string | null, en: string | null) =>
    zh !== null && en !== null ? (inWords({ zh, en }) === zh ? en : zh) : null;
  const facts: [key: string, value: string | null][] = [
    ['otherTitle', other(content.titleZh, content.titleEn)],
    ['organization', inWords({ zh: content.organizationZh, en: content.organizationEn })],
    ['region', inWords({ zh: row.region_zh, en: row.region_en }) || content.region],
    ['category', inWords({ zh: row.category_zh, en: row.category_en }) || content.category],
    ['language', word(`language.${content.language}`)],
    ['startedOn', content.startedOn],
    ['endedOn', content.endedOn],
    ['beneficiaries', content.beneficiaries],
    ['videoUrl', content.videoUrl],
    ['otherSummary', other(content.summaryZh, content.summaryEn)],
  ];
  return facts.flatMap(([key, value]) => (value ? [make(ReceiptFact, { name: word(key), value })] : []));
}
