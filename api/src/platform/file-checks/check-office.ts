import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileType } from '@laurel/schema/files';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Unfit } from './unfit.ts';

/** What each kind has to have, or no program opens it. */
const mainPart: Partial<Record<FileType, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word/document.xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xl/workbook.xml',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'ppt/presentation.xml',
};

const contentTypes = '[Content_Types].xml';
const mostParts = 5_000;
const mostInflated = 300 * 1024 * 1024;
/** The largest ratio of inflated to packed size, and the inflated size up to which the ratio does not matter. */
const mostTimes = 10;
const alwaysAllowed = 32 * 1024 * 1024;
const longestContentTypes = 1024 * 1024;

const active =
  /(^|\/)(vbaProject|vbaData|editdata\.mso)|(^|\/)activeX\/|\.(exe|dll|com|bat|cmd|scr|js|vbs|ps1|html?)$/i;
const activeTypes = /macroEnabled|vbaProject|activeX/i;

export const mostInflatedOf = (size: number): number =>
  Math.min(mostInflated, Math.max(size * mostTimes, alwaysAllowed));

/**
 * Looks through a docx, xlsx or pptx: what stands in it, and that it inflates to what it should. The sizes a zip tells
 * are believed by nobody: every part is inflated and counted, and the count ends it. Throws Unfit.
 */
export async function checkOffice(file: string, size: number, type: FileType): Promise<void> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(file, { autoClose: false, strictFileNames: true, validateEntrySizes: true });
    await checkParts(zip, mostInflatedOf(size), mainPart[type] ?? '');
  } catch (error) {
    throw error instanceof Unfit ? error : asUnfit(error);
  } finally {
    zip?.close();
  }
}

async function checkParts(zip: ZipFile, mostBytes: number, main: string): Promise<void> {
  if (zip.entryCount > mostParts) throw new Unfit('INFLATED');
  const seen = new Set<string>();
  let inflated = 0;
  let declared = 0;
  for await (const part of zip.eachEntry()) {
    const name = part.fileName.toLowerCase();
    if (part.isEncrypted()) throw new Unfit('PROTECTED');
    // Of two parts of one name one program reads the first and another the second.
    if (seen.has(name) || /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(part.fileName)) throw new Unfit('BROKEN');
    if (active.test(part.fileName)) throw new Unfit('ACTIVE');
    seen.add(name);
    declared += part.uncompressedSize;
    if (declared > mostBytes) throw new Unfit('INFLATED');
    if (name.endsWith('/')) continue;
    const isContentTypes = part.fileName === contentTypes;
    const head = isContentTypes ? longestContentTypes : 0;
    const read = await inflate(zip, part, mostBytes - inflated, head);
    inflated += read.bytes;
    if (isContentTypes && (read.bytes > longestContentTypes || activeTypes.test(read.head))) throw new Unfit('ACTIVE');
  }
  if (!seen.has(contentTypes.toLowerCase()) || !seen.has(main)) throw new Unfit('MISMATCH');
}

/** Counts what a part inflates to, and keeps its first bytes. */
async function inflate(zip: ZipFile, part: Entry, mostBytes: number, keep: number) {
  let bytes = 0;
  const kept: Buffer[] = [];
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (bytes < keep) kept.push(chunk.subarray(0, keep - bytes));
      bytes += chunk.length;
      done(bytes > mostBytes ? new Unfit('INFLATED') : null);
    },
  });
  await pipeline(await zip.openReadStreamPromise(part), count);
  return { bytes, head: Buffer.concat(kept).toString('utf8') };
}

/** Of the file itself all faults are its own; those of the machine are ours. */
function asUnfit(error: unknown): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/^E(MFILE|NFILE|IO|ACCES|NOENT|NOMEM)$/.test(code)) return error as Error;
  const isTooLong = error instanceof Error && /too many bytes/i.test(error.message);
  return new Unfit(isTooLong ? 'INFLATED' : 'BROKEN');
}
