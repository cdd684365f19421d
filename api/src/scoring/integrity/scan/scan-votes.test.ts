import { expect, test } from 'vitest';
import { balance, desk, minute, noon, scan, setUp } from '../../../test/vote-cases.ts';
import { booksOf, insertVotes, votesFor } from '../../../test/votes.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const world = sharedWorld();

test('a scan holds what passes a declared threshold, in one case that grows, and cites the rule', async () => {
  const { competition, entry } = await setUp(world, { burstVotes: 20, counts: 'LIVE' });
  const votes = (count: number, from: number) =>
    Array.from({ length: count }, (_, i) => ({
      entryId: entry.id,
      castAt: new Date(noon + from * minute + i * 10_000),
      network: i,
      device: i,
      identityAgeDays: 30,
    }));
  await insertVotes(world, competition, [...votes(30, 0), ...votes(5, 60)]);
  const variables = { input: { competitionId: competition.id } };
  const first = await world.run(competition.organizer, scan, variables);
  expect(first.data.scanVotes).toMatchObject({ __typename: 'ScanVotesSuccess', scanned: 35, held: 30 });
  expect(first.data.scanVotes.findings[0]).toEqual({
    detector: 'DECLARED_BURST',
    summary: '30 votes within ten minutes; the rule allows 20',
    votes: 30,
    isHeld: true,
    entry: { id: entry.id },
  });
  expect((await world.run(competition.organizer, scan, variables)).data.scanVotes.held).toBe(0);
  await insertVotes(world, competition, votes(6, 5));
  expect((await world.run(competition.organizer, scan, variables)).data.scanVotes.held).toBe(6);
  const { data } = await world.run(competition.organizer, desk, { slug: competition.slug });
  expect(data.competition.voteDesk.cases.totalCount).toBe(1);
  const [{ node: found }] = data.competition.voteDesk.cases.edges;
  expect(found).toMatchObject({ state: 'OPEN', votes: 36, label: 'Declared limit for ten minutes', decisions: [] });
  expect(found.evidence).toContainEqual({ label: 'Declared limit', value: '20' });
  expect(found.evidence).toContainEqual({ label: 'First vote', value: 'Fri 20 Nov, 12:00 (Beijing)' });
  expect(await booksOf(world, competition)).toMatchObject({ counted: 5, tallied: 5, held: 36, voided: 0 });
  const { data: shown } = await world.run(null, balance, { slug: competition.slug }, 'zh-CN');
  expect(shown.competition.voteBalance).toEqual({
    cast: 41,
    counted: 5,
    held: 36,
    voided: 0,
    retracted: 0,
    days: [{ day: '2026-11-20', cast: 41, counted: 5, held: 36, voided: 0 }],
    reasons: [{ code: 'DECLARED_BURST', label: '公布的十分钟上限', held: 36, voided: 0 }],
  });
});

test('ballots that staff entered are not scanned, and another scan is waited for', async () => {
  const { competition, entry } = await setUp(world, { burstVotes: 2 });
  const em = world.orm.em.fork();
  await insertVotes(world, competition, votesFor(entry.id, 5, noon));
  await em.execute("update votes set level = 'IMPORTED', entered_by = 'desk' where competition_id = ?", [
    competition.id,
  ]);
  const variables = { input: { competitionId: competition.id } };
  const { data } = await world.run(competition.organizer, scan, variables);
  expect(data.scanVotes).toMatchObject({ scanned: 0, held: 0, findings: [] });
  await em.transactional(async (inside) => {
    await inside.execute('select pg_advisory_xact_lock(7301, ?)', [Number.parseInt(competition.id.slice(-8), 16) | 0]);
    const refused = await world.run(competition.organizer, scan, variables);
    expect(refused.data.scanVotes.__typename).toBe('ScanRunningError');
  });
});
