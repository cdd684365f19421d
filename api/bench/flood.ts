import { isTypedRefusal, success, successes, sumOf, type RunResult, type Second } from './load/protocol.ts';
import { booksOf } from './support/books.ts';
import { barLine, median, percent, print, progress, whole, writeJson, type Bar } from './support/report.ts';
import { setStage, type Stage } from './support/stage.ts';
import { visit } from './support/visit.ts';

export interface FloodOptions {
  seconds: number;
  /** Times the capacity measured. */
  factor: number;
  voters: number;
  connections: number;
  json?: string;
}

/** Show 4: what remains of the service when three times as many come as it can serve, and how soon it is well again. */
export async function benchFlood(options: FloodOptions): Promise<boolean> {
  const stage = await setStage({ voters: options.voters });
  try {
    await visit(stage);
    const { competitionId, entries } = await stage.fixtures.arena({ votesPerDay: 1000 });
    const order = { operation: 'castVote', plan: 'even', entries, limit: 2 ** 40 } as const;
    let from = 0;
    const run = async (loop: { connections: number; seconds: number; rate?: number }) => {
      const result = await stage.load.run({ ...order, ...loop, from });
      from += result.sent;
      return result;
    };
    const closed = async (seconds: number) => await run({ connections: 256, seconds });
    const open = async (rate: number, seconds: number) =>
      await run({ connections: options.connections, rate, seconds });

    progress('… measuring the capacity');
    const warmUp = await closed(5);
    const peak = await closed(10);
    const first = rateOf(peak);
    progress(`  ${whole(first)} votes a second; … at a third of it`);
    const calm = await open(first / 3, 10);
    progress(`  p50 ${calm.p50.toFixed(1)} ms, p99 ${calm.p99.toFixed(1)} ms; … looking for the peak of the open loop`);
    const climb: RunResult[] = [];
    for (const share of climbing) climb.push(await open(first * share, climbSeconds));
    progress(
      `  ${climb.map((one) => whole(goodputOf(one, climbSeconds))).join(', ')} a second; … at ${options.factor} times it`,
    );
    const flood = await open(first * options.factor, options.seconds);
    progress('… at a third of it again');
    const after = await open(first / 3, 40);
    progress('… measuring the capacity once more');
    const second = await closed(10);
    const books = await storedFor(stage, competitionId, [warmUp, peak, calm, ...climb, flood, after, second]);
    const capacity = { first, second: rateOf(second) };
    return report(stage, options, { ...capacity, climb, calm, flood, after, books });
  } finally {
    await stage.close();
  }
}

const rateOf = ({ outcomes, seconds }: RunResult) => successes(outcomes) / seconds;

/** Times the capacity at which the most is counted a second, as it turns out. */
const climbing = [0.9, 1, 1.1, 1.25, 1.5];
const climbSeconds = 8;

/** Seconds in which others had more of the machine than this say nothing about us. */
const mostStolen = 0.05;

/**
 * The seconds of a run but the first, which is the wave's front, and the last, which may be cut short; of these the ones in
 * which the machine was ours, if there are enough to tell.
 */
function steadily({ perSecond }: RunResult, seconds: number): Second[] {
  const all = perSecond.slice(1, Math.floor(seconds));
  const ours = all.filter(({ stolen }) => stolen <= mostStolen);
  return ours.length * 4 >= all.length ? ours : all;
}

/** Votes counted a second, on average. */
function goodputOf(run: RunResult, seconds: number): number {
  const steady = steadily(run, seconds);
  return steady.reduce((sum, { ok }) => sum + ok, 0) / steady.length;
}

interface Findings {
  /** Votes a second that could be served before the flood, and after it. */
  first: number;
  second: number;
  /** The open loop below and somewhat above the capacity. */
  climb: RunResult[];
  calm: RunResult;
  flood: RunResult;
  after: RunResult;
  books: Bar;
}

async function storedFor(stage: Stage, competitionId: string, runs: RunResult[]): Promise<Bar> {
  const acknowledged = runs.reduce((sum, { outcomes }) => sum + successes(outcomes), 0);
  const unclear = runs.reduce(
    (sum, { outcomes }) => sum + sumOf(outcomes, (name) => !success.has(name) && !isTypedRefusal(name)),
    0,
  );
  const { votes, tallied, used } = await booksOf(stage.cluster, competitionId);
  return {
    what: 'books',
    value: `${whole(acknowledged)} acknowledged, ${whole(votes)} stored, ${whole(tallied)} tallied, ${whole(unclear)} without a clear outcome`,
    bar: 'nothing acknowledged is lost',
    holds: votes === tallied && votes === used && votes >= acknowledged && votes <= acknowledged + unclear,
  };
}

function report(stage: Stage, options: FloodOptions, findings: Findings): boolean {
  const { first, second, climb, calm, flood, after, books } = findings;
  // The machine may do other things as well, and not the same before as after.
  const capacity = (first + second) / 2;
  const peak = Math.max(...climb.map((one) => goodputOf(one, climbSeconds)));
  const goodput = steadily(flood, options.seconds).map(({ ok }) => ok);
  const mean = goodputOf(flood, options.seconds);
  const normal = Math.max(calm.p99 * 3, 50);
  const recovery = after.perSecond.findIndex((one) => isWell(one, normal));
  const untyped = sumOf(flood.outcomes, (name) => !success.has(name) && !isTypedRefusal(name));
  const bars: Bar[] = [
    {
      what: 'goodput under the flood / the peak of the open loop',
      value: percent(mean / peak),
      bar: '≥ 80 %',
      holds: mean >= 0.8 * peak,
    },
    {
      what: `p99 of a second back under ${normal.toFixed(0)} ms, nobody refused, after the flood`,
      value: recovery < 0 ? 'never' : `within ${recovery + 1} s`,
      bar: '≤ 30 s',
      holds: recovery >= 0 && recovery < 30,
    },
    {
      what: 'answers under the flood that tell a client nothing',
      value: whole(untyped),
      bar: '0',
      holds: untyped === 0,
    },
    books,
  ];
  for (const line of stage.description) print(line);
  print(
    `capacity, 256 connections, each sends when it is answered: ${whole(first)} votes a second before the flood, ${whole(second)} after`,
  );
  print(`at a third of it: p50 ${calm.p50.toFixed(1)} ms, p99 ${calm.p99.toFixed(1)} ms`);
  const rates = climbing.map((share, i) => `${share} × → ${whole(goodputOf(climb[i] as RunResult, climbSeconds))}`);
  print(`open loop, times the capacity → votes a second: ${rates.join(', ')}`);
  print(
    `flood: ${whole(first * options.factor)} a second for ${options.seconds} s over up to ${options.connections} connections; ` +
      `goodput a second: ${whole(mean)} on average, ${whole(median(goodput))} median, ${whole(Math.min(...goodput))} at least; ` +
      `p50 ${flood.p50.toFixed(0)} ms, p99 ${flood.p99.toFixed(0)} ms of those counted`,
  );
  print(`of the capacity, the mean of before and after: ${percent(mean / capacity)}`);
  const disturbed = flood.perSecond.filter(({ stolen }) => stolen > mostStolen);
  print(
    `in ${disturbed.length} of the flood's ${flood.perSecond.length} seconds a hypervisor gave more than ${percent(mostStolen)} of the ` +
      `processors' time to others; goodput is that of ${goodput.length} seconds`,
  );
  print(
    `answers: ${JSON.stringify(flood.outcomes)}; generator ${(flood.cpu / flood.answered).toFixed(0)} µs a request`,
  );
  for (const bar of bars) print(barLine(bar));
  writeJson(options.json, { description: stage.description, options, ...findings, bars });
  return bars.every(({ holds }) => holds);
}

const isWell = ({ sent, ok, refused, failed, p99 }: Second, normal: number) =>
  sent > 0 && ok > 0 && refused + failed === 0 && p99 <= normal;
