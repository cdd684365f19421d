import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableFile } from './problem.ts';
import { readTable } from './read-table.ts';

/** Reads one file in a thread of its own, because a large one would block every voter. */
const answer = (words: object) => {
  // A port of threads, which has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(words);
};

try {
  answer({ table: await readTable((workerData as { file: string }).file) });
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  answer({ problem: error.problem });
}
