import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const keptHours = 24;

/** Where files that come out of jobs lie until they are fetched. */
export interface ResultStore {
  write(jobId: string, content: Readable | Buffer | string): Promise<void>;
  /** Null when it is not, or no longer, there. */
  read(jobId: string): Promise<{ stream: Readable; size: number } | null>;
  /** Removes what is older than a day. */
  sweep(now: Date): Promise<void>;
}

/** On the disk of this server; a file that is not whole is not there. */
export function diskResults(folder: string): ResultStore {
  const pathOf = (jobId: string) => {
    if (!/^[\da-f-]{36}$/.test(jobId)) throw new Error('not the id of a job');
    return join(folder, jobId);
  };
  return {
    async write(jobId, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(jobId);
      const draft = `${path}.${process.pid}.part`;
      await pipeline(
        content instanceof Readable ? content : Readable.from([content]),
        createWriteStream(draft, { mode: 0o600 }),
      );
      await rename(draft, path);
    },
    async read(jobId) {
      const path = pathOf(jobId);
      const file = await stat(path).catch(() => null);
      return file ? { stream: createReadStream(path), size: file.size } : null;
    },
    async sweep(now) {
      const names = await readdir(folder).catch(() => []);
      for (const name of names) {
        const path = join(folder, name);
        const file = await stat(path).catch(() => null);
        if (file && now.getTime() - file.mtimeMs > keptHours * 3_600_000) await rm(path, { force: true });
      }
    },
  };
}
