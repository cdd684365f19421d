import { describe, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import {
  makeCompetition,
  makeEntry,
  makePerson,
  type TestCompetition,
  type TestEntry,
} from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { act, sql } from '../../../test/act.ts';
import {
  AssuranceLevel,
  BallotMethod,
  BallotStyle,
  type BallotRuleValues,
} from '../../../competition/competitions/index.ts';

const world = sharedWorld();

type Choice = { entryId: string; points?: number };
const key = () => crypto.randomUUID();
const ballotFields = `... on CastBallotSuccess { votesLeftToday votes { id ordinal points receipt state entry { number } }
    competition { viewerVotesLeftToday } }
  ... on VoteQuotaError { scope allowed nextVoteAt }`;
const castBallot = (viewer: Viewer | null, competition: TestCompetition, choices: Choice[], ballot = key()) =>
  act(world, viewer, 'castBallot', { competitionId: competition.id, key: ballot, choices }, ballotFields);
const vote = (viewer: Viewer, entryId = '') =>
  act(world, viewer, 'castVote', { entryId, key: key() }, '... on VoteQuotaError { scope allowed nextVoteAt }');
const retractVote = (viewer: Viewer, entryId: string) =>
  act(world, viewer, 'retractVote', { entryId }, '... on RetractVoteSuccess { votesLeftToday }');
const withdraw = ({ id, organization }: TestEntry) =>
  act(world, organization.member, 'withdrawEntry', { entryId: id, reason: 'x' });

async function ballotCompetition(rule: Partial<BallotRuleValues>, entries = 4) {
  const competition = await makeCompetition(world, {
    ballotRule: { style: BallotStyle.BALLOT, votesPerDay: 1, ...rule },
  });
  const made: TestEntry[] = [];
  for (let i = 0; i < entries; i += 1) made.push(await makeEntry(world, competition, { category: i % 2 }));
  return { competition, entries: made, ids: made.map(({ id }) => id) };
}

async function tally(competition: TestCompetition): Promise<Record<string, [votes: number, points: number]>> {
  const rows = await sql<{ number: number; votes: number; points: number }>(
    world,
    `select e.number, sum(t.votes)::int as votes, sum(t.points)::int as points from tally_parts t join entries e on e.id = t.entry_id
       where t.competition_id = ? group by e.number order by e.number`,
    [competition.id],
  );
  return Object.fromEntries(rows.map((row) => [row.number, [row.votes, row.points]]));
}

describe('a ballot of several choices', () => {
  test('counts whole, with a receipt for each choice, and comes back under its key', async () => {
    const { competition, ids } = await ballotCompetition({ minChoices: 2, maxChoices: 3 });
    const voter = await makePerson(world);
    const ballot = key();
    const choices = ids.slice(0, 3).map((entryId) => ({ entryId }));
    const first = await castBallot(voter, competition, choices, ballot);
    expect(first).toMatchObject({
      __typename: 'CastBallotSuccess',
      votesLeftToday: 0,
      competition: { viewerVotesLeftToday: 0 },
    });
    expect(first.votes.map(({ points }: { points: number }) => points)).toEqual([1, 1, 1]);
    expect(new Set(first.votes.map(({ receipt }: { receipt: string }) => receipt)).size).toBe(3);
    expect(first.votes[0].receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await castBallot(voter, competition, choices, ballot)).toEqual(first);
    expect(await tally(competition)).toEqual({ 1: [1, 1], 2: [1, 1], 3: [1, 1] });
    // The same key with other choices is another ballot, and the key is taken.
    const other = await castBallot(voter, competition, [{ entryId: ids[3] ?? '' }, { entryId: ids[0] ?? '' }], ballot);
    expect(other).toBe('BAD_USER_INPUT');
    expect(await tally(competition)).toEqual({ 1: [1, 1], 2: [1, 1], 3: [1, 1] });
  });

  test('is taken back whole and can be cast again', async () => {
    const { competition, ids } = await ballotCompetition({ method: BallotMethod.RANKED, maxChoices: 3 });
    const voter = await makePerson(world);
    await castBallot(voter, competition, [{ entryId: ids[2] ?? '' }, { entryId: ids[0] ?? '' }]);
    expect(await tally(competition)).toEqual({ 1: [1, 2], 3: [1, 3] });
    const taken = '... on RetractBallotSuccess { votesLeftToday }';
    const back = await act(world, voter, 'retractBallot', { competitionId: competition.id }, taken);
    expect(back).toEqual({ __typename: 'RetractBallotSuccess', votesLeftToday: 1 });
    expect(await tally(competition)).toEqual({ 1: [0, 0], 3: [0, 0] });
    const again = await castBallot(voter, competition, [{ entryId: ids[1] ?? '' }]);
    expect(again.__typename).toBe('CastBallotSuccess');
    expect(await tally(competition)).toEqual({ 1: [0, 0], 2: [1, 3], 3: [0, 0] });
  });

  test('points count as given, Borda points by place', async () => {
    const points = await ballotCompetition({ method: BallotMethod.POINTS, maxChoices: 4, maxPoints: 3, maxSum: 5 });
    await castBallot(await makePerson(world), points.competition, [
      { entryId: points.ids[0] ?? '', points: 3 },
      { entryId: points.ids[1] ?? '', points: 2 },
    ]);
    expect(await tally(points.competition)).toEqual({ 1: [1, 3], 2: [1, 2] });
  });

  test.each<[string, Partial<BallotRuleValues>, (ids: string[]) => Choice[], RegExp]>([
    ['too few', { minChoices: 2, maxChoices: 3 }, ([a = '']) => [{ entryId: a }], /at least 2/],
    ['too many', { maxChoices: 2 }, (ids) => ids.slice(0, 3).map((entryId) => ({ entryId })), /at most 2/],
    ['twice the same', { maxChoices: 3 }, ([a = '']) => [{ entryId: a }, { entryId: a }], /twice/],
    [
      'too many points for one',
      { method: BallotMethod.POINTS, maxChoices: 3, maxPoints: 3, maxSum: 9 },
      ([a = '']) => [{ entryId: a, points: 4 }],
      /between 1 and 3/,
    ],
    [
      'too many points in all',
      { method: BallotMethod.POINTS, maxChoices: 3, maxPoints: 3, maxSum: 4 },
      ([a = '', b = '']) => [
        { entryId: a, points: 3 },
        { entryId: b, points: 2 },
      ],
      /at most 4 points/,
    ],
  ])('%s is refused in words and changes nothing', async (_, rule, choices, words) => {
    const { competition, ids } = await ballotCompetition(rule);
    const refused = await castBallot(await makePerson(world), competition, choices(ids));
    expect(refused).toMatchObject({ __typename: 'InvalidBallotError', message: expect.stringMatching(words) });
    expect(await tally(competition)).toEqual({});
  });

  test('with an entry that does not compete here is refused whole', async () => {
    const { competition, ids } = await ballotCompetition({ maxChoices: 3 });
    const elsewhere = await makeEntry(world, await makeCompetition(world));
    const refused = await castBallot(await makePerson(world), competition, [
      { entryId: ids[0] ?? '' },
      { entryId: elsewhere.id },
    ]);
    expect(refused).toBe('NOT_FOUND');
    expect(await tally(competition)).toEqual({});
  });

  test('with an entry of the own organization is refused', async () => {
    const { competition, entries, ids } = await ballotCompetition({ maxChoices: 3 });
    const refused = await castBallot(entries[1]?.organization.member ?? null, competition, [
      { entryId: ids[0] ?? '' },
      { entryId: ids[1] ?? '' },
    ]);
    expect(refused.__typename).toBe('OwnOrganizationError');
  });
});

describe('the limits of the rule', () => {
  test('per stage and per category hold whatever comes at once, and give back what they took', async () => {
    const competition = await makeCompetition(world, {
      ballotRule: { votesPerDay: 9, votesPerStage: 3, votesPerCategory: 2 },
    });
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) ids.push((await makeEntry(world, competition, { category: i % 2 })).id);
    const voter = await makePerson(world);
    const answers = await Promise.all(ids.map((id) => vote(voter, id)));
    const kinds = answers.map(({ scope, __typename }) => scope ?? __typename);
    expect(kinds.filter((kind) => kind === 'CastVoteSuccess')).toHaveLength(3);
    const rows = await sql<{ scope: string; used: number }>(
      world,
      `select split_part(scope, ':', 1) as scope, sum(used)::int as used from voter_quotas where competition_id = ? group by 1 order by 1`,
      [competition.id],
    );
    expect(rows).toEqual([
      { scope: 'category', used: 3 },
      { scope: 'day', used: 3 },
      { scope: 'stage', used: 3 },
    ]);
  });

  test('per entry count over the days', async () => {
    const competition = await makeCompetition(world, { ballotRule: { votesPerEntry: 1 } });
    const entry = await makeEntry(world, competition);
    const voter = await makePerson(world);
    expect((await vote(voter, entry.id)).__typename).toBe('CastVoteSuccess');
    world.clock.set('2026-11-22T12:00:00Z');
    const next = await vote(voter, entry.id);
    world.clock.set('2026-11-21T12:00:00Z');
    expect(next).toMatchObject({ __typename: 'VoteQuotaError', scope: 'ENTRY', nextVoteAt: null });
  });

  test('PostgreSQL itself holds the quota', async () => {
    const competition = await makeCompetition(world, { ballotRule: { votesPerDay: 1 } });
    const entry = await makeEntry(world, competition);
    await vote(await makePerson(world), entry.id);
    await expect(
      sql(world, 'update voter_quotas set used = 2 where competition_id = ?', [competition.id]),
    ).rejects.toThrow(/voter_quotas_used_range/);
  });

  test('a tap is no ballot and a ballot no tap', async () => {
    const taps = await makeCompetition(world);
    const entry = await makeEntry(world, taps);
    const ballots = await ballotCompetition({ maxChoices: 2 });
    const voter = await makePerson(world);
    expect((await castBallot(voter, taps, [{ entryId: entry.id }])).message).toMatch(/one by one/);
    expect((await vote(voter, ballots.ids[0])).message).toMatch(/several choices/);
  });

  test('a rule may forbid taking a vote back', async () => {
    const competition = await makeCompetition(world, { ballotRule: { mayRetract: false } });
    const entry = await makeEntry(world, competition);
    const voter = await makePerson(world);
    await vote(voter, entry.id);
    expect((await retractVote(voter, entry.id)).__typename).toBe('NotRetractableError');
  });

  test('only the levels of the rule count', async () => {
    const competition = await makeCompetition(world, { ballotRule: { levels: [AssuranceLevel.PHONE] } });
    const entry = await makeEntry(world, competition);
    const person = await makePerson(world);
    expect((await vote(person, entry.id)).__typename).toBe('NotEligibleError');
    const byPhone = { ...(await makePerson(world)), phone: '+8613800000001' };
    expect((await vote(byPhone, entry.id)).__typename).toBe('CastVoteSuccess');
    // The same number through another account is the same voter.
    const again = { ...(await makePerson(world)), phone: '+8613800000001' };
    expect((await vote(again, entry.id)).__typename).toBe('AlreadyVotedError');
  });

  test('a mailbox of ten minutes does not vote', async () => {
    const entry = await makeEntry(world, await makeCompetition(world));
    const refused = await vote(await makePerson(world, 'somebody@mailinator.com'), entry.id);
    expect(refused).toMatchObject({ __typename: 'NotEligibleError', message: expect.stringMatching(/minutes/) });
  });
});

test('an entry withdrawn after the book was read takes no vote, and an entry accepted after takes one', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  expect((await vote(await makePerson(world), entry.id)).__typename).toBe('CastVoteSuccess');
  await withdraw(entry);
  expect(await vote(await makePerson(world), entry.id)).toBe('NOT_FOUND');
  const later = await makeEntry(world, competition);
  expect((await vote(await makePerson(world), later.id)).__typename).toBe('CastVoteSuccess');
});

test('a vote for an entry that was withdrawn meanwhile can be taken back', async () => {
  const competition = await makeCompetition(world, { votesPerDay: 1 });
  const entry = await makeEntry(world, competition);
  const voter = await makePerson(world);
  await vote(voter, entry.id);
  await withdraw(entry);
  expect(await retractVote(voter, entry.id)).toEqual({ __typename: 'RetractVoteSuccess', votesLeftToday: 1 });
});

test("my votes are paged, newest first, and nobody else's", async () => {
  const competition = await makeCompetition(world, { votesPerDay: 5 });
  const voter = await makePerson(world);
  for (let i = 0; i < 3; i += 1) {
    world.clock.set(`2026-11-21T12:00:0${i}Z`);
    await vote(voter, (await makeEntry(world, competition)).id);
  }
  world.clock.set('2026-11-21T12:00:00Z');
  const mine = `query ($slug: String!, $after: String) { competition(slug: $slug) { viewerVotes(first: 2, after: $after) {
    totalCount edges { node { castAt receipt entry { number } } } pageInfo { hasNextPage endCursor } } } }`;
  const first = (await world.run(voter, mine, { slug: competition.slug })).data.competition.viewerVotes;
  expect(first.totalCount).toBe(3);
  expect(first.edges.map((edge: { node: { entry: { number: number } } }) => edge.node.entry.number)).toEqual([3, 2]);
  const after = first.pageInfo.endCursor;
  const second = (await world.run(voter, mine, { slug: competition.slug, after })).data.competition.viewerVotes;
  expect(second.edges.map((edge: { node: { entry: { number: number } } }) => edge.node.entry.number)).toEqual([1]);
  expect(second.pageInfo.hasNextPage).toBe(false);
  const other = await world.run(await makePerson(world), mine, { slug: competition.slug });
  expect(other.data.competition.viewerVotes).toMatchObject({ totalCount: 0, edges: [] });
  const broken = await world.run(voter, mine, { slug: competition.slug, after: 'x' });
  expect(broken.errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
});
