import { describe, expect, test, vi } from 'vitest';
import { makeCompetition, makeEntry, type TestCompetition } from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { sql } from '../../../test/act.ts';
import { BallotMethod, BallotStyle } from '../../../competition/competitions/index.ts';
import type { Ballot } from '../ballot/ballot.ts';
import { type BallotRequest, type CastOutcome } from '../ballot/ballot-request.ts';
import { BallotBox } from './ballot-box.ts';
import { pseudonymOf } from '../voters/voter.ts';
import { writeBallots } from './write-ballots.ts';

const world = sharedWorld();
const failures: unknown[] = [];
const logger = { warn: (...all: unknown[]) => failures.push(all), error: (...all: unknown[]) => failures.push(all) };
const makeBox = (isDistributed = false) => {
  const { databaseUrl, clock, orm } = world;
  return new BallotBox({ databaseUrl, clock, logger, em: () => orm.em.fork(), isDistributed });
};

/** Numbers from 0 to below 1, the same every time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const signs = { level: 'EMAIL', network: null, device: null, identityAgeDays: null, enteredBy: null, challenge: null };

async function books({ id }: TestCompetition) {
  const [row] = await sql<Record<string, number>>(
    world,
    `select (select count(*)::int from votes where competition_id = ? and retracted_at is null) as votes,
       (select coalesce(sum(points), 0)::int from votes where competition_id = ? and retracted_at is null) as points,
       (select coalesce(sum(votes), 0)::int from tally_parts where competition_id = ?) as tallied,
       (select coalesce(sum(points), 0)::int from tally_parts where competition_id = ?) as tallied_points,
       (select coalesce(sum(used), 0)::int from voter_quotas where competition_id = ? and scope like 'day:%') as used,
       (select coalesce(max(used), 0)::int from voter_quotas where competition_id = ? and scope like 'day:%') as most,
       (select count(*)::int from (select 1 from votes where competition_id = ? group by bucket, voter_id, key having count(*) <> 3) b) as torn`,
    Array.from({ length: 7 }, () => id),
  );
  return row;
}

test.each(['as one call', 'in portable statements', 'either way'])(
  '%s: six processes write ballots of the same few voters: exact, whole, within the quota, and no deadlock',
  async (way) => {
    const competition = await makeCompetition(world, {
      ballotRule: {
        style: BallotStyle.BALLOT,
        method: BallotMethod.RANKED,
        minChoices: 3,
        maxChoices: 3,
        votesPerDay: 2,
        votesPerCategory: 4,
      },
    });
    const entries: string[] = [];
    for (let i = 0; i < 9; i += 1) entries.push((await makeEntry(world, competition, { category: i % 2 })).id);
    const boxes = Array.from({ length: 6 }, (_, i) =>
      makeBox(way === 'either way' ? i % 2 === 0 : way === 'in portable statements'),
    );
    const page = await boxes[0]?.book.page(competition.id);
    if (!page) throw new Error('the competition is not in the book');
    const draw = chance(3);
    const keys = Array.from({ length: 150 }, () => crypto.randomUUID());
    const requests = Array.from({ length: 1_200 }, (): BallotRequest => {
      const number = Math.floor(draw() * keys.length);
      // One key always comes with one voter and one ballot, as a client that tries again would send it.
      const shuffled = entries.toSorted((a, b) => (keys[number] + a < keys[number] + b ? -1 : 1));
      const from = number % 7;
      return {
        page,
        ...((voter) => ({ voterId: voter.id, bucket: voter.bucket }))(
          pseudonymOf('x', competition.id, `email:${number % 24}`),
        ),
        key: keys[number] ?? '',
        choices: shuffled.slice(from, from + 3).map((entryId, place) => ({ entryId, points: 3 - place })),
        ...signs,
      };
    });
    const outcomes = await Promise.all(
      requests.map((request) => (boxes[Math.floor(draw() * 6)] as BallotBox).cast(request)),
    );
    const kinds = Map.groupBy(outcomes, ({ kind }) => kind);
    expect([...kinds.keys()].toSorted()).toEqual(['already', 'counted', 'quota']);
    // A key has one outcome for ever: counted, or never.
    const counted = new Set(requests.filter((_, i) => outcomes[i]?.kind === 'counted').map(({ key }) => key));
    const row = await books(competition);
    expect(row).toMatchObject({
      votes: counted.size * 3,
      tallied: counted.size * 3,
      points: counted.size * 6,
      tallied_points: counted.size * 6,
      used: counted.size,
      torn: 0,
    });
    expect(row?.most).toBeLessThanOrEqual(2);
    expect(failures).toEqual([]);
    await Promise.all(boxes.map((box) => box.close()));
  },
);

test('one proof of work is good for one vote, however often it is sent', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 100 });
  const ids: string[] = [];
  for (let i = 0; i < 10; i += 1) ids.push((await makeEntry(world, competition)).id);
  const boxes = [makeBox(), makeBox(true)];
  const page = await boxes[0]?.book.page(competition.id);
  if (!page) throw new Error('the competition is not in the book');
  const voter = pseudonymOf('x', competition.id, 'email:one');
  const challenge = { id: 'one-proof', expiresAt: new Date('2026-11-21T12:10:00Z') };
  const cast = (i: number): Promise<CastOutcome> =>
    (boxes[i % 2] as BallotBox).cast({
      page,
      voterId: voter.id,
      bucket: voter.bucket,
      key: crypto.randomUUID(),
      choices: [{ entryId: ids[i % 10] ?? '', points: 1 }],
      ...signs,
      challenge,
    });
  const outcomes = await Promise.all(Array.from({ length: 200 }, (_, i) => cast(i)));
  expect(outcomes.filter(({ kind }) => kind === 'counted')).toHaveLength(1);
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['counted', 'challenge-used']));
  await Promise.all(boxes.map((box) => box.close()));
});

test.each([false, true])('two voters whose clients made the same key are two voters', async (isDistributed) => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  const box = makeBox(isDistributed);
  const page = await box.book.page(competition.id);
  if (!page) throw new Error('the competition is not in the book');
  const key = crypto.randomUUID();
  const outcomes = await Promise.all(
    ['email:a', 'email:b'].map((person) => {
      const voter = pseudonymOf('x', competition.id, person);
      const choices = [{ entryId: entry.id, points: 1 }];
      return box.cast({ page, voterId: voter.id, bucket: voter.bucket, key, choices, ...signs });
    }),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['counted', 'counted']);
  await box.close();
});

describe('the statements run on one PostgreSQL and on many', () => {
  const tables = ['votes', 'voter_quotas', 'tally_parts', 'used_challenges', 'exposure_parts'];

  test('every key of a bucket table holds the bucket; no trigger, no foreign key', async () => {
    const em = world.orm.em.fork();
    const keys = await em.execute<{ name: string; columns: string }[]>(
      `select i.indexrelid::regclass::text as name, (select string_agg(a.attname, ',' order by k.n) from unnest(i.indkey) with ordinality k(attnum, n)
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum) as columns
       from pg_index i where i.indisunique and i.indrelid = any(array[${tables.map((t) => `'${t}'::regclass`).join(',')}])`,
    );
    expect(keys.length).toBeGreaterThanOrEqual(6);
    expect(keys.filter(({ columns }) => !columns.split(',').includes('bucket'))).toEqual([]);
    const others = await em.execute<unknown[]>(
      `select conname from pg_constraint where contype = 'f' and conrelid = any(array[${tables.map((t) => `'${t}'::regclass`).join(',')}])
       union all select tgname from pg_trigger where not tgisinternal and tgrelid = any(array[${tables.map((t) => `'${t}'::regclass`).join(',')}])`,
    );
    expect(others).toEqual([]);
  });

  test('every statement of a batch says the bucket and nothing that only one server can do', async () => {
    const statements: string[] = [];
    const ballot = (i: number): Ballot => ({
      competitionId: crypto.randomUUID(),
      voterId: crypto.randomUUID(),
      bucket: i,
      key: crypto.randomUUID(),
      day: '2026-11-21',
      castAt: new Date(),
      choices: [{ entryId: crypto.randomUUID(), points: 1 }],
      spends: [{ scope: 'stage', amount: 1, allowed: 1 }],
      ...signs,
      challenge: { id: `c${i}`, expiresAt: new Date() },
    });
    const ballots = [ballot(1), ballot(2), ballot(3)];
    // The first is refused for its proof, the second for its quota, the third counts.
    const answers = [
      [ballots[1], ballots[2]].map((b) => ({ bucket: b?.bucket, id: b?.challenge?.id })),
      [ballots[1], ballots[2]].map((b) => ({ voter_id: b?.voterId, ordinal: 0 })),
      [{ voter_id: ballots[2]?.voterId, scope: 'stage', used: 1 }],
    ];
    await writeBallots(async <Row>(statement: string) => {
      statements.push(statement);
      return (answers.shift() ?? []) as Row[];
    }, ballots);
    expect(statements.length).toBeGreaterThanOrEqual(6);
    for (const statement of statements) {
      expect(statement).toMatch(/bucket/);
      expect(statement).not.toMatch(/unnest|now\(\)|clock_timestamp|random|on constraint/i);
    }
  });
});

test('a second batch goes beside the first when it is large, of other voters only, and waits for no turn to end', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 100 });
  const [first, again] = [await makeEntry(world, competition), await makeEntry(world, competition)];
  const box = makeBox();
  const page = await box.book.page(competition.id);
  if (!page) throw new Error('the competition is not in the book');
  const cast = (person: number, entry = first) => {
    const voter = pseudonymOf('x', competition.id, `email:${person}`);
    const choices = [{ entryId: entry.id, points: 1 }];
    return box.cast({ page, voterId: voter.id, bucket: voter.bucket, key: crypto.randomUUID(), choices, ...signs });
  };
  const castAll = (from: number, to: number, entry = first) =>
    Array.from({ length: to - from }, (_, i) => cast(from + i, entry));
  const em = world.orm.em.fork();
  const onTheWay = async () =>
    (
      await em.execute<{ count: number }[]>(
        `select count(*)::int as count from pg_stat_activity
         where datname = current_database() and state = 'active' and query like '%from cast_ballots(%' and pid <> pg_backend_pid()`,
      )
    )[0]?.count;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
  await Promise.all(castAll(900, 903));

  const all: Promise<CastOutcome>[] = [];
  await em.fork().transactional(async (inside) => {
    // A lock on the stage blocks the batch that writes for it.
    await inside.execute("select 1 from stages where competition_id = ? and kind = 'VOTING' for update", [
      competition.id,
    ]);
    all.push(...castAll(0, 10));
    await expect.poll(onTheWay).toBe(1);
    all.push(...castAll(10, 100));
    await pause();
    expect(await onTheWay()).toBe(1);
    // The same ten again, and enough others; no turn of the loop ends meanwhile.
    vi.useFakeTimers({ toFake: ['setImmediate'] });
    all.push(...castAll(0, 10, again), ...castAll(100, 300));
    vi.useRealTimers();
    await expect.poll(onTheWay).toBe(2);
  });
  const outcomes = await Promise.all(all);
  expect(outcomes.filter(({ kind }) => kind !== 'counted')).toEqual([]);
  expect(await books(competition)).toMatchObject({ votes: 313, tallied: 313, used: 313, most: 2 });
  expect(failures).toEqual([]);
  await box.close();
});
