import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readHistory } from './load/history.ts';
import type { RunResult } from './load/protocol.ts';
import { booksOf, imbalance } from './support/books.ts';
import { hasEnded } from './support/children.ts';
import { chance } from './support/chance.ts';
import { barLine, median, print, progress, whole, writeJson, type Bar } from './support/report.ts';
import { startServer } from './support/server-process.ts';
import { setStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';
import { verdictOn, type Verdict } from './support/verdict.ts';

export interface CrashOptions {
  kills: number;
  /** Votes that must be acknowledged over the whole drill. */
  acks: number;
  voters: number;
  connections: number;
  /** The choice of victims and moments follows from it. */
  seed: number;
  /** Off is the bad setting that must lose votes, or the drill is blind. */
  synchronousCommit: 'on' | 'off';
  json?: string;
}

export interface CrashReport extends Verdict {
  kills: { api: number; postgres: number };
  /** Times the server ended by itself because its database had gone. */
  apiExits: number;
  acknowledged: number;
  /** Milliseconds from a kill to the next acknowledged vote. */
  recoveries: number[];
  books: string | null;
  run: RunResult;
}

type Victim = 'api' | 'postgres' | 'both';

/** The longest time from the death of a process to the next acknowledged vote. */
const longestRecovery = 30_000;

/** Show 2, printed; true when it holds. */
export async function benchCrash(options: CrashOptions): Promise<boolean> {
  const began = performance.now();
  const { report, description } = await drill(options);
  const bars = barsOf(report, options);
  for (const line of description) print(line);
  print(
    `${options.kills} kills (${report.kills.api} API, ${report.kills.postgres} PostgreSQL; seed ${options.seed}) in ${((performance.now() - began) / 1000).toFixed(0)} s; ` +
      `back after ${(median(report.recoveries) / 1000).toFixed(1)} s (median), ${(Math.max(...report.recoveries) / 1000).toFixed(1)} s at most`,
  );
  print(`answers: ${JSON.stringify(report.run.outcomes)}; ${whole(report.run.retried)} votes sent again`);
  for (const bar of bars) print(barLine(bar));
  writeJson(options.json, { description, options, report, bars });
  return bars.every(({ holds }) => holds);
}

function barsOf(report: CrashReport, options: CrashOptions): Bar[] {
  const none = (what: string, value: number): Bar => ({ what, value: whole(value), bar: '0', holds: value === 0 });
  const acknowledged: Bar = {
    what: 'votes acknowledged',
    value: whole(report.acknowledged),
    bar: `≥ ${whole(options.acks)}`,
    holds: report.acknowledged >= options.acks,
  };
  if (options.synchronousCommit === 'off') {
    const isSeen = report.lost > 0;
    return [acknowledged, { what: 'losses seen', value: whole(report.lost), bar: 'at least one', holds: isSeen }];
  }
  return [
    acknowledged,
    none('acknowledged and lost', report.lost),
    none('stored twice', report.doubled),
    none('refused and yet stored', report.refusedButStored),
    none('stored and never sent', report.neverSent),
    none(`of ${whole(report.doubtful)} without a clear outcome, never settled`, report.unsettled),
    none('refused', report.refused),
    none('the API ended because PostgreSQL did', report.apiExits),
    {
      what: 'books',
      value: report.books ?? 'votes = tallies = quotas used = acknowledgements',
      bar: 'balance',
      holds: report.books === null,
    },
  ];
}

/**
 * Clients vote without pause and write down what they sent and heard; the API or PostgreSQL is killed at random
 * moments and started again; whatever has no clear outcome is sent again with its key. Then the history is held
 * against the tables. A kill does not test the disk: what the kernel has taken is safe from it.
 */
export async function drill(options: CrashOptions): Promise<{ report: CrashReport; description: string[] }> {
  const stage = await setStage({
    voters: options.voters,
    settings: { synchronous_commit: options.synchronousCommit },
  });
  const folder = mkdtempSync(join(tmpdir(), 'laurel-crash-'));
  try {
    const history = join(folder, 'history');
    const { competitionId, entries } = await stage.fixtures.arena({ votesPerDay: 1000 });
    const limit = options.voters * Math.min(1000, entries.length);
    const drillSeconds = 20 * 60;
    const running = stage.load.run({
      operation: 'castVote',
      plan: 'even',
      entries,
      connections: options.connections,
      limit,
      seconds: drillSeconds,
      history,
    });
    const killed = await killAtRandom(stage, options);
    stage.load.stop(60);
    const run = await running;
    progress('… holding the history against the tables');
    const verdict = await verdictOn(stage.cluster, competitionId, readHistory(history));
    const books = imbalance(await booksOf(stage.cluster, competitionId), verdict.acknowledged);
    return { report: { ...killed, ...verdict, books, run }, description: stage.description };
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killAtRandom(stage: Stage, options: CrashOptions) {
  const random = chance(options.seed);
  const kills = { api: 0, postgres: 0 };
  const recoveries: number[] = [];
  let apiExits = 0;
  let ok = 0;
  const forget = stage.load.onProgress((count) => (ok = count));
  await until(() => ok > 0, longestRecovery);
  const began = performance.now();
  const share = options.acks / options.kills;
  for (let kill = 1; kill <= options.kills; kill += 1) {
    // Somewhere within its share of the votes, so that the kills end when the votes are done; and not in step.
    const wanted = Math.max(ok, share * (kill - 1)) + share * random();
    await until(() => ok >= wanted, 20_000);
    await delay(random() * 200);
    const victim = choose(random(), options);
    const killedAt = performance.now();
    apiExits += await strike(stage, victim, random);
    if (victim !== 'postgres') kills.api += 1;
    if (victim !== 'api') kills.postgres += 1;
    const [before, seenAt] = [ok, performance.now()];
    // Answers that were already on their way still arrive; only later ones show that votes get through again.
    if (!(await until(() => ok > before && performance.now() - seenAt > 250, longestRecovery))) {
      throw new Error(`no vote got through within ${longestRecovery / 1000} s of killing ${victim}`);
    }
    recoveries.push(performance.now() - killedAt);
    if (kill === Math.min(5, options.kills)) {
      const left = ((performance.now() - began) / kill) * (options.kills - kill);
      progress(`  about ${Math.ceil(left / 1000)} s of kills to go`);
    }
    if (kill % 10 === 0) progress(`  ${kill} kills, ${whole(ok)} votes acknowledged`);
  }
  await until(() => ok >= options.acks, 10 * 60_000);
  forget();
  return { kills, recoveries, apiExits };
}

function choose(value: number, { synchronousCommit }: CrashOptions): Victim {
  // Only PostgreSQL can forget.
  if (synchronousCommit === 'off') return 'postgres';
  return value < 0.45 ? 'api' : value < 0.9 ? 'postgres' : 'both';
}

/** Returns how many times the API ended unasked. */
async function strike(stage: Stage, victim: Victim, random: () => number): Promise<number> {
  const { cluster, programs } = stage;
  const { port, child } = stage.server;
  if (victim !== 'postgres') child.kill('SIGKILL');
  if (victim !== 'api') {
    cluster.kill();
    await delay(random() * 300);
    await cluster.restart();
  }
  await delay(100);
  const hasFailed = victim === 'postgres' && hasEnded(child);
  if (victim !== 'postgres' || hasFailed) stage.server = await startServer(programs.server, cluster.url, { port });
  return hasFailed ? 1 : 0;
}
