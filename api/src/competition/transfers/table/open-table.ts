import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { fileTypes } from '@laurel/schema/files';
import { checkOffice, Unfit } from '../../../platform/file-checks/index.ts';
import { problem, UnreadableFile, type Problem, type ProblemKind } from './problem.ts';
import { isWorkbook, readTable, type Table } from './read-table.ts';

/** Built, all files lie in one folder and are JavaScript; from src, Node strips the types. */
const worker = import.meta.url.endsWith('.ts')
  ? new URL('./read-table-worker.ts', import.meta.url)
  : new URL('./read-table-worker.js', import.meta.url);

/** Longer than the largest file takes on a slow machine. */
const patienceMs = 180_000;

const kindOf: Partial<Record<Unfit['problem'], ProblemKind>> = {
  PROTECTED: 'protected',
  ACTIVE: 'active',
  INFLATED: 'inflated',
};

/** Smaller files are read sooner than a thread starts. */
const smallBytes = 64 * 1024;

/**
 * Reads a table of this machine, a workbook only after the checks for uploads, and a large file in a thread of its own, so
 * that no vote waits for it. Throws UnreadableFile.
 */
export async function openTable(file: string, size: number): Promise<Table> {
  if (isWorkbook(await headOf(file))) {
    try {
      await checkOffice(file, size, fileTypes.xlsx);
    } catch (error) {
      if (error instanceof Unfit) throw new UnreadableFile(problem(kindOf[error.problem] ?? 'broken'));
      throw error;
    }
  }
  return size <= smallBytes ? await readTable(file) : await inThread(file);
}

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function inThread(file: string): Promise<Table> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, {
      workerData: { file },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const timer = setTimeout(() => void thread.terminate(), patienceMs);
    thread.once('message', (answer: { table: Table } | { problem: Problem }) => {
      if ('table' in answer) resolve(answer.table);
      else reject(new UnreadableFile(answer.problem));
    });
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('a table was not read in time'));
    });
  });
}
