import { expect, test } from 'vitest';
import { countStatements } from '../../../test/database.ts';
import { makeEntry } from '../../../test/factories.ts';
import { caseFields, desk, heldByHand, hold, holdInput, minute, noon, setUp } from '../../../test/vote-cases.ts';
import { insertVotes, votesFor } from '../../../test/votes.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { sql } from '../../../test/act.ts';
import { forgetFigures } from '../figures-cache.ts';

const world = sharedWorld();

test('organizers see hours, regions, levels and voters', async () => {
  const { competition, entry } = await setUp(world);
  const far = await makeEntry(world, competition);
  await insertVotes(world, competition, [
    { entryId: entry.id, castAt: new Date(noon), level: 'PHONE' },
    { entryId: entry.id, castAt: new Date(noon + minute) },
    { entryId: far.id, castAt: new Date(noon + 61 * minute) },
  ]);
  await world.run(competition.organizer, hold, holdInput(entry.id));
  const { data } = await world.run(competition.organizer, desk, { slug: competition.slug });
  expect(data.competition.voteDesk).toMatchObject({
    voters: 3,
    hours: [
      { startsAt: '2026-11-20T04:00:00.000Z', counted: 0, held: 2 },
      { startsAt: '2026-11-20T05:00:00.000Z', counted: 1, held: 0 },
    ],
    regions: [{ votes: 1, region: { id: far.organization.regionId } }],
    levels: [{ level: 'EMAIL', label: 'E-mail', votes: 1 }],
  });
});

test('organizers see how evenly entries were shown, once an entry was shown', async () => {
  const { competition, entry } = await setUp(world);
  const often = await makeEntry(world, competition);
  await makeEntry(world, competition, { isAccepted: false });
  const spread = async () => {
    const query = 'query ($slug: String!) { competition(slug: $slug) { voteDesk { shown { least median most } } } }';
    forgetFigures(competition.id);
    const { data } = await world.run(competition.organizer, query, { slug: competition.slug });
    return data.competition.voteDesk.shown;
  };
  expect(await spread()).toBeNull();
  for (const [bucket, entryId, shown] of [
    [1, entry.id, 90],
    [1, often.id, 100],
    [2, often.id, 20],
  ] as const) {
    await sql(world, 'insert into exposure_parts (bucket, entry_id, competition_id, shown) values (?, ?, ?, ?)', [
      bucket,
      entryId,
      competition.id,
      shown,
    ]);
  }
  expect(await spread()).toEqual({ least: 90, median: 90, most: 120 });
});

test('the gauge shows what an award costs today, and accepts a price from the organizers', async () => {
  const { competition, entry } = await setUp(world, { publicWeight: '30', levels: ['DEVICE', 'EMAIL'] });
  const others = [await makeEntry(world, competition), await makeEntry(world, competition)];
  await insertVotes(world, competition, [
    ...votesFor(entry.id, 90, noon, 1_000),
    ...votesFor(others[0]!.id, 50, noon, 1_000),
    ...votesFor(others[1]!.id, 30, noon, 1_000),
  ]);
  const gauge = `query ($slug: String!, $price: Decimal) { competition(slug: $slug) { voteDesk { attackCost(pricePerVote: $price) {
    award { tier } entry { id } votes identities cost pricePerVote level summary assumptions } } } }`;
  const ask = async (price: string | null, locale: 'en' | 'zh-CN' = 'en') =>
    await world.run(competition.organizer, gauge, { slug: competition.slug, price }, locale);
  const { data } = await ask(null);
  // Ten days are left, and one may vote for an entry once a day.
  expect(data.competition.voteDesk.attackCost).toMatchObject({
    award: { tier: 'SECOND' },
    entry: { id: others[1]!.id },
    votes: 21,
    identities: 3,
    cost: '0.15',
    pricePerVote: '0.007',
    level: 'Device',
    summary: `With today's settings, 21 bought votes from 3 identities (Device), for about 0.15 yuan, lift entry no. ${others[1]!.number} to Second prize.`,
  });
  expect(data.competition.voteDesk.attackCost.assumptions).toHaveLength(3);
  const dearer = await ask('0.5', 'zh-CN');
  expect(dearer.data.competition.voteDesk.attackCost).toMatchObject({
    cost: '10.5',
    pricePerVote: '0.5',
    level: '设备',
  });
  expect((await ask('0')).errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
  const unweighted = await setUp(world);
  const none = await world.run(unweighted.competition.organizer, gauge, { slug: unweighted.competition.slug });
  expect(none.data.competition.voteDesk.attackCost).toMatchObject({
    votes: null,
    cost: null,
    summary: "With today's settings no number of bought votes moves an award.",
  });
});

test('a list of cases costs the same for one as for many, and the balance of many competitions is one statement', async () => {
  const set = await setUp(world);
  const { competition, entry } = set;
  const slugs = [competition.slug];
  const page = `query ($slug: String!, $first: Int!) { competition(slug: $slug) { voteDesk {
    cases(first: $first) { edges { node { ${caseFields} } } } } } }`;
  await heldByHand(world, set);
  for (let i = 1; i < 4; i += 1) {
    await insertVotes(world, competition, [{ entryId: entry.id, castAt: new Date(noon + 30 * minute) }]);
    await world.run(competition.organizer, hold, holdInput(entry.id));
    slugs.push((await setUp(world)).competition.slug);
  }
  const cost = async (first: number) => {
    const { count } = await countStatements(async () => {
      const { data } = await world.run(competition.organizer, page, { slug: competition.slug, first });
      expect(data.competition.voteDesk.cases.edges).toHaveLength(first);
    });
    return count;
  };
  expect(await cost(4)).toBe(await cost(1));
  const balances = `query { competitions(first: 4) { edges { node { voteBalance { cast } } } } }`;
  const { statements } = await countStatements(() => world.run(null, balances));
  expect(statements.filter((statement) => statement.includes('from votes'))).toHaveLength(1);
});
