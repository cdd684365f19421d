import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableFile } from './problem.ts';
import { readTable } from './read-table.ts';

try {
  parentPort?.postMessage({ table: await readTable((workerData as { file: string }).file) });
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  parentPort?.postMessage({ problem: error.problem });
}
