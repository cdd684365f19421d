import { expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { makePerson } from '../../../test/factories.ts';
import { appeal, balance, desk, heldByHand, hold, holdInput, settle, setUp } from '../../../test/vote-cases.ts';
import { booksOf } from '../../../test/votes.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { sql } from '../../../test/act.ts';

const world = sharedWorld();

test('a voter learns why a vote is held and answers once, and organizers read the answer without a name', async () => {
  const { competition, entry, second } = await setUp(world, { counts: 'LIVE' });
  const [voter, neighbor] = [await makePerson(world), await makePerson(world)];
  const cast = 'mutation ($input: CastVoteInput!) { castVote(input: $input) { __typename } }';
  for (const viewer of [voter, neighbor]) {
    const { data } = await world.run(viewer, cast, { input: { entryId: entry.id, key: crypto.randomUUID() } });
    expect(data.castVote.__typename).toBe('CastVoteSuccess');
  }
  const now = world.clock.now();
  const span = { from: now.toISOString(), to: new Date(now.getTime() + 1_000).toISOString() };
  const held = await world.run(competition.organizer, hold, { input: { ...holdInput(entry.id).input, ...span } });
  const caseId: string = held.data.holdVotes.case.id;
  expect(held.data.holdVotes.case.votes).toBe(2);
  const mine = `query ($slug: String!) { competition(slug: $slug) { viewerVotes { edges { node {
    state hold { id reason since state outcome canAppeal appeal { text } } } } } } }`;
  const ask = async (viewer: Viewer, locale: 'en' | 'zh-CN' = 'en') =>
    (await world.run(viewer, mine, { slug: competition.slug }, locale)).data.competition.viewerVotes.edges[0].node;
  expect(await ask(voter, 'zh-CN')).toMatchObject({
    state: 'HELD',
    hold: {
      id: caseId,
      reason: '组织者需要查看您投票时段内该项目的投票，之后再计入。',
      state: 'OPEN',
      canAppeal: true,
      appeal: null,
    },
  });
  const say = (viewer: Viewer, text: string) => world.run(viewer, appeal, { input: { holdId: caseId, text } });
  expect((await say(voter, 'x'.repeat(501))).data.appealHold.__typename).toBe('InvalidInputError');
  expect((await say(voter, ' ')).data.appealHold).toMatchObject({ fields: [{ path: 'text' }] });
  expect((await say(voter, 'We met at the school gate.')).data.appealHold).toMatchObject({
    __typename: 'AppealHoldSuccess',
    hold: { id: caseId, canAppeal: false, appeal: { text: 'We met at the school gate.' } },
  });
  expect((await say(voter, 'And once more.')).data.appealHold).toMatchObject({
    __typename: 'AlreadyAppealedError',
    appeal: { text: 'We met at the school gate.' },
  });
  // The neighbor, in the same case, has not answered and reads nobody else's words.
  expect((await ask(neighbor)).hold).toMatchObject({ canAppeal: true, appeal: null });
  const { data } = await world.run(second, desk, { slug: competition.slug });
  expect(data.competition.voteDesk.cases.edges[0].node.appeals).toEqual({
    totalCount: 1,
    edges: [{ node: { text: 'We met at the school gate.' } }],
  });
  await settle(world, { competition, second }, caseId, 'RESTORE');
  expect((await say(neighbor, 'Too late.')).data.appealHold.__typename).toBe('CaseSettledError');
  expect(await ask(voter)).toMatchObject({
    state: 'COUNTED',
    hold: { state: 'RESTORED', outcome: 'Nothing wrong was found', canAppeal: false },
  });
  const acts = await sql<{ act: string; actor_id: string | null }>(
    world,
    'select act, actor_id from audit_events where subject_id = ? order by at, id',
    [caseId],
  );
  expect(acts.map(({ act }) => act)).toEqual(['holdVotes', 'appealHold', 'decideCase', 'decideCase']);
  expect(acts[1]?.actor_id).toBeNull();
});

test('a held vote may be taken back, and restoring the case does not count it', async () => {
  const set = await setUp(world);
  const { competition, second } = set;
  const caseId = await heldByHand(world, set);
  await sql(
    world,
    `update votes set retracted_at = now() where (bucket, voter_id, key) in (
       select bucket, voter_id, key from votes where case_id = ? limit 4)`,
    [caseId],
  );
  await settle(world, { competition, second }, caseId, 'RESTORE');
  expect(await booksOf(world, competition)).toMatchObject({ counted: 6, tallied: 6, points: 6, talliedPoints: 6 });
  const { data } = await world.run(null, balance, { slug: competition.slug });
  expect(data.competition.voteBalance).toMatchObject({ cast: 6, counted: 6, held: 0, retracted: 4, reasons: [] });
});
