import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../core/context.ts';
import { countStatements } from './database.ts';
import {
  makeActivity,
  makeCompetition,
  makeEntry,
  makeJudges,
  makePerson,
  type TestCompetition,
  type TestEntry,
} from './factories.ts';
import type { World } from './world.ts';
import { sharedWorld } from './shared-world.ts';

const world = sharedWorld();
let competition: TestCompetition;
let entries: TestEntry[];
let voter: Viewer;
let judge: Viewer;
beforeAll(async () => {
  competition = await makeCompetition(world);
  entries = [];
  for (let i = 0; i < 100; i += 10) {
    const ten = Array.from({ length: 10 }, (_, n) => makeEntry(world, competition, { category: n % 2 }));
    entries.push(...(await Promise.all(ten)));
  }
  await Promise.all(entries.map((entry) => makeActivity(world, entry)));
  [judge] = (await makeJudges(world, competition, 2)) as [Viewer];
  // As a session knows of who is signed in.
  voter = { ...(await makePerson(world)), holdsSeat: false };
}, 120_000);

const cost = async (viewer: Viewer | null, query: string, variables: Record<string, unknown>) => {
  let answer: Awaited<ReturnType<World['run']>> | undefined;
  const { count } = await countStatements(async () => {
    answer = await world.run(viewer, query, variables);
  });
  expect(answer?.errors).toEqual([]);
  return { count, data: answer?.data };
};

/** The figures are printed in every run. */
const print = (name: string, count: number | undefined) => process.stdout.write(`  ${name}: ${count} statements\n`);

const gallery = `query ($slug: String!, $first: Int!) { competition(slug: $slug) { entries(first: $first) { totalCount edges { node {
  id number title summary isShortlisted voteCount category { key name } organization { name region { name parent { name } } } region { name }
  voting { canVote refusal votesLeftToday vote { id } } evidence { hours volunteerCount hoursByEvidence { hours } }
  standing { rank } activities(first: 2) { totalCount edges { node { title measures { value } volunteerCount hours team { name } } } } } } } } }`;

const ranking = `query ($slug: String!, $first: Int!) { competition(slug: $slug) { ranking(first: $first) { edges { node {
  rank score votes criterionScores { panelScore criterion { name } } entry { title organization { name } category { name } } } } } } }`;

const queue = `query ($first: Int!) { viewer { judgeSeats { progress { submitted } assignments(first: $first) { edges { node {
  status total marks { value } entry { title category { name } organization { name } } next { id } stage { kind } } } } } } }`;

const review = `query ($slug: String!, $first: Int!) { competition(slug: $slug) { desk { queueFigures { submitted undecided split held duplicate
  unverified late } queueRegions(status: ACCEPTED) { entries region { name } }
  queue(status: ACCEPTED, first: $first) { totalCount edges { node { number title hasDuplicates category { name }
  organization { name status } } } } } } }`;

const entryPage = `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) {
  title sections { text } voting { canVote } organization { name region { name } } category { name } evidence { hours hoursByEvidence { hours } }
  competition { name stages { kind status } } activities(first: 10) { edges { node { title measures { name value unit } volunteerCount hours } } } } }`;

// Each figure is the price of one request; a list of a hundred costs what a list of one costs.
test.each([
  ['the gallery, for a visitor', () => null, gallery, 18],
  ['the gallery, for a voter', () => voter, gallery, 21],
  ['the ranking', () => competition.organizer, ranking, 11],
  ["the judge's queue", () => judge, queue, 15],
  ["the reviewers' queue", () => competition.organizer, review, 14],
])('%s costs the same for 1, 3 and 100 rows', async (name, viewer, query, bound) => {
  const costs = [];
  // What is remembered from one request to the next is asked for once before.
  await cost(viewer(), query, { slug: competition.slug, first: 1 });
  for (const first of [1, 3, 100]) {
    const variables = { slug: competition.slug, first };
    costs.push((await cost(viewer(), query, variables)).count);
  }
  expect(costs[1]).toBe(costs[0]);
  expect(costs[2]).toBe(costs[0]);
  expect(costs[0]).toBeLessThanOrEqual(bound);
  print(name, costs[0]);
});

test('the entry page costs the same with no activity and with some', async () => {
  const of = async (entry: TestEntry | undefined) =>
    (await cost(voter, entryPage, { slug: competition.slug, number: entry?.number })).count;
  const bare = await makeEntry(world, competition);
  const withActivity = await of(entries[0]);
  expect(withActivity).toBeLessThanOrEqual(15);
  expect(await of(bare)).toBeLessThanOrEqual(withActivity);
  print('the entry page', withActivity);
});

test('a list of competitions costs the same for one and for three', async () => {
  const query = `query ($first: Int!) { competitions(first: $first) { edges { node { name host { name } stages { name } categories { name entryCount }
    criteria { name } awards { name } figures { entries votes } entriesByRegion { entries region { name } } stories { title }
    entries(first: 2) { edges { node { title } } } standings(first: 2) { totalCount } viewerVotesLeftToday viewerIsOrganizer desk { entriesToReview } } } } }`;
  const one = await cost(voter, query, { first: 1 });
  await makeCompetition(world);
  await makeCompetition(world);
  const three = await cost(voter, query, { first: 3 });
  expect(three.data.competitions.edges).toHaveLength(3);
  expect(three.count).toBe(one.count);
});
