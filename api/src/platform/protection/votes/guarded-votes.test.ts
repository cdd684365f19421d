import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { noClient, type ClientSigns, type Viewer } from '../../../core/context.ts';
import { AssuranceLevel } from '../../../competition/competitions/index.ts';
import { makeCompetition, makeEntry, makePerson } from '../../../test/factories.ts';
import { secret, schema } from '../../../test/world.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { solved } from '../testing.ts';
import { makeVoteGuard, type VoteGuard } from './vote-guard.ts';
import { voteLimits, type VoteLimits } from './vote-limits.ts';

/** What the guard lets pass and what the database counts, together: real votes through the real schema. */

const world = sharedWorld('2026-11-22T12:00:00Z');

const unhurried: Partial<VoteLimits> = { identity: { attempts: 1_000_000, windowMs: 60_000 } };
const guardWith = (changes: Partial<VoteLimits> = {}) =>
  makeVoteGuard(secret, { ...voteLimits, price: () => 20, ...changes });

const selection = '{ __typename ... on ChallengeNeededError { challenge } }';
const cast = `mutation ($input: CastVoteInput!) { castVote(input: $input) ${selection} }`;

interface From {
  guard: VoteGuard;
  viewer?: Viewer | null;
  client?: ClientSigns;
}

async function run({ guard, viewer = null, client }: From, source: string, variableValues = {}) {
  const context = Object.assign(world.contextOf(viewer), { voteGuard: guard, client: client ?? noClient });
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: context });
  if (errors) throw errors[0]!;
  return data as Record<string, { __typename: string; challenge?: string }>;
}

const vote = async (from: From, entryId: string, proof: string | null = null, key: string = crypto.randomUUID()) =>
  (await run(from, cast, { input: { entryId, key, proof } })).castVote!;

const deviceClient = (address: string): ClientSigns => ({
  address,
  device: { id: crypto.randomUUID(), since: new Date('2026-10-01T00:00:00Z') },
});

async function makeVoting(votesPerDay = 1_000) {
  const competition = await makeCompetition(world, {
    votesPerDay,
    ballotRule: { votesPerDay, levels: [AssuranceLevel.DEVICE, AssuranceLevel.EMAIL] },
  });
  const entries = [];
  for (let i = 0; i < 3; i += 1) entries.push(await makeEntry(world, competition));
  const [first, second] = entries as [(typeof entries)[0], (typeof entries)[0]];
  return { id: competition.id, entries, first, second };
}

const countedIn = async (competitionId: string) =>
  Number(
    (
      await world.orm.em
        .fork()
        .execute<{ count: string }[]>('select count(*) as count from votes where competition_id = ?', [competitionId])
    )[0]?.count,
  );

test('one proof buys one vote, also where replays reach processes that have never seen it', async () => {
  const { id, first, second } = await makeVoting();
  // The database is all that these share.
  const processes = Array.from({ length: 10 }, () => guardWith(unhurried));
  const client = deviceClient('192.0.2.1');
  const proof = solved((await vote({ guard: processes[0]!, client }, first.id)).challenge!);
  const replays = 1_000;
  const kinds: Record<string, number> = {};
  for (let sent = 0; sent < replays; sent += 20) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        vote({ guard: processes[i % 10]!, client }, i % 3 ? first.id : second.id, proof),
      ),
    );
    for (const { __typename } of answers) kinds[__typename] = (kinds[__typename] ?? 0) + 1;
  }
  process.stdout.write(`  ${replays} replays as votes, over 10 processes: ${JSON.stringify(kinds)}\n`);
  expect(kinds.CastVoteSuccess).toBe(1);
  expect(await countedIn(id)).toBe(1);
});

test('a vote sent again after its answer was lost brings its answer back, also from another process, and counts once', async () => {
  const { id, first } = await makeVoting();
  const client = deviceClient('192.0.2.1');
  const from = { guard: guardWith(), client };
  const key = crypto.randomUUID();
  const proof = solved((await vote(from, first.id, null, key)).challenge!);
  expect((await vote(from, first.id, proof, key)).__typename).toBe('CastVoteSuccess');
  const again = [from, from, { guard: guardWith(), client }].map((where) => vote(where, first.id, proof, key));
  for (const answer of await Promise.all(again)) expect(answer.__typename).toBe('CastVoteSuccess');
  // Under another key the proof is spent.
  expect((await vote(from, first.id, proof)).__typename).toBe('ChallengeNeededError');
  expect(await countedIn(id)).toBe(1);
});

test('a proof made for one person is none for another, and none in another competition', async () => {
  const [here, there] = [await makeVoting(), await makeVoting()];
  const from = { guard: guardWith(), client: deviceClient('192.0.2.1') };
  const proof = solved((await vote(from, here.first.id)).challenge!);
  const stranger = { ...from, client: deviceClient('192.0.2.1') };
  expect((await vote(stranger, here.first.id, proof)).__typename).toBe('ChallengeNeededError');
  expect((await vote(from, there.first.id, proof)).__typename).toBe('ChallengeNeededError');
  expect((await vote(from, here.first.id, proof)).__typename).toBe('CastVoteSuccess');
});

test('fifteen votes under aliases in one request are fifteen attempts', async () => {
  const { id, first } = await makeVoting();
  const from = {
    guard: guardWith({ identity: { attempts: 10, windowMs: 60_000 } }),
    viewer: await makePerson(world),
    client: { address: '192.0.2.1', device: null },
  };
  const aliases = Array.from(
    { length: 15 },
    (_, i) => `v${i}: castVote(input: { entryId: "${first.id}", key: "${crypto.randomUUID()}" }) ${selection}`,
  );
  const answers = Object.values(await run(from, `mutation { ${aliases.join('\n')} }`));
  const kinds = Object.groupBy(answers, ({ __typename }) => __typename);
  expect(kinds.OverloadedError).toHaveLength(5);
  expect(kinds.CastVoteSuccess).toHaveLength(1);
  expect(kinds.AlreadyVotedError).toHaveLength(9);
  expect(await countedIn(id)).toBe(1);
});

test('a bot with one address gets its identities’ quotas and no more, whatever it tries and solves', async () => {
  const quota = 2;
  const { id, entries } = await makeVoting(quota);
  const guard = guardWith();
  const identities = await Promise.all(Array.from({ length: 5 }, () => makePerson(world)));
  const tries = 600;
  let accepted = 0;
  const attempt = async (i: number) => {
    const viewer = identities[i % identities.length]!;
    const from = { guard, viewer, client: { address: '203.0.113.9', device: null } };
    const entryId = entries[i % entries.length]!.id;
    let answer = await vote(from, entryId);
    if (answer.challenge) answer = await vote(from, entryId, solved(answer.challenge));
    if (answer.__typename === 'CastVoteSuccess') accepted += 1;
  };
  for (let i = 0; i < tries; i += 30) {
    world.clock.set(new Date(Date.UTC(2026, 10, 22, 12) + i * 1_000));
    await Promise.all(Array.from({ length: 30 }, (_, k) => attempt(i + k)));
  }
  process.stdout.write(`  ${tries} tries of 5 identities with ${quota} votes each: ${accepted} counted\n`);
  expect(accepted).toBe(quota * identities.length);
  expect(await countedIn(id)).toBe(accepted);
});
