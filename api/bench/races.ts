import { setTimeout as delay } from 'node:timers/promises';
import { COPIES, RACERS } from './load/plans.ts';
import { successes, sumOf, type RunResult } from './load/protocol.ts';
import { booksOf, imbalance } from './support/books.ts';
import type { Cluster } from './support/cluster.ts';
import { barLine, print, progress, whole, writeJson, type Bar } from './support/report.ts';
import { setStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

export interface RaceOptions {
  voters: number;
  closes: number;
  connections: number;
  /** Processes of the server. */
  servers: number;
  json?: string;
}

/** Show 3, printed; true when no rule was outrun. */
export async function benchRaces(options: RaceOptions): Promise<boolean> {
  const { bars, description } = await race(options);
  for (const line of description) print(line);
  for (const bar of bars) print(barLine(bar));
  writeJson(options.json, { description, options, bars });
  return bars.every(({ holds }) => holds);
}

/** All of them against the real server over HTTP. */
export async function race(options: RaceOptions): Promise<{ bars: Bar[]; description: string[] }> {
  // PostgreSQL then remembers when each transaction was committed, which settles what came after what.
  // Several processes, since one that sorts its own votes out in memory would prove nothing about the tables, and so
  // many that none of them meets more attempts of one voter in a minute than it lets through.
  const stage = await setStage({
    voters: Math.max(options.voters, 500),
    settings: { track_commit_timestamp: 'on' },
    servers: options.servers,
  });
  try {
    return {
      bars: [
        ...(await raceWithOneself(stage, options)),
        ...(await raceForTheLastVote(stage, options)),
        ...(await raceAgainstTheClose(stage, options)),
      ],
      description: stage.description,
    };
  } finally {
    await stage.close();
  }
}

const exactly = (what: string, value: number, wanted: number): Bar => ({
  what,
  value: whole(value),
  bar: whole(wanted),
  holds: value === wanted,
});

const balance = async (what: string, cluster: Cluster, competitionId: string, votes: number): Promise<Bar> => {
  const wrong = imbalance(await booksOf(cluster, competitionId), votes);
  return {
    what,
    value: wrong ?? `${whole(votes)} votes = tallies = quotas used`,
    bar: 'balance',
    holds: wrong === null,
  };
};

async function mostOfOneVoter(cluster: Cluster, competitionId: string): Promise<number> {
  const [row] = await cluster.query<{ most: number }>(
    'select max(votes)::int as most from (select count(*) as votes from votes where competition_id = $1 group by voter_id) v',
    [competitionId],
  );
  return row?.most ?? 0;
}

const othersThan = (result: RunResult, ...expected: string[]) =>
  sumOf(result.outcomes, (name) => !expected.includes(name));

async function raceWithOneself(stage: Stage, { voters, connections }: RaceOptions): Promise<Bar[]> {
  progress(`… ${voters} voters send ${COPIES} identical votes each, side by side`);
  const { competitionId, entries } = await stage.fixtures.arena();
  const limit = voters * COPIES;
  const result = await stage.load.run({
    operation: 'castVote',
    plan: 'identical',
    entries,
    connections,
    limit,
    seconds: 300,
  });
  const acknowledged = successes(result.outcomes);
  // Half of them send one key again and again, and hear of the same vote each time.
  const byOneKey = Math.ceil(voters / 2);
  const most = byOneKey * COPIES + voters - byOneKey;
  // A process that gets more than its share of one voter's attempts asks for patience.
  const told = result.outcomes.OverloadedError ?? 0;
  const known = ['CastVoteSuccess', 'AlreadyVotedError', 'OverloadedError'];
  const what = `${whole(voters)} voters × ${COPIES} identical votes`;
  return [
    await balance(`${what}: votes`, stage.cluster, competitionId, voters),
    exactly(`${what}: the most of one voter`, await mostOfOneVoter(stage.cluster, competitionId), 1),
    {
      what: `${what}: acknowledgements`,
      value: `${whole(acknowledged)}, ${whole(told)} told to wait`,
      bar: `${whole(most - told)} to ${whole(most)}`,
      holds: acknowledged <= most && acknowledged >= most - told,
    },
    exactly(`${what}: answers of any other kind`, othersThan(result, ...known), 0),
  ];
}

async function raceForTheLastVote(stage: Stage, { voters, connections }: RaceOptions): Promise<Bar[]> {
  progress(`… ${voters} voters with one vote left send ${RACERS} different ones each, side by side`);
  const { competitionId, entries } = await stage.fixtures.arena({ votesPerDay: 3 });
  const order = { operation: 'castVote', voters, entries, connections, seconds: 300 } as const;
  await stage.load.run({ ...order, plan: 'nearlyAll', limit: voters * 2 });
  const result = await stage.load.run({ ...order, plan: 'lastOne', limit: voters * RACERS });
  const what = `${whole(voters)} voters one below the quota × ${RACERS} parallel votes`;
  return [
    exactly(`${what}: above the quota`, Math.max(0, (await mostOfOneVoter(stage.cluster, competitionId)) - 3), 0),
    await balance(`${what}: votes`, stage.cluster, competitionId, voters * 3),
    exactly(`${what}: acknowledgements`, successes(result.outcomes), voters),
    exactly(`${what}: answers that are neither`, othersThan(result, 'CastVoteSuccess', 'VoteQuotaError'), 0),
  ];
}

async function raceAgainstTheClose(stage: Stage, { closes, connections }: RaceOptions): Promise<Bar[]> {
  const total = { casts: 0, refused: 0, after: 0, late: 0 };
  const others = new Map<string, number>();
  const wrongBooks: string[] = [];
  for (let close = 1; close <= closes; close += 1) {
    progress(`… voting is closed under load, ${close} of ${closes}`);
    const { competitionId, entries } = await stage.fixtures.arena({ votesPerDay: 1000 });
    let ok = 0;
    const forget = stage.load.onProgress((count) => (ok = count));
    const running = stage.load.run({
      operation: 'castVote',
      plan: 'even',
      entries,
      connections,
      limit: 10_000_000,
      seconds: 60,
    });
    await until(() => ok >= connections, 20_000);
    forget();
    await delay(Math.random() * 200);
    await closeVoting(stage.cluster, competitionId);
    await delay(300);
    stage.load.stop(5);
    const result = await running;
    const [row] = await stage.cluster.query<{ after: number; late: number }>(
      `select count(*) filter (where pg_xact_commit_timestamp(v.xmin) > pg_xact_commit_timestamp(s.xmin))::int as after,
         count(*) filter (where v.cast_at >= s.closes_at)::int as late
       from votes v join stages s on s.competition_id = v.competition_id and s.kind = 'VOTING' where v.competition_id = $1`,
      [competitionId],
    );
    total.casts += result.answered;
    total.refused += result.outcomes.VotingClosedError ?? 0;
    total.after += row?.after ?? -1;
    total.late += row?.late ?? -1;
    // A full server may tell somebody to come back, and a voter in such a hurry may be asked for a proof of work.
    const known = ['CastVoteSuccess', 'VotingClosedError', 'OverloadedError', '503 OVERLOADED', 'ChallengeNeededError'];
    for (const [name, count] of Object.entries(result.outcomes)) {
      if (count > 0 && !known.includes(name)) others.set(name, (others.get(name) ?? 0) + count);
    }
    const wrong = imbalance(await booksOf(stage.cluster, competitionId), successes(result.outcomes));
    if (wrong) wrongBooks.push(wrong);
    if (!result.outcomes.VotingClosedError) wrongBooks.push('nobody was told that voting had closed');
  }
  const what = `${whole(total.casts)} casts against ${closes} closes`;
  return [
    {
      what,
      value: `${whole(total.refused)} told that voting had closed`,
      bar: '≥ 1,000 casts',
      holds: total.casts >= 1000,
    },
    exactly(`${what}: votes committed after the close`, total.after, 0),
    exactly(`${what}: votes cast at or after the close`, total.late, 0),
    {
      what: `${what}: answers of any other kind`,
      value: [...others].map(([name, count]) => `${count} × ${name}`).join(', ') || '0',
      bar: '0',
      holds: others.size === 0,
    },
    {
      what: `${what}: books`,
      value: wrongBooks[0] ?? 'votes = acknowledgements',
      bar: 'balance',
      holds: wrongBooks.length === 0,
    },
  ];
}

/** As an organizer's change of the stage does it: alone on the stage's row, which every batch of votes shares. */
async function closeVoting(cluster: Cluster, competitionId: string): Promise<void> {
  await cluster.query('begin');
  await cluster.query("select id from stages where competition_id = $1 and kind = 'VOTING' for update", [
    competitionId,
  ]);
  await cluster.query(
    "update stages set closes_at = clock_timestamp(), revision = revision + 1 where competition_id = $1 and kind = 'VOTING'",
    [competitionId],
  );
  await cluster.query('commit');
}
