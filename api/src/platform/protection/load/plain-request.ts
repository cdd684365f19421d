/** The headers that are read ahead of Node's parser. */
export type PlainHeader =
  | 'host'
  | 'origin'
  | 'cookie'
  | 'accept'
  | 'accept-language'
  | 'content-type'
  | 'content-encoding'
  | 'x-forwarded-for'
  | 'x-laurel-place';

/** How a header matters here beyond being read. */
const INTRICATE = -1;
const LENGTH = -2;
const CONNECTION = -3;
const UNREAD = -4;

interface Known {
  name: Uint8Array;
  /** Where the spans of its value are kept, or how else it matters. */
  place: number;
}

const places = new Map<PlainHeader, number>();
const bySize: Known[][] = [];

function know(name: string, place: number): void {
  (bySize[name.length] ??= []).push({ name: Buffer.from(name), place });
}
const read: PlainHeader[] = [
  'host',
  'origin',
  'cookie',
  'accept',
  'accept-language',
  'content-type',
  'content-encoding',
  'x-forwarded-for',
  'x-laurel-place',
];
for (const name of read) {
  know(name, places.size);
  places.set(name, places.size);
}
// These change what a request is or where it ends.
for (const name of ['transfer-encoding', 'upgrade', 'expect', 'trailer', 'te']) know(name, INTRICATE);
know('content-length', LENGTH);
know('connection', CONNECTION);
// Node's parser takes it for the same.
know('proxy-connection', CONNECTION);

const tableOf = (allows: (code: number) => boolean) =>
  Uint8Array.from({ length: 256 }, (_, code) => Number(allows(code)));
/** RFC 9110: what names are made of, and values; of the latter no control characters but the tab. */
const isToken = tableOf((code) => /[!#$%&'*+.^_`|~\w-]/.test(String.fromCharCode(code)) && code < 127);
const isValue = tableOf((code) => code === 9 || (code >= 32 && code !== 127));
const isTarget = tableOf((code) => code > 32 && code < 127);

const [cr, lf, colon, space, tab, slash, zero] = [13, 10, 58, 32, 9, 47, 48];
const post = Buffer.from('POST ');
const get = Buffer.from('GET ');
const version = Buffer.from(' HTTP/1.1\r\n');
const api = Buffer.from('/api/');
const keepAlive = Buffer.from('keep-alive');
const longestHead = 8_192;

/** Whether these bytes stand there; letters of either case where `expected` is in lower case and `anyCase` is said. */
function standsAt(chunk: Buffer, at: number, expected: Uint8Array, anyCase = 0): boolean {
  for (let i = 0; i < expected.length; i += 1) if (((chunk[at + i] ?? 0) | anyCase) !== expected[i]) return false;
  return true;
}
/** The bit in which ASCII letters of both cases differ. */
const caseBit = 0x20;

/** One whole request in the plainest form, as it came from the network; nothing of it is copied before it is asked for. */
export class PlainRequest {
  constructor(
    readonly chunk: Buffer,
    readonly isPost: boolean,
    private readonly targetAt: number,
    private readonly targetEnd: number,
    /** Begin and end of each value that is read, by the place of its name; 0 where it did not come. */
    private readonly spans: Uint16Array,
    private readonly bodyAt: number,
  ) {}

  /** Whether it is for this target, written just so. */
  isFor(target: Uint8Array): boolean {
    return this.targetEnd - this.targetAt === target.length && standsAt(this.chunk, this.targetAt, target);
  }

  /** As `request.headers` would tell. */
  header(name: PlainHeader): string | undefined {
    const at = 2 * (places.get(name) ?? 0);
    const from = this.spans[at] ?? 0;
    return from === 0 ? undefined : this.chunk.toString('latin1', from, this.spans[at + 1]);
  }

  body(): string {
    return this.chunk.toString('utf8', this.bodyAt);
  }

  /** Any other way to write `/graphql` (`/%67raphql`) is a POST as well, so what is spared is named instead. */
  get isShed(): boolean {
    return this.isPost && !standsAt(this.chunk, this.targetAt, api);
  }
}

/**
 * The request in a chunk, if it is one whole request, nothing more, and written in the plainest way: GET without a body
 * or POST with a length, each line ended by CRLF, no header twice that is read here. Everything else is null and is left
 * to Node's parser, so that the two can never disagree about what a request is or where it ends.
 */
export function plainRequest(chunk: Buffer): PlainRequest | null {
  const isPost = standsAt(chunk, 0, post);
  if (!isPost && !standsAt(chunk, 0, get)) return null;
  const targetAt = isPost ? post.length : get.length;
  let at = targetAt;
  if (chunk[at] !== slash) return null;
  while (isTarget[chunk[at] ?? 0] === 1) at += 1;
  const targetEnd = at;
  if (!standsAt(chunk, at, version)) return null;
  at += version.length;
  const spans = new Uint16Array(2 * places.size);
  let length = -1;
  while (chunk[at] !== cr) {
    const nameAt = at;
    while (isToken[chunk[at] ?? 0] === 1) at += 1;
    const nameEnd = at;
    if (nameEnd === nameAt || chunk[at] !== colon) return null;
    at += 1;
    while (chunk[at] === space || chunk[at] === tab) at += 1;
    const valueAt = at;
    while (isValue[chunk[at] ?? 0] === 1) at += 1;
    if (chunk[at] !== cr || chunk[at + 1] !== lf || at > longestHead) return null;
    let valueEnd = at;
    while (valueEnd > valueAt && (chunk[valueEnd - 1] === space || chunk[valueEnd - 1] === tab)) valueEnd -= 1;
    at += 2;
    const place = placeOf(chunk, nameAt, nameEnd - nameAt);
    if (place >= 0) {
      if (spans[2 * place] !== 0) return null;
      spans[2 * place] = valueAt;
      spans[2 * place + 1] = valueEnd;
    } else if (place === LENGTH) {
      if (length >= 0) return null;
      length = numberIn(chunk, valueAt, valueEnd);
      if (length < 0) return null;
    } else if (place === CONNECTION) {
      if (valueEnd - valueAt !== keepAlive.length || !standsAt(chunk, valueAt, keepAlive, caseBit)) return null;
    } else if (place === INTRICATE) return null;
  }
  if (chunk[at + 1] !== lf) return null;
  const bodyAt = at + 2;
  if (isPost ? length < 0 || bodyAt + length !== chunk.length : length >= 0 || bodyAt !== chunk.length) return null;
  return new PlainRequest(chunk, isPost, targetAt, targetEnd, spans, bodyAt);
}

function placeOf(chunk: Buffer, at: number, size: number): number {
  const candidates = bySize[size];
  if (candidates) for (const { name, place } of candidates) if (standsAt(chunk, at, name, caseBit)) return place;
  return UNREAD;
}

/** A plain decimal number of at most nine digits; -1 for anything else. */
function numberIn(chunk: Buffer, from: number, to: number): number {
  if (to === from || to - from > 9) return -1;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (chunk[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
