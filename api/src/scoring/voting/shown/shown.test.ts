import { expect, test } from 'vitest';
import { makeCompetition, makeEntry, makePerson, type TestCompetition } from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { sql } from '../../../test/act.ts';
import type { World } from '../../../test/world.ts';
import { CountVisibility } from '../../../competition/competitions/index.ts';

const world = sharedWorld();

const tap = 'mutation ($input: CastVoteInput!) { castVote(input: $input) { __typename } }';
const count = 'query ($slug: String!) { entry(competitionSlug: $slug, number: 1) { voteCount } }';
const voteAt = async (instant: string, entryId: string, voters: number) => {
  world.clock.set(instant);
  for (let i = 0; i < voters; i += 1) {
    await world.run(await makePerson(world), tap, { input: { entryId, key: crypto.randomUUID() } });
  }
};
const countAt = async (instant: string, competition: TestCompetition) => {
  world.clock.set(instant);
  return (await world.run(null, count, { slug: competition.slug })).data.entry.voteCount as number | null;
};

test('counts are hidden while voting is open, unless the rule says otherwise', async () => {
  const hidden = await makeCompetition(world);
  const entry = await makeEntry(world, hidden);
  await voteAt('2026-11-21T12:00:00Z', entry.id, 2);
  expect(await countAt('2026-11-21T12:00:00Z', hidden)).toBeNull();
  expect(await countAt('2026-12-02T00:00:00Z', hidden)).toBe(2);

  world.clock.set('2026-11-21T12:00:00Z');
  const live = await makeCompetition(world, { ballotRule: { counts: CountVisibility.LIVE } });
  await voteAt('2026-11-21T12:00:00Z', (await makeEntry(world, live)).id, 2);
  expect(await countAt('2026-11-21T12:00:00Z', live)).toBe(2);
});

test('a delayed count is an earlier one, rounded down, and shows no single vote', async () => {
  const competition = await makeCompetition(world, {
    ballotRule: { counts: CountVisibility.DELAYED, countDelayMinutes: 10, countRounding: 5 },
  });
  const entry = await makeEntry(world, competition);
  await voteAt('2026-11-21T12:00:30Z', entry.id, 7);
  expect(await countAt('2026-11-21T12:05:00Z', competition)).toBe(0);
  expect(await countAt('2026-11-21T12:10:59Z', competition)).toBe(0);
  expect(await countAt('2026-11-21T12:11:00Z', competition)).toBe(5);
  await voteAt('2026-11-21T12:11:10Z', entry.id, 2);
  expect(await countAt('2026-11-21T12:21:30Z', competition)).toBe(5);
  await voteAt('2026-11-21T12:21:40Z', entry.id, 1);
  expect(await countAt('2026-11-21T12:32:00Z', competition)).toBe(10);
  world.clock.set('2026-11-21T12:00:00Z');
});

test('exposures count once an hour per person, only accepted entries, and only organizers see them before the end', async () => {
  const competition = await makeCompetition(world, { ballotRule: { exposureFloor: 2 } });
  const [entry, other] = [await makeEntry(world, competition), await makeEntry(world, competition)];
  const record = 'mutation ($input: RecordExposuresInput!) { recordExposures(input: $input) }';
  const input = { competitionId: competition.id, entryIds: [entry.id, other.id, entry.id, crypto.randomUUID()] };
  const viewers = [await makePerson(world), await makePerson(world), await makePerson(world)];
  for (const viewer of viewers) expect((await world.run(viewer, record, { input })).data.recordExposures).toBe(2);
  expect((await world.run(viewers[0] ?? null, record, { input })).data.recordExposures).toBe(0);
  expect((await world.run(null, record, { input })).data.recordExposures).toBe(0);
  await voteAt('2026-11-21T12:00:00Z', entry.id, 1);
  await world.contextOf(null).exposures?.flush();
  const seen = 'query ($slug: String!) { entry(competitionSlug: $slug, number: 1) { exposure { shown score } } }';
  const asked = async (viewer: Parameters<World['run']>[0]) =>
    (await world.run(viewer, seen, { slug: competition.slug })).data.entry.exposure as unknown;
  expect(await asked(viewers[0] ?? null)).toBeNull();
  expect(await asked(competition.organizer)).toEqual({ shown: 3, score: '0.333333' });
});

test('the order of the gallery is one for one voter, and gives every entry the same chance at the top', async () => {
  const competition = await makeCompetition(world);
  for (let i = 0; i < 5; i += 1) await makeEntry(world, competition);
  const list = `query ($slug: String!, $seed: String) { competition(slug: $slug) { entries(first: 5, shuffleSeed: $seed) { edges { node { number } } } } }`;
  const orderFor = async (seed: string) =>
    (await world.run(null, list, { slug: competition.slug, seed })).data.competition.entries.edges.map(
      (edge: { node: { number: number } }) => edge.node.number,
    ) as number[];
  // What the page shows, for many voters at once.
  const rows = await sql<{ seed: string; numbers: number[] }>(
    world,
    `select seed, array_agg(e.number order by md5(seed || e.id::text)) as numbers
     from (select 'voter-' || i as seed from generate_series(1, 5000) i) s cross join entries e where e.competition_id = ? group by seed`,
    [competition.id],
  );
  for (const { seed, numbers } of rows.slice(0, 5)) expect(await orderFor(seed)).toEqual(numbers);
  const tops = Map.groupBy(rows, ({ numbers }) => numbers[0]);
  // Pearson's chi-square over 5 places, 4 degrees of freedom; chance passes 33.4 once in a million.
  const expected = rows.length / 5;
  const counts = [1, 2, 3, 4, 5].map((number) => tops.get(number)?.length ?? 0);
  expect(counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)).toBeLessThan(33.4);
});
