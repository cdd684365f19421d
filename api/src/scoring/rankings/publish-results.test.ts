import { expect, test } from 'vitest';
import type { Viewer } from '../../core/context.ts';
import {
  makeCompetition,
  makeEntry,
  makeJudges,
  makePerson,
  type TestCompetition,
  type TestEntry,
} from '../../test/factories.ts';
import { markEntry } from '../../test/sheets.ts';
import { sharedWorld } from '../../test/shared-world.ts';
import { sql } from '../../test/act.ts';
import type { World } from '../../test/world.ts';
import { StageKind } from '../../competition/competitions/index.ts';
import { assignEntries } from '../judging/index.ts';

const world = sharedWorld();

const publish = `mutation ($input: PublishResultsInput!) { publishResults(input: $input) { __typename
  ... on PublishResultsSuccess { competition { resultsPublishedAt standings { edges { node { rank score votes award { tier } entry { number } } } } } }
  ... on StageOpenError { message stage { kind } } ... on SheetsMissingError { missing } ... on UserError { message } } }`;
const shortlist = `mutation ($input: ShortlistEntriesInput!) { shortlistEntries(input: $input) { __typename
  ... on ShortlistEntriesSuccess { shortlisted } ... on StageOpenError { stage { kind } } ... on UserError { message } } }`;
const ranking = `query ($slug: String!, $after: String, $first: Int! = 50) { competition(slug: $slug) { ranking(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } stage { kind }
  edges { node { rank score lowest highest sheetsSubmitted sheetsAssigned votes criterionScores { panelScore } entry { number } } } } } }`;

const mark = (judge: Viewer, competition: TestCompetition, entry: TestEntry, value: string, isSubmitted = true) =>
  markEntry(world, judge, competition.id, entry.id, value, isSubmitted);

const ofRows = (answer: Awaited<ReturnType<World['run']>>) =>
  (answer.data.competition.ranking.edges as { node: Record<string, unknown> & { entry: { number: number } } }[]).map(
    (edge) => edge.node,
  );

test('the ranking moves with each submitted sheet, and a half-filled one does not count', async () => {
  const competition = await makeCompetition(world);
  const [a, b] = [await makeEntry(world, competition), await makeEntry(world, competition)];
  const [one, two] = (await makeJudges(world, competition, 2)) as [Viewer, Viewer];
  await mark(one, competition, a, '8');
  await mark(one, competition, b, '9', false);
  const before = ofRows(await world.run(competition.organizer, ranking, { slug: competition.slug }));
  expect(before.map((row) => [row.entry.number, row.rank, row.score])).toEqual([
    [a.number, 1, '80'],
    [b.number, null, null],
  ]);
  await mark(one, competition, b, '9');
  await mark(two, competition, b, '9.5');
  const after = ofRows(await world.run(competition.organizer, ranking, { slug: competition.slug }));
  expect(after[0]).toMatchObject({
    rank: 1,
    score: '92.5',
    lowest: '90',
    highest: '95',
    sheetsSubmitted: 2,
    sheetsAssigned: 2,
    votes: 0,
  });
  expect(after.map((row) => row.entry.number)).toEqual([b.number, a.number]);
});

test('the ranking is paged without losing or repeating a row, and a broken cursor is refused', async () => {
  const competition = await makeCompetition(world);
  const entries = await Promise.all(Array.from({ length: 5 }, () => makeEntry(world, competition)));
  await makeJudges(world, competition, 1);
  const seen: number[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Awaited<ReturnType<World['run']>> = await world.run(competition.organizer, ranking, {
      slug: competition.slug,
      first: 2,
      after,
    });
    seen.push(...ofRows(answer).map((row) => row.entry.number));
    after = answer.data.competition.ranking.pageInfo.endCursor;
    if (!answer.data.competition.ranking.pageInfo.hasNextPage) break;
  }
  expect(seen.toSorted((x, y) => x - y)).toEqual(entries.map((entry) => entry.number).toSorted((x, y) => x - y));
  const broken = await world.run(competition.organizer, ranking, { slug: competition.slug, after: 'bm9uc2Vuc2U=' });
  expect(broken.errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
});

test('from the review to the final to frozen standings with awards', async () => {
  const window = { opensAt: new Date('2026-12-10T00:00:00Z'), closesAt: new Date('2026-12-11T00:00:00Z') };
  const competition = await makeCompetition(world, { stages: { FINAL: window } });
  const entries = [
    await makeEntry(world, competition),
    await makeEntry(world, competition),
    await makeEntry(world, competition),
    await makeEntry(world, competition),
  ];
  const [reviewer] = (await makeJudges(world, competition, 1)) as [Viewer];
  for (const [index, entry] of entries.entries()) await mark(reviewer, competition, entry, String(9 - index));
  const input = { competitionId: competition.id };
  const early = await world.run(competition.organizer, shortlist, { input: { ...input, quota: 3 } });
  expect(early.data.shortlistEntries).toMatchObject({ __typename: 'StageOpenError', stage: { kind: 'REVIEW' } });
  world.clock.set('2026-12-05T00:00:00Z');
  const chosen = await world.run(competition.organizer, shortlist, { input: { ...input, quota: 3 } });
  expect(chosen.data.shortlistEntries).toEqual({ __typename: 'ShortlistEntriesSuccess', shortlisted: 3 });

  world.clock.set('2026-12-10T12:00:00Z');
  const [finalist] = (await makeJudges(world, competition, 1, StageKind.FINAL)) as [Viewer];
  await mark(finalist, competition, entries[0] as TestEntry, '8');
  await mark(finalist, competition, entries[1] as TestEntry, '9');
  const open = await world.run(competition.organizer, publish, { input });
  expect(open.data.publishResults).toMatchObject({ __typename: 'StageOpenError', stage: { kind: 'FINAL' } });
  world.clock.set('2026-12-12T00:00:00Z');
  const missing = await world.run(competition.organizer, publish, { input });
  expect(missing.data.publishResults).toMatchObject({ __typename: 'SheetsMissingError', missing: 1 });
  world.clock.set('2026-12-10T13:00:00Z');
  await mark(finalist, competition, entries[2] as TestEntry, '9');
  const hidden = await world.run(
    null,
    'query ($slug: String!) { competition(slug: $slug) { standings { totalCount } entries { edges { node { standing { rank } } } } } }',
    { slug: competition.slug },
  );
  expect(hidden.data.competition.standings.totalCount).toBe(0);
  world.clock.set('2026-12-12T00:00:00Z');
  const stranger = await world.run(await makePerson(world), publish, { input });
  expect(stranger.errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
  const answers = await Promise.all([1, 2].map(() => world.run(competition.organizer, publish, { input })));
  const kinds = answers.map((answer) => answer.data.publishResults.__typename as string).toSorted();
  expect(kinds).toEqual(['AlreadyPublishedError', 'PublishResultsSuccess']);
  const shown = await world.run(
    null,
    'query ($slug: String!) { competition(slug: $slug) { standings { edges { node { rank score award { tier } entry { number standing { rank } } } } } } }',
    { slug: competition.slug },
  );
  const rows = shown.data.competition.standings.edges.map(
    (edge: { node: { rank: number; score: string; award: { tier: string } | null; entry: { number: number } } }) => [
      edge.node.rank,
      edge.node.score,
      edge.node.award?.tier ?? null,
    ],
  );
  // Two share the first place, so both take the first prize (quota 1) and nobody is second.
  expect(rows).toEqual([
    [1, '90', 'FIRST'],
    [1, '90', 'FIRST'],
    [3, '80', null],
  ]);
  world.clock.set('2026-11-21T12:00:00Z');
});

test('results wait for the held votes: nobody would decide about them afterwards', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  const [judge] = (await makeJudges(world, competition, 1)) as [Viewer];
  await mark(judge, competition, entry, '8');
  const em = world.orm.em.fork();
  await em.execute(
    `insert into vote_cases (id, competition_id, entry_id, detector, evidence, votes, opened_at, state)
     values (gen_random_uuid(), ?, ?, 'NIGHT', '{}', 3, now(), 'OPEN')`,
    [competition.id, entry.id],
  );
  world.clock.set('2026-12-05T00:00:00Z');
  const input = { competitionId: competition.id };
  const held = await world.run(competition.organizer, publish, { input });
  expect(held.data.publishResults).toMatchObject({ __typename: 'CasesOpenError' });
  expect(held.data.publishResults.message).toMatch(/1 case/);
  await em.execute(
    `update vote_cases set state = 'RESTORED', settled_at = now(), reason_code = 'NOTHING_FOUND',
       first_decider = gen_random_uuid(), second_decider = gen_random_uuid() where competition_id = ?`,
    [competition.id],
  );
  const out = await world.run(competition.organizer, publish, { input });
  world.clock.set('2026-11-21T12:00:00Z');
  expect(out.data.publishResults.__typename).toBe('PublishResultsSuccess');
});

test('assigning again gives nothing twice, and a judge never meets their own organization', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition);
  const other = await makeEntry(world, competition);
  const judges = await makeJudges(world, competition, 2);
  await sql(world, 'insert into organization_members (organization_id, user_id, joined_at) values (?, ?, now())', [
    other.organization.id,
    judges[0]?.id,
  ]);
  const again = await assignEntries(world.operator(), {
    competitionId: competition.id,
    stage: StageKind.REVIEW,
    judgesPerEntry: 2,
  });
  expect(again).toMatchObject({ assigned: 0 });
  const third = await makeEntry(world, competition, { organization: other.organization });
  await assignEntries(world.operator(), { competitionId: competition.id, stage: StageKind.REVIEW, judgesPerEntry: 2 });
  const rows = await sql<{ user_id: string }>(
    world,
    'select j.user_id from assignments a join judges j on j.id = a.judge_id where a.entry_id = ?',
    [third.id],
  );
  expect(rows.map((row) => row.user_id)).toEqual([judges[1]?.id]);
  expect(entry.id).not.toBe(third.id);
});
