import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCompetition, makeEntry, makePerson, over, toCome, type TestCompetition } from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { act, sql } from '../../../test/act.ts';
import type { Viewer } from '../../../core/context.ts';

const world = sharedWorld();

const fields = `... on CastVoteSuccess { votesLeftToday vote { id day castAt entry { number } } entry { voting { canVote refusal votesLeftToday } } }
  ... on AlreadyVotedError { vote { id } } ... on VoteQuotaError { scope allowed nextVoteAt } ... on VotingClosedError { opensAt closesAt }`;
const key = () => crypto.randomUUID();
const vote = (viewer: Viewer | null, entryId: string, tap: string = key()) =>
  act(world, viewer, 'castVote', { entryId, key: tap }, fields);
const retract = (viewer: Viewer | null, entryId: string) =>
  act(world, viewer, 'retractVote', { entryId }, '... on RetractVoteSuccess { votesLeftToday }');

/** What the tables say, three ways; they must agree at all times. */
async function balance(competition: TestCompetition) {
  const [row] = await sql<{ votes: number; tally: number; quota: number }>(
    world,
    `select (select count(*)::int from votes where competition_id = ? and retracted_at is null) as votes,
       (select coalesce(sum(votes), 0)::int from tally_parts where competition_id = ?) as tally,
       (select coalesce(sum(used), 0)::int from voter_quotas where competition_id = ?) as quota`,
    [competition.id, competition.id, competition.id],
  );
  return row;
}

test('a vote counts at the tap and says what is left today', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 3 });
  const entry = await makeEntry(world, competition);
  const voter = await makePerson(world);
  expect(await vote(voter, entry.id)).toMatchObject({
    __typename: 'CastVoteSuccess',
    votesLeftToday: 2,
    vote: { day: '2026-11-21', entry: { number: entry.number } },
    entry: { voting: { canVote: false, refusal: 'ALREADY_VOTED', votesLeftToday: 2 } },
  });
  expect(await balance(competition)).toEqual({ votes: 1, tally: 1, quota: 1 });
});

test('the same tap sent again brings the same vote back, not a second one', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  const voter = await makePerson(world);
  const tap = key();
  const answers = await Promise.all(Array.from({ length: 12 }, () => vote(voter, entry.id, tap)));
  const ids = new Set(answers.map((answer) => answer.vote.id));
  expect(answers.every((answer) => answer.__typename === 'CastVoteSuccess')).toBe(true);
  expect(ids.size).toBe(1);
  expect(await balance(competition)).toEqual({ votes: 1, tally: 1, quota: 1 });
});

test('twenty taps at once for one entry are one vote', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  const voter = await makePerson(world);
  const answers = await Promise.all(Array.from({ length: 20 }, () => vote(voter, entry.id)));
  const kinds = Map.groupBy(answers, (answer) => answer.__typename as string);
  expect(kinds.get('CastVoteSuccess')).toHaveLength(1);
  expect(kinds.get('AlreadyVotedError')).toHaveLength(19);
  expect(await balance(competition)).toEqual({ votes: 1, tally: 1, quota: 1 });
});

test('votes for different entries at once never pass the quota of the day', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 2 });
  const entries = await Promise.all(Array.from({ length: 8 }, () => makeEntry(world, competition)));
  const voter = await makePerson(world);
  const answers = await Promise.all(entries.map((entry) => vote(voter, entry.id)));
  const kinds = Map.groupBy(answers, (answer) => answer.__typename as string);
  expect(kinds.get('CastVoteSuccess')).toHaveLength(2);
  expect(kinds.get('VoteQuotaError')).toHaveLength(6);
  // Midnight in Shanghai, where the competition reckons its days.
  expect(kinds.get('VoteQuotaError')?.[0]?.nextVoteAt).toBe('2026-11-21T16:00:00.000Z');
  expect(await balance(competition)).toEqual({ votes: 2, tally: 2, quota: 2 });
});

test('a vote can be taken back and given again; the row of the first stays', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 1 });
  const entry = await makeEntry(world, competition);
  const voter = await makePerson(world);
  await vote(voter, entry.id);
  const back = await retract(voter, entry.id);
  expect(back).toMatchObject({ __typename: 'RetractVoteSuccess', votesLeftToday: 1 });
  expect(await balance(competition)).toEqual({ votes: 0, tally: 0, quota: 0 });
  const twice = await retract(voter, entry.id);
  expect(twice.__typename).toBe('NotVotedError');
  expect((await vote(voter, entry.id)).__typename).toBe('CastVoteSuccess');
  const rows = await sql(world, 'select 1 from votes where entry_id = ?', [entry.id]);
  expect(rows).toHaveLength(2);
  expect(await balance(competition)).toEqual({ votes: 1, tally: 1, quota: 1 });
});

test('a new day of the competition brings new votes', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 1 });
  const entry = await makeEntry(world, competition);
  const voter = await makePerson(world);
  await vote(voter, entry.id);
  world.clock.set('2026-11-21T15:59:59Z');
  expect((await vote(voter, entry.id)).__typename).toBe('AlreadyVotedError');
  world.clock.set('2026-11-21T16:00:00Z');
  const next = await vote(voter, entry.id);
  world.clock.set('2026-11-21T12:00:00Z');
  expect(next).toMatchObject({ __typename: 'CastVoteSuccess', vote: { day: '2026-11-22' } });
});

test.each([
  ['before', toCome, 'NOT_YET_OPEN'],
  ['after', over, 'CLOSED'],
])('%s the stage no vote counts, and the button knows it', async (_, window, refusal) => {
  const competition = await makeCompetition(world, { stages: { VOTING: window } });
  const entry = await makeEntry(world, competition);
  const voter = await makePerson(world);
  expect((await vote(voter, entry.id)).__typename).toBe('VotingClosedError');
  const { data } = await world.run(
    voter,
    'query ($slug: String!, $n: Int!) { entry(competitionSlug: $slug, number: $n) { voteCount voting { canVote refusal } } }',
    { slug: competition.slug, n: entry.number },
  );
  expect(data.entry.voting).toEqual({ canVote: false, refusal });
  expect(data.entry.voteCount).toBe(refusal === 'CLOSED' ? 0 : null);
  expect(await balance(competition)).toEqual({ votes: 0, tally: 0, quota: 0 });
});

test('closing and voting cannot cross: a vote waits for who is moving the stage', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  const voters = await Promise.all(Array.from({ length: 6 }, () => makePerson(world)));
  const em = world.orm.em.fork();
  let waiting: ReturnType<typeof vote>[] = [];
  await em.transactional(async (tx) => {
    await tx.execute(`select 1 from stages where competition_id = ? and kind = 'VOTING' for update`, [competition.id]);
    waiting = voters.map((voter) => vote(voter, entry.id));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await tx.execute(
      `update stages set closes_at = '2026-11-20T00:00:00Z' where competition_id = ? and kind = 'VOTING'`,
      [competition.id],
    );
  });
  const kinds = (await Promise.all(waiting)).map((answer) => answer.__typename);
  expect(new Set(kinds)).toEqual(new Set(['VotingClosedError']));
  expect(await balance(competition)).toEqual({ votes: 0, tally: 0, quota: 0 });
});

test('nobody votes for their own organization, for an entry that was not accepted, or signed out', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  const waiting = await makeEntry(world, competition, { isAccepted: false });
  expect((await vote(entry.organization.member, entry.id)).__typename).toBe('OwnOrganizationError');
  const voter = await makePerson(world);
  expect(await vote(voter, waiting.id)).toBe('NOT_FOUND');
  expect(await vote(null, entry.id)).toBe('UNAUTHENTICATED');
  expect(await vote(voter, 'not-an-id')).toBe('NOT_FOUND');
  expect(await vote(voter, crypto.randomUUID())).toBe('NOT_FOUND');
  expect(await balance(competition)).toEqual({ votes: 0, tally: 0, quota: 0 });
});

test('the database itself refuses a second counted vote and a tally below zero', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  await vote(await makePerson(world), entry.id);
  const em = world.orm.em.fork();
  await expect(
    em.execute(
      `insert into votes (bucket, voter_id, key, ordinal, entry_id, competition_id, day, cast_at, level)
       select bucket, voter_id, gen_random_uuid(), ordinal, entry_id, competition_id, day, cast_at, level from votes where entry_id = ?`,
      [entry.id],
    ),
  ).rejects.toThrow(/votes_once_a_day/);
  await expect(em.execute('update tally_parts set votes = -1 where entry_id = ?', [entry.id])).rejects.toThrow(
    /votes_range/,
  );
});

test('a key in capitals is refused before it reaches the books', async () => {
  const competition = await makeCompetition(world);
  const [entry, other] = [await makeEntry(world, competition), await makeEntry(world, competition)];
  const voter = await makePerson(world);
  await vote(voter, entry.id);
  const refused = await vote(voter, other.id, key().toUpperCase());
  expect(refused).toBe('BAD_USER_INPUT');
  expect(await vote(voter, other.id.toUpperCase())).toBe('NOT_FOUND');
  expect(await balance(competition)).toEqual({ votes: 1, tally: 1, quota: 1 });
});

test('a key that made another vote, or one that was taken back, is not a vote', async () => {
  const competition = await makeCompetition(world);
  const [entry, other] = [await makeEntry(world, competition), await makeEntry(world, competition)];
  const voter = await makePerson(world);
  const tap = key();
  await vote(voter, entry.id, tap);
  expect(await vote(voter, other.id, tap)).toBe('BAD_USER_INPUT');
  await retract(voter, entry.id);
  expect(await vote(voter, entry.id, tap)).toBe('BAD_USER_INPUT');
  expect(await balance(competition)).toEqual({ votes: 0, tally: 0, quota: 0 });
});

test('two votes in one request both see what is true after them', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 2 });
  const [entry, other] = [await makeEntry(world, competition), await makeEntry(world, competition)];
  const { data } = await world.run(
    await makePerson(world),
    `mutation ($a: CastVoteInput!, $b: CastVoteInput!) {
       a: castVote(input: $a) { ... on CastVoteSuccess { votesLeftToday entry { voting { votesLeftToday } } } }
       b: castVote(input: $b) { ... on CastVoteSuccess { votesLeftToday entry { voting { votesLeftToday vote { id } } } } } }`,
    { a: { entryId: entry.id, key: key() }, b: { entryId: other.id, key: key() } },
  );
  expect(data.b).toMatchObject({ votesLeftToday: 0, entry: { voting: { votesLeftToday: 0 } } });
  expect(data.b.entry.voting.vote).not.toBeNull();
});

test('votes and retractions in any order leave the books balanced and the quota kept', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 2 });
  const entries = await Promise.all(Array.from({ length: 4 }, () => makeEntry(world, competition)));
  const voters = await Promise.all(Array.from({ length: 3 }, () => makePerson(world)));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ voter: fc.nat(2), entry: fc.nat(3), isRetraction: fc.boolean() }), {
        minLength: 1,
        maxLength: 14,
      }),
      async (acts) => {
        await Promise.all(
          acts.map(({ voter, entry, isRetraction }) => {
            const who = voters[voter] ?? null;
            const entryId = entries[entry]?.id ?? '';
            return isRetraction ? retract(who, entryId) : vote(who, entryId);
          }),
        );
        const books = await balance(competition);
        expect(new Set(Object.values(books ?? {})).size).toBe(1);
        const [most] = await sql<{ used: number }>(
          world,
          'select coalesce(max(used), 0)::int as used from voter_quotas where competition_id = ?',
          [competition.id],
        );
        expect(most?.used).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 25 },
  );
});
