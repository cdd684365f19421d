import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { isPictureType, type FileType } from '@laurel/schema/files';
import { fileTypeFromBuffer } from 'file-type';
import { checkOffice } from './check-office.ts';
import { type MadePicture, withPicture } from './check-picture.ts';
import { checkPdf } from './check-pdf.ts';
import { Gate } from './gate.ts';
import { Unfit } from './unfit.ts';

/** Documents that are looked through at a time; each is held in memory or inflated once. */
const reading = new Gate(2, 200);

/** What is kept of a file that passed. */
export interface CheckedFile {
  file: string;
  size: number;
  type: string;
  sha256: string;
  picture: MadePicture | null;
}

/**
 * Finds out whether a file of this machine is what it claims to be and harmless to the person who opens it; `work`
 * gets what is to be kept. Throws Unfit, or GateFull where too many others are waiting.
 */
export async function withCheckedFile<T>(
  file: string,
  { size, type }: { size: number; type: FileType },
  work: (checked: CheckedFile) => Promise<T>,
): Promise<T> {
  await checkMagic(file, type);
  if (isPictureType(type)) {
    return await withPicture(file, async (picture) => {
      const sha256 = await hashOf(picture.file);
      return await work({ file: picture.file, size: picture.size, type: picture.type, sha256, picture });
    });
  }
  await reading.pass(1, async () => {
    if (type === 'application/pdf') await checkPdf(file);
    else await checkOffice(file, size, type);
  });
  return await work({ file, size, type, sha256: await hashOf(file), picture: null });
}

/** The signatures of all types lie within these first bytes. */
const headBytes = 4100;

async function checkMagic(file: string, type: FileType): Promise<void> {
  const handle = await open(file);
  let found: string | undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    found = isZip(head) ? 'application/zip' : (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
  } finally {
    await handle.close();
  }
  // What a zip is made of is looked at part by part.
  const expected = type.includes('openxmlformats') ? 'application/zip' : type;
  if (found !== expected) throw new Unfit('MISMATCH');
}

const isZip = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
