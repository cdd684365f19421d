import { shortest } from './decimal';

export interface SealedSheet {
  /** Of the competition. */
  slug: string;
  /** Its kind. */
  stage: string;
  judgeCode: string;
  entryNumber: number;
  /** In the order of the rubric. */
  marks: readonly { key: string; value: string }[];
  comment: string;
}

/** A submitted sheet as the text that is sealed, a line each: the same as the server's, worked out here. */
export const textOfSheet = ({ slug, stage, judgeCode, entryNumber, marks, comment }: SealedSheet): string =>
  [
    'laurel sheet 1',
    slug,
    stage,
    judgeCode,
    String(entryNumber),
    ...marks.map(({ key, value }) => `${key} ${shortest(value)}`),
    comment,
  ].join('\n');

/** SHA-256 in hex. Not the browser's own, which is missing where a page is served without TLS. */
export async function sealOf(sheet: SealedSheet): Promise<string> {
  const [{ sha256 }, { bytesToHex, utf8ToBytes }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ]);
  return bytesToHex(sha256(utf8ToBytes(textOfSheet(sheet))));
}

/** The first 32 bits, to be read aloud: 3F9A-21C0. */
export const codeOfSeal = (seal: string): string => `${seal.slice(0, 4)}-${seal.slice(4, 8)}`.toUpperCase();
