import { isUtf8 } from 'node:buffer';
import type { Problems } from './problems.ts';

const NEWLINE = 10;

/** The text of a file, without the mark some editors put in front of it; null when it is not UTF-8. */
export function decodeText(bytes: Uint8Array, problems: Problems): string | null {
  if (isUtf8(bytes)) {
    const text = new TextDecoder().decode(bytes);
    const nul = text.indexOf('\0');
    if (nul < 0) return text;
    problems.error({ line: text.slice(0, nul).split('\n').length }, 'holds a NUL character; this is no text file');
    return null;
  }
  // A newline is never part of a longer character, so each line can be asked for itself.
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  problems.error({ line }, 'is not UTF-8; save the file in that encoding');
  return null;
}
