import { uploadLimits } from './limits.ts';

/** What may be uploaded, by its ending. Nothing that can run: no SVG, no HTML, no macros. */
export const fileTypes = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

export type FileEnding = keyof typeof fileTypes;
export type FileType = (typeof fileTypes)[FileEnding];
export type FilePurpose = 'PICTURE' | 'DOCUMENT' | 'ANSWER';

export type FileProblem =
  | 'NAME'
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'TYPE'
  | 'MISMATCH'
  | 'BROKEN'
  | 'TOO_MANY_PIXELS'
  | 'ANIMATED'
  | 'PROTECTED'
  | 'ACTIVE'
  | 'INFLATED';

const pictureEndings: readonly FileEnding[] = ['jpg', 'jpeg', 'png', 'webp'];
const documentEndings: readonly FileEnding[] = ['pdf', 'docx', 'xlsx', 'pptx'];

/** What a purpose takes; an answer takes both. */
export const endingsFor = (purpose: FilePurpose): readonly FileEnding[] =>
  purpose === 'PICTURE'
    ? pictureEndings
    : purpose === 'DOCUMENT'
      ? documentEndings
      : [...pictureEndings, ...documentEndings];

export const isPictureType = (type: string): boolean => pictureEndings.some((ending) => fileTypes[ending] === type);

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Endings that make a file run somewhere; also before the last one, which some programs do not show. */
const runnable =
  /\.(exe|com|bat|cmd|scr|msi|dll|jse?|mjs|vb[es]?|ws[fh]?|ps1|sh|php\d?|phtml|jsp|aspx?|cgi|p[ly]|html?|xhtml|svgz?|swf|jar|apk|app|lnk|hta|reg|doc[mt]?|xls[mb]|xlt|pptm)\./i;

/** Controls, marks that turn the direction of what follows, and what stands in paths. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff/\\:*?"<>|\ud800-\udfff]/u;

const isName = (name: string, maximum: number): boolean =>
  name === name.trim() && !name.startsWith('.') && Array.from(name).length <= maximum && !unfit.test(name);

/** A name that passes, made from one that people's devices gave: the person who uploads should not have to rename. */
export function tidyName(name: string, maximum: number): string {
  const ending = endingOf(name);
  const stem = (ending ? name.slice(0, -ending.length - 1) : name).replace(new RegExp(unfit, 'gu'), ' ');
  const short = Array.from(stem.replace(/\s+/g, ' ').trim().replace(/^\.+/, ''))
    .slice(0, maximum - ending.length - 1)
    .join('')
    .trim();
  return ending ? `${short || 'file'}.${ending}` : short;
}

/** What can be told of a file before a byte of it is sent; null where nothing speaks against it. */
export function problemBefore(
  purpose: FilePurpose,
  file: { name: string; size: number; type: string },
  longestName: number,
): FileProblem | null {
  if (!isName(file.name, longestName)) return 'NAME';
  const ending = endingsFor(purpose).find((known) => known === endingOf(file.name));
  if (!ending || runnable.test(file.name)) return 'TYPE';
  const type = fileTypes[ending];
  if (file.type !== type) return 'MISMATCH';
  if (file.size <= 0) return 'EMPTY';
  return file.size > bytesAllowed(type) ? 'TOO_LARGE' : null;
}

const bytesAllowed = (type: string): number =>
  isPictureType(type) ? uploadLimits.pictureBytes : uploadLimits.documentBytes;
