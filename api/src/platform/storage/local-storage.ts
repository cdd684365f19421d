import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../../core/graphql/node.ts';
import { signUpload } from './signed-address.ts';
import { type Incoming, type SendingTo, type Storage, StorageFull, TooManyBytes } from './storage.ts';

/** Left free, because the database may lie on the same disk and must not stop for a picture. */
const reserveBytes = 256 * 1024 * 1024;

/** What came, beside what was agreed. */
export class WrongLength extends Error {}

/** Files in a folder of this machine; browsers send them through our own server. */
export class LocalStorage implements Storage {
  readonly origin = null;
  readonly #incoming: string;
  readonly #kept: string;

  constructor(
    folder: string,
    private readonly secret: string,
    private readonly freeBytes: (folder: string) => Promise<number> = freeBytesOf,
  ) {
    this.#incoming = join(folder, 'incoming');
    this.#kept = join(folder, 'kept');
  }

  async addressFor({ id, size, type, expiresAt }: Incoming): Promise<SendingTo> {
    const expires = String(expiresAt.getTime());
    const query = new URLSearchParams({ expires, signature: signUpload(this.secret, { id, size, expires }) });
    return { url: `/api/uploads/${id}?${query.toString()}`, method: 'PUT', headers: { 'content-type': type } };
  }

  /**
   * Takes a body in, no faster than the disk writes. Only a body of exactly the agreed size becomes the upload; whatever
   * else happens leaves nothing behind, and what came earlier under the id as it was.
   */
  async take(id: string, size: number, body: Readable, signal?: AbortSignal): Promise<void> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
    if ((await this.freeBytes(this.#incoming)) < size + reserveBytes) throw new StorageFull();
    const draft = join(this.#incoming, `${id}.${newId()}`);
    const counted = exactly(size);
    // The body is left whole when we stop reading, so that the sender still gets the answer.
    const lost = () => void (body.readableEnded || counted.destroy(new WrongLength()));
    body.once('close', lost).once('error', lost);
    try {
      const written = pipeline(counted, createWriteStream(draft, { flags: 'wx', mode: 0o600 }), { signal });
      if (body.destroyed) lost();
      else body.pipe(counted);
      await written;
      await rename(draft, join(this.#incoming, id));
    } catch (error) {
      await rm(draft, { force: true });
      const { code } = error as NodeJS.ErrnoException;
      throw code === 'ENOSPC' || code === 'EDQUOT' ? new StorageFull() : error;
    } finally {
      body.off('close', lost).off('error', lost).unpipe(counted);
    }
  }

  async withIncoming<T>(id: string, mostBytes: number, work: (file: string) => Promise<T>): Promise<T | null> {
    const file = join(this.#incoming, id);
    const found = await sizeOf(file);
    if (found === null) return null;
    if (found > mostBytes) throw new TooManyBytes();
    return await work(file);
  }

  async dropIncoming(id: string): Promise<void> {
    await rm(join(this.#incoming, id), { force: true });
  }

  async keep(key: string, file: string): Promise<void> {
    const target = join(this.#kept, key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      await rename(file, target);
    } catch (error) {
      // Drafts of pictures lie in the machine's own folder for such things, which may be another disk.
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await copyFile(file, target);
    }
  }

  async read(key: string, range?: { start: number; end: number }): Promise<Readable | null> {
    const file = join(this.#kept, key);
    return (await sizeOf(file)) === null ? null : createReadStream(file, range);
  }

  async erase(keys: readonly string[]): Promise<void> {
    for (const key of keys) await rm(join(this.#kept, key), { force: true });
  }
}

/** Passes exactly a number of bytes, and fails on more or fewer. */
function exactly(size: number): Transform {
  let came = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      came += chunk.length;
      if (came > size) done(new TooManyBytes());
      else done(null, chunk);
    },
    flush: (done) => done(came < size ? new WrongLength() : null),
  });
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
