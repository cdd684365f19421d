import { parentPort, workerData } from 'node:worker_threads';
import { robustness, type AwardLine, type Pool, type ScoringRule } from '../methods/index.ts';

/** One question, one answer: a thread of its own, since a second of arithmetic would keep every voter waiting. */
const { rule, pool, lines } = workerData as { rule: ScoringRule; pool: Pool; lines: AwardLine[] };
// A port of threads, which has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(robustness(rule, pool, lines));
