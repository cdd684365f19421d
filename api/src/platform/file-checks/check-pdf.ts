import { readFile } from 'node:fs/promises';
import { setImmediate as breath } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { Unfit } from './unfit.ts';

const inflated = promisify(inflate);

/** What of one stream, and of all together, is unpacked to be looked at. */
const mostOfOne = 16 * 1024 * 1024;
const mostOfAll = 64 * 1024 * 1024;
const chunkBytes = 1024 * 1024;
/** Longer than anything we look for. */
const overlap = 64;

/** Names of a PDF's dictionaries that make it do something, or bring a file along. */
const active = /\/(JavaScript|JS|Launch|RichMedia|EmbeddedFiles?|GoToE|ImportData|SubmitForm|XFA)(?![A-Za-z0-9])/;
const encrypted = /\/Encrypt(?![A-Za-z0-9])/;
const objectStream = /\/ObjStm(?![A-Za-z0-9])/;

/**
 * Looks through a PDF. Its text is looked at outside of streams, which hold pages and pictures, and inside of those that
 * hold objects. Scripts, programs to start and files inside are refused; so is what is encrypted, since nobody can look
 * into it, a judge included. Throws Unfit.
 */
export async function checkPdf(file: string): Promise<void> {
  await checkPdfBytes(await readFile(file));
}

async function checkPdfBytes(bytes: Buffer): Promise<void> {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Unfit('MISMATCH');
  const end = bytes.lastIndexOf('%%EOF');
  // Whatever follows the end is not for a reader of PDF: such a file is something else as well.
  if (end < 0 || !/^[\s\0]{0,1024}$/.test(bytes.toString('latin1', end + 5, end + 2000))) throw new Unfit('BROKEN');
  if (bytes.length - end > 1029 || holdsZip(bytes)) throw new Unfit('BROKEN');
  let isProtected = false;
  let unpacked = 0;
  for await (const text of readable(bytes)) {
    if (active.test(text)) throw new Unfit('ACTIVE');
    isProtected ||= encrypted.test(text);
  }
  if (isProtected) throw new Unfit('PROTECTED');
  for (const stream of objectStreams(bytes)) {
    const objects = await unpack(stream);
    unpacked += objects.length;
    if (unpacked > mostOfAll) throw new Unfit('INFLATED');
    for await (const text of inChunks(objects)) if (active.test(text)) throw new Unfit('ACTIVE');
  }
}

/** The end of a zip where a zip ends: the file would be two things at once. */
const holdsZip = (bytes: Buffer) => bytes.subarray(-66_000).includes('PK\x05\x06', 0, 'latin1');

async function unpack(stream: Buffer): Promise<Buffer> {
  try {
    return await inflated(stream, { maxOutputLength: mostOfOne });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Unfit('INFLATED');
    // Packed in another way, or not at all.
    return stream;
  }
}

interface Span {
  from: number;
  to: number;
}

/** Where the bodies of streams lie. A word `stream` with no end to it is text. */
function* streamBodies(bytes: Buffer): Generator<Span> {
  let at = 0;
  for (;;) {
    const word = bytes.indexOf('stream', at, 'latin1');
    if (word < 0) return;
    let from = word + 6;
    if (bytes[from] === 0x0d) from += 1;
    if (bytes[from] !== 0x0a) {
      at = word + 6;
      continue;
    }
    const to = bytes.indexOf('endstream', from, 'latin1');
    if (to < 0) return;
    yield { from: from + 1, to };
    at = to + 9;
  }
}

/** Everything that is not the body of a stream. */
async function* readable(bytes: Buffer): AsyncGenerator<string> {
  let at = 0;
  for (const { from, to } of streamBodies(bytes)) {
    yield* inChunks(bytes.subarray(at, from));
    at = to;
  }
  yield* inChunks(bytes.subarray(at));
}

function* objectStreams(bytes: Buffer): Generator<Buffer> {
  let at = 0;
  for (const { from, to } of streamBodies(bytes)) {
    // The dictionary stands right before its stream.
    const dictionary = plain(bytes.toString('latin1', Math.max(at, from - 2048), from));
    if (objectStream.test(dictionary)) yield bytes.subarray(from, to);
    at = to;
  }
}

/** As text, time-sliced, so that votes are served in between. */
async function* inChunks(bytes: Buffer): AsyncGenerator<string> {
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield plain(bytes.toString('latin1', Math.max(0, at - overlap), at + chunkBytes));
    if (bytes.length > chunkBytes) await breath();
  }
}

/** Any letter of a name may be written as its number: /J#61vaScript. */
const plain = (text: string): string =>
  text.includes('#')
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
