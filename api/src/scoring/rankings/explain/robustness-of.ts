import { Worker } from 'node:worker_threads';
import type { EntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import type { AwardLine, Pool, Robustness, ScoringRule } from '../methods/index.ts';
import { scoresOf } from '../scores/score-book.ts';
import type { JudgedStage } from '../scores/read-marks.ts';
import type { StageScores } from '../scores/score-stage.ts';

interface PoolRobustness extends Robustness {
  /** Null: all categories together. */
  categoryId: string | null;
}

/** By scores and lines: new scores are other objects, and the old ones go with what was said of them. */
const known = new WeakMap<StageScores, LRUCache<string, Promise<PoolRobustness[]>>>();

/** Built, all files lie in one folder and are JavaScript; from src, Node strips the types. */
const worker = import.meta.url.endsWith('.ts')
  ? new URL('./robustness-worker.ts', import.meta.url)
  : new URL('./robustness-worker.js', import.meta.url);

/** Longer than the largest competition takes on a slow machine. */
const patienceMs = 120_000;

/** At most one runs at a time in a process; other requests wait. */
let last: Promise<unknown> = Promise.resolve();

/**
 * How far the ranking of a stage depends on its method and on single judges, pool by pool; computed once for each state
 * of the sheets, in a thread of its own.
 */
export async function robustnessOf(
  em: EntityManager,
  stage: JudgedStage,
  lines: readonly AwardLine[],
): Promise<PoolRobustness[]> {
  const scores = await scoresOf(em, stage);
  const answers = known.get(scores) ?? new LRUCache<string, Promise<PoolRobustness[]>>({ max: 4 });
  known.set(scores, answers);
  const key = JSON.stringify(lines);
  const answer = answers.get(key) ?? compute(scores, lines);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return await answer;
}

function compute(scores: StageScores, lines: readonly AwardLine[]): Promise<PoolRobustness[]> {
  const { rule, pools } = scores.marks;
  const mine = last.then(async () => {
    const found: PoolRobustness[] = [];
    for (const { categoryId, pool } of pools) found.push({ categoryId, ...(await inThread(rule, pool, lines)) });
    return found;
  });
  last = mine.catch(() => undefined);
  return mine;
}

function inThread(rule: ScoringRule, pool: Pool, lines: readonly AwardLine[]): Promise<Robustness> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: { rule, pool, lines }, execArgv: [] });
    const timer = setTimeout(() => void thread.terminate(), patienceMs);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the robustness of a ranking was not computed in time'));
    });
  });
}
