import { createHash } from 'node:crypto';
import Decimal from 'decimal.js';

interface SealedSheet {
  /** Of the competition. */
  slug: string;
  stage: string;
  judgeCode: string;
  entryNumber: number;
  /** In the order of the rubric. */
  marks: readonly { key: string; value: string }[];
  comment: string;
}

/**
 * A submitted sheet as text, a line each: version, competition, stage, judge's code, entry's number, then each
 * criterion's key and mark without trailing zeros, then the comment. PostgreSQL says the same in text_of_sheet.
 */
export const textOfSheet = ({ slug, stage, judgeCode, entryNumber, marks, comment }: SealedSheet): string =>
  [
    'laurel sheet 1',
    slug,
    stage,
    judgeCode,
    String(entryNumber),
    ...marks.map(({ key, value }) => `${key} ${new Decimal(value).toFixed()}`),
    comment,
  ].join('\n');

/** SHA-256 of the text in UTF-8, in hex. Who has the text can show that it is what was sealed. */
export const sealOf = (sheet: SealedSheet): string => createHash('sha256').update(textOfSheet(sheet)).digest('hex');

/** The first 32 bits of a seal, to be read aloud: 3F9A-21C0. */
export const codeOfSeal = (seal: string): string => `${seal.slice(0, 4)}-${seal.slice(4, 8)}`.toUpperCase();
