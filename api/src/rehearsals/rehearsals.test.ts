import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../core/context.ts';
import { act, makeOrganizer, sql, type Deed } from '../test/act.ts';
import {
  makeActivity,
  makeCompetition,
  makeEntry,
  makeJudges,
  makePerson,
  toCome,
  type TestCompetition,
} from '../test/factories.ts';
import { jobDeps, runJobs } from '../test/jobs.ts';
import { sharedWorld } from '../test/shared-world.ts';
import { StageKind } from '../competition/competitions/index.ts';
import { compareEntries } from '../competition/eligibility/index.ts';
import { parentsFirst } from './erase-rehearsal.ts';
import { markAt } from './made-up.ts';
import { openNow } from './open-now.ts';

const world = sharedWorld();
let competition: TestCompetition;
let organizer: Viewer;
let stranger: Viewer;
beforeAll(async () => {
  // Something real beside it, which has to stay as it is.
  const real = await makeCompetition(world);
  const entry = await makeEntry(world, real);
  await makeActivity(world, entry);
  await makeJudges(world, real, 1);
  const window = (from: number, to: number) => ({
    opensAt: new Date(toCome.opensAt.getTime() + from * 86_400_000),
    closesAt: new Date(toCome.opensAt.getTime() + to * 86_400_000),
  });
  competition = await makeCompetition(world, {
    stages: {
      SUBMISSION: window(0, 5),
      VOTING: window(6, 10),
      REVIEW: window(6, 12),
      FINAL: window(14, 15),
      PUBLICATION: window(20, 30),
    },
  });
  organizer = await makeOrganizer(world, competition);
  stranger = await makePerson(world);
});

const start = async (viewer: Viewer, competitionId = competition.id): Promise<Deed> =>
  await act(
    world,
    viewer,
    'startRehearsal',
    { competitionId },
    '... on StartRehearsalSuccess { rehearsal { id slug isRehearsal rehearsalOf { id } } job { id } } ... on AlreadyRehearsingError { rehearsal { id } }',
  );
const moveTo = async (viewer: Viewer, competitionId: string, stage: string): Promise<Deed> =>
  await act(world, viewer, 'moveRehearsal', { competitionId, stage }, '... on MoveRehearsalSuccess { job { id } }');
const end = async (viewer: Viewer, competitionId: string): Promise<Deed> =>
  await act(
    world,
    viewer,
    'endRehearsal',
    { competitionId },
    '... on EndRehearsalSuccess { competition { id rehearsal { id } } }',
  );

/** What every table holds, but for the record of acts and the jobs that have been done. */
async function contents(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    world,
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  );
  const held: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !['audit_events', 'migrations'].includes(table.name))) {
    const [row] = await sql<{ rows: string }>(
      world,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as rows from "${name}" t`,
    );
    held[name] = row?.rows ?? '';
  }
  return held;
}

test('a competition is rehearsed from the first entry to the results, out of sight, and nothing of it remains', async () => {
  // Mails of what is real go out first.
  await runJobs(world);
  await compareEntries.run(jobDeps(world), {});
  const before = await contents();
  const { rehearsal } = await start(organizer);
  expect(rehearsal).toMatchObject({ isRehearsal: true, rehearsalOf: { id: competition.id } });
  const { id, slug } = rehearsal;
  expect(await moveTo(organizer, id, 'VOTING')).toMatchObject({ __typename: 'RehearsalBusyError' });
  await runJobs(world);

  const look = `query ($slug: String!) { competition(slug: $slug) { stages { kind status } figures { entries votes }
    desk { entriesToReview sheetsSubmitted } ranking(stage: REVIEW, first: 50) { totalCount edges { node { score } } }
    entries(first: 50) { totalCount edges { node { id number organization { slug } } } } } }`;
  const seen = async (viewer: Viewer | null) => (await world.run(viewer, look, { slug })).data.competition;
  expect(await seen(stranger)).toBeNull();
  expect((await seen(organizer)).desk.entriesToReview).toBe(6);

  // What is otherwise kept for ever, of every kind.
  const [waiting] = await sql<{ id: string; organization_id: string }>(
    world,
    'select id, organization_id from entries where competition_id = ? order by number limit 1',
    [id],
  );
  const verdict = { entryId: waiting?.id, verdict: 'ACCEPT' };
  expect((await act(world, organizer, 'decideEntry', verdict)).__typename).toBe('DecideEntrySuccess');
  const until = new Date(world.clock.now().getTime() + 60 * 86_400_000).toISOString().slice(0, 16);
  const more = { competitionId: id, organizationId: waiting?.organization_id, until, reason: 'x' };
  expect((await act(world, organizer, 'grantExtension', more)).__typename).toBe('GrantExtensionSuccess');
  await runJobs(world);
  await compareEntries.run(jobDeps(world), {});
  const during = await contents();
  const filled = ['decisions', 'entry_likenesses', 'entry_revisions', 'extensions', 'messages', 'organizations'];
  expect(filled.filter((table) => during[table] === before[table])).toEqual([]);

  expect(await moveTo(organizer, id, 'VOTING')).toMatchObject({ __typename: 'MoveRehearsalSuccess' });
  await runJobs(world);
  const voting = await seen(competition.organizer);
  expect(voting.stages.map(({ status }: { status: string }) => status)).toEqual([
    'CLOSED',
    'OPEN',
    'OPEN',
    'UPCOMING',
    'UPCOMING',
  ]);
  expect(voting).toMatchObject({ figures: { entries: 6 }, entries: { totalCount: 6 }, ranking: { totalCount: 6 } });
  expect(voting.desk.sheetsSubmitted).toBe(18);
  expect(Number(voting.figures.votes)).toBe(40);

  // No query shows it to a person who guesses an address or an id.
  const [{ node: entry }] = voting.entries.edges;
  const ways = `query ($slug: String!, $number: Int!, $organization: String!) {
    entry(competitionSlug: $slug, number: $number) { id } organization(slug: $organization) { id } }`;
  const variables = { slug, number: entry.number, organization: entry.organization.slug };
  for (const viewer of [null, stranger]) {
    expect((await world.run(viewer, ways, variables)).data).toEqual({ entry: null, organization: null });
  }
  expect((await world.run(organizer, ways, variables)).data).toMatchObject({ entry: { id: entry.id } });
  const vote = { entryId: entry.id, key: crypto.randomUUID() };
  expect(await act(world, stranger, 'castVote', vote)).toBe('NOT_FOUND');
  expect(await act(world, organizer, 'castVote', vote)).toMatchObject({ __typename: 'CastVoteSuccess' });
  const panel = (await sql<{ id: string }>(world, 'select id from panels where competition_id = ?', [id]))[0]?.id;
  expect(
    await act(world, organizer, 'seatJudge', { panelId: panel, email: 'real@example.org', code: 'X' }),
  ).toMatchObject({
    __typename: 'InvalidInputError',
  });

  await moveTo(organizer, id, 'FINAL');
  await runJobs(world);
  await moveTo(organizer, id, 'PUBLICATION');
  await runJobs(world);
  const published = await act(world, organizer, 'publishResults', { competitionId: id });
  expect(published).toMatchObject({ __typename: 'PublishResultsSuccess' });
  expect((await sql(world, 'select 1 from standings where competition_id = ?', [id])).length).toBeGreaterThan(0);

  expect(await end(stranger, id)).toBe('NOT_FOUND');
  expect(await end(organizer, id)).toMatchObject({ competition: { id: competition.id, rehearsal: null } });
  expect(await contents()).toEqual(before);
  const acts = await sql<{ act: string; n: number }>(
    world,
    `select act, count(*)::int as n from audit_events where act like '%ehearsal' group by act order by act`,
  );
  expect(acts).toEqual([
    { act: 'endRehearsal', n: 1 },
    { act: 'startRehearsal', n: 1 },
  ]);
  const strayActs = await sql(world, 'select 1 from audit_events where subject_id = ?', [id]);
  expect(strayActs).toEqual([]);
}, 60_000);

test('only its organizers rehearse it, once at a time, and only what is complete', async () => {
  expect(await start(stranger)).toBe('FORBIDDEN');
  const { rehearsal } = await start(organizer);
  expect(await start(competition.organizer)).toMatchObject({
    __typename: 'AlreadyRehearsingError',
    rehearsal: { id: rehearsal.id },
  });
  expect(await start(organizer, rehearsal.id)).toMatchObject({ __typename: 'AlreadyRehearsingError' });
  expect(await moveTo(stranger, rehearsal.id, 'VOTING')).toBe('NOT_FOUND');
  await runJobs(world);
  expect(await moveTo(organizer, rehearsal.id, 'PAPERS')).toBe('NOT_FOUND');
  expect(await moveTo(organizer, competition.id, 'VOTING')).toBe('NOT_FOUND');
  expect(await end(organizer, competition.id)).toBe('NOT_FOUND');
  expect(await end(organizer, rehearsal.id)).toMatchObject({ __typename: 'EndRehearsalSuccess' });
  const overlapping = await makeCompetition(world);
  expect(await start(overlapping.organizer, overlapping.id)).toMatchObject({
    __typename: 'IncompleteCompetitionError',
  });
});

test('PostgreSQL lets go of what is kept for ever in a rehearsal alone', async () => {
  for (const statement of ['delete from marks', 'delete from entry_revisions', 'delete from organization_members']) {
    const rows = await sql<{ n: number }>(world, `select count(*)::int as n from ${statement.slice(12)}`);
    if (rows[0]?.n) await expect(sql(world, statement), statement).rejects.toThrow();
  }
  await expect(sql(world, 'update organizations set rehearsal_id = gen_random_uuid()')).rejects.toThrow(
    /begins and ends/,
  );
  await expect(sql(world, 'update competitions set is_rehearsal = true, rehearsal_of_id = id')).rejects.toThrow(
    /stays one/,
  );
});

test('all stages move by the same time, so that the wanted one has just opened', () => {
  const at = (hours: number) => new Date(Date.UTC(2030, 0, 1, hours));
  const stages = [
    { kind: StageKind.SUBMISSION, opensAt: at(0), closesAt: at(24), revision: 0 },
    { kind: StageKind.VOTING, opensAt: at(48), closesAt: at(49), revision: 3 },
  ];
  expect(openNow(stages, StageKind.FINAL, at(0))).toBe(false);
  expect(openNow(stages, StageKind.VOTING, at(1000))).toBe(true);
  expect(stages[1]).toMatchObject({ opensAt: new Date(at(1000).getTime() - 1_800_000), revision: 4 });
  expect((stages[1]?.opensAt.getTime() ?? 0) - (stages[0]?.opensAt.getTime() ?? 0)).toBe(48 * 3_600_000);
});

test('tables come after what they hang on, and circles are refused', () => {
  const edge = (child: string, parent: string) => ({ child, parent, column: 'x', key: 'id' });
  const edges = [edge('marks', 'sheets'), edge('sheets', 'entries'), edge('entries', 'competitions'), edge('a', 'b')];
  expect(parentsFirst(edges)).toEqual(['competitions', 'entries', 'sheets', 'marks']);
  expect(() => parentsFirst([...edges, edge('entries', 'marks')])).toThrow(/circles/);
});

test.each([
  [{ minimum: '0', maximum: '10', step: '0.5' }, 0, '5.000'],
  [{ minimum: '0', maximum: '10', step: '0.5' }, 1, '10.000'],
  [{ minimum: '-1', maximum: '2', step: '3' }, 0.1, '2.000'],
])('a made-up mark lies on its scale: %j', (scale, share, expected) => {
  expect(markAt(scale, share)).toBe(expected);
});
