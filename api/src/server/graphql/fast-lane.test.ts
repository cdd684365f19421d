import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../core/context.ts';
import { castVote } from '../../scoring/voting/index.ts';
import { makeSchema } from '../schema.ts';
import { makeCompetition, makeEntry, makePerson, over } from '../../test/factories.ts';
import { sharedWorld } from '../../test/shared-world.ts';
import { FastLane } from './fast-lane.ts';

const world = sharedWorld();
let lane: FastLane;
beforeAll(async () => {
  lane = new FastLane(makeSchema(), { castVote });
});

/** As our pages send it. */
const ours = `mutation CastVote($input: CastVoteInput!) { castVote(input: $input) {
    __typename
    ... on CastVoteSuccess { votesLeftToday vote { __typename ...CastVote_vote } }
    ... on AlreadyVotedError { vote { ...CastVote_vote } }
    ... on VoteQuotaError { scope allowed nextVoteAt }
    ... on VotingClosedError { opensAt closesAt }
    ... on OverloadedError { retryAfterSeconds }
    ... on UserError { message }
  } }
  fragment CastVote_vote on Vote { id castAt day receipt state points ordinal }`;
/** The same, with a field that only a resolver knows. */
const theirs = ours.replace('votesLeftToday', 'votesLeftToday entry { id }');

const key = () => crypto.randomUUID();

async function byLane(viewer: Viewer | null, query: string, input: object, locale: 'en' | 'zh-CN' = 'en') {
  const extensions = { clientLibrary: { name: '@apollo/client' } };
  const call = lane.enter({ query, variables: { input }, operationName: 'CastVote', extensions });
  return call && (await call.run(world.contextOf(viewer, locale)));
}

describe('answers by the fast lane are those of Apollo, to the letter', () => {
  const compare = async (viewer: Viewer, input: object, typename: string) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const quick = await byLane(viewer, ours, input, locale);
      const { data, errors } = await world.run(viewer, ours, { input }, locale);
      expect(errors).toEqual([]);
      expect(data.castVote.__typename).toBe(typename);
      expect(quick).toBe(JSON.stringify({ data }));
    }
  };

  test('a vote, the same vote again, a second one, the quota and the closed stage', async () => {
    const competition = await makeCompetition(world, { votesPerDay: 1 });
    const [entry, other] = [await makeEntry(world, competition), await makeEntry(world, competition)];
    const voter = await makePerson(world);
    const vote = { entryId: entry.id, key: key() };
    await compare(voter, vote, 'CastVoteSuccess');
    await compare(voter, { ...vote, proof: null }, 'CastVoteSuccess');
    await compare(voter, { entryId: entry.id, key: key() }, 'AlreadyVotedError');
    await compare(voter, { entryId: other.id, key: key() }, 'VoteQuotaError');
    await compare(entry.organization.member, { entryId: entry.id, key: key() }, 'OwnOrganizationError');
    const closed = await makeEntry(world, await makeCompetition(world, { stages: { VOTING: over } }));
    await compare(voter, { entryId: closed.id, key: key() }, 'VotingClosedError');
  });
});

describe('everything else is left to Apollo', () => {
  const input = { entryId: key(), key: key() };

  test.each<[string, unknown]>([
    ['a field with a resolver', { query: theirs, variables: { input } }],
    [
      'an argument written into the operation',
      { query: `mutation { castVote(input: { entryId: "x", key: "y" }) { __typename } }`, variables: {} },
    ],
    [
      'a directive',
      { query: ours.replace('votesLeftToday', 'votesLeftToday @include(if: true)'), variables: { input } },
    ],
    [
      'two mutations',
      {
        query:
          'mutation ($input: CastVoteInput!) { a: castVote(input: $input) { __typename } b: castVote(input: $input) { __typename } }',
        variables: { input },
      },
    ],
    [
      'another mutation',
      {
        query: 'mutation ($input: RetractVoteInput!) { retractVote(input: $input) { __typename } }',
        variables: { input: { entryId: key() } },
      },
    ],
    ['a query', { query: '{ serverTime }', variables: {} }],
    ['an operation that is not valid', { query: ours.replace('receipt', 'nothing'), variables: { input } }],
    ['an operation that cannot be parsed', { query: 'mutation {', variables: {} }],
    ['another operation name', { query: ours, variables: { input }, operationName: 'Other' }],
    ['an input of another shape', { query: ours, variables: { input: { entryId: [] } } }],
    ['an input with a field too many', { query: ours, variables: { input: { ...input, more: 1 } } }],
    ['no input', { query: ours, variables: {} }],
    ['text that cannot be stored', { query: ours, variables: { input: { ...input, proof: 'a\u0000' } } }],
    ['a persisted query', { query: ours, variables: { input }, extensions: { persistedQuery: {} } }],
    ['a batch', [{ query: ours, variables: { input } }]],
    ['nothing', null],
  ])('%s', (_, body) => {
    expect(lane.enter(body)).toBeNull();
  });

  test('what throws, after which nothing has changed', async () => {
    const competition = await makeCompetition(world);
    const entry = await makeEntry(world, competition);
    expect(await byLane(null, ours, { entryId: entry.id, key: key() })).toBeNull();
    expect(await byLane(await makePerson(world), ours, { entryId: key(), key: key() })).toBeNull();
    expect(await byLane(await makePerson(world), ours, { entryId: entry.id, key: 'no key' })).toBeNull();
    const rows = await world.orm.em.fork().execute('select 1 from votes where competition_id = ?', [competition.id]);
    expect(rows).toEqual([]);
  });
});

test('fragments that spread one another twice, forty deep, are read once each', () => {
  const levels = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on CastVoteSuccess { __typename ${i < 39 ? `...F${i + 1} ...F${i + 1}` : ''} }`,
  );
  const query = `mutation ($input: CastVoteInput!) { castVote(input: $input) { ...F0 } } ${levels.join(' ')}`;
  expect(lane.enter({ query, variables: { input: { entryId: 'x', key: 'y' } } })).not.toBeNull();
});

test('documents that others send take nobody’s place', () => {
  for (let i = 0; i < 150; i += 1) lane.enter({ query: `{ __typename } #${i}`, variables: {} });
  const input = { entryId: 'x', key: 'y' };
  for (let i = 0; i < 150; i += 1) lane.enter({ query: `${ours} #${i} ${theirs}`, variables: { input } });
  expect(lane.enter({ query: `${ours} #new`, variables: { input } })).not.toBeNull();
});

test('more aliases than Apollo lets pass go the long way', () => {
  const aliased = (count: number) => {
    const fields = Array.from({ length: count }, (_, i) => `a${i}: __typename`).join(' ');
    const query = `mutation ($input: CastVoteInput!) { castVote(input: $input) { ${fields} } }`;
    return lane.enter({ query, variables: { input: { entryId: 'x', key: 'y' } } });
  };
  expect(aliased(15)).not.toBeNull();
  expect(aliased(16)).toBeNull();
});
