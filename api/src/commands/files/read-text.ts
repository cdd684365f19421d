import { readFile } from 'node:fs/promises';
import { Failure } from '../../core/failure.ts';
import { decodeText } from '../../core/tables/decode-text.ts';
import type { Problems } from '../../core/tables/problems.ts';

/** The text of a file that a command was given; null, and a problem, where it is no text. */
export async function readText(path: string, problems: Problems): Promise<string | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'is not there' : error.code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    throw new Failure(`${path} ${why}.`, 2, { cause: error });
  });
  return decodeText(bytes, problems);
}
