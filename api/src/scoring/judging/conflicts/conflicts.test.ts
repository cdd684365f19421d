import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { act, markAll, queueOf, rankingOf, sorted, sql } from '../../../test/act.ts';
import {
  makeActivity,
  makeCompetition,
  makeEntry,
  makePerson,
  wideOpen,
  type TestCompetition,
  type TestEntry,
} from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { StageKind } from '../../../competition/competitions/index.ts';
import { registerTeams } from '../../../people/teams/index.ts';
import { seatJudges } from '../seats/seat-judges.ts';

const world = sharedWorld();
let competition: TestCompetition;
/** By number; the ninth is of the second category. */
const entries: TestEntry[] = [];
let near: Viewer;
let far: Viewer;

/**
 * `near` was, until the day before, a member of the organization of entry 1, which is from the region of entry 4; a volunteer of the
 * organization of entry 2; took part in an activity of entry 3; helped with entries 5 and 9. `far` left
 * the organization of entry 6 two years ago.
 */
beforeAll(async () => {
  competition = await makeCompetition(world, {
    stages: { FINAL: wideOpen },
    scoringRules: { REVIEW: { excludesSameRegion: true } },
  });
  for (let n = 1; n <= 9; n += 1) entries.push(await makeEntry(world, competition, { category: n === 9 ? 1 : 0 }));
  near = await makePerson(world);
  far = await makePerson(world);
  const of = (n: number) => entries[n - 1]!;
  const join = `insert into organization_members (organization_id, user_id, joined_at, left_at)
    values (?, ?, ?::timestamptz - interval '3 years', ?::timestamptz - ?::interval)`;
  const now = world.clock.now();
  await sql(world, join, [of(1).organization.id, near.id, now, now, '1 day']);
  await sql(world, join, [of(6).organization.id, far.id, now, now, '2 years']);
  const { volunteers } = await registerTeams(world.operator(), [
    {
      key: 'team',
      name: { zh: '志愿服务队', en: 'Team' },
      organizationId: of(2).organization.id,
      regionId: of(2).organization.regionId,
      volunteers: [{ number: 'V-near' }],
    },
  ]);
  const [volunteer] = volunteers.values();
  await sql(world, 'update volunteers set user_id = ? where id = ?', [near.id, volunteer]);
  await makeActivity(world, of(3));
  await sql(
    world,
    `insert into participations (id, activity_id, volunteer_id, minutes, evidence)
     select gen_random_uuid(), id, ?, 60, 'SELF_CLAIMED' from activities where project_id = ?`,
    [volunteer, of(3).projectId],
  );
  await sql(world, 'update entries set region_id = ? where id = ?', [of(1).organization.regionId, of(4).id]);
  await sql(world, 'update entries set shortlisted_at = now() where number in (1, 4)');
  const name = { en: 'Panel' };
  const seats = (...codes: [string, Viewer][]) => codes.map(([code, { id }]) => ({ code, userId: id }));
  await seatJudges(world.operator(), competition.id, [
    { stage: StageKind.REVIEW, name, categoryKeys: ['education'], judges: seats(['J1', near], ['J2', far]) },
    { stage: StageKind.REVIEW, name, categoryKeys: ['education', 'health'], judges: seats(['K1', near]) },
    { stage: StageKind.FINAL, name, categoryKeys: ['education'], judges: seats(['F1', near]) },
  ]);
});

const assign = (stage = 'REVIEW') =>
  act(
    world,
    competition.organizer,
    'assignEntries',
    { competitionId: competition.id, stage, judgesPerEntry: 2 },
    '... on AssignEntriesSuccess { assigned released unfilled }',
  );
const given = async (code: string) =>
  (
    await sql<{ number: number }>(
      world,
      `select e.number from assignments a join entries e on e.id = a.entry_id join judges j on j.id = a.judge_id
       where j.code = ? and a.released_at is null order by 1`,
      [code],
    )
  ).map((row) => row.number);
const logged = async () => {
  const query =
    'query ($slug: String!) { competition(slug: $slug) { conflicts { kind entry { number } judge { code } } } }';
  const { data } = await world.run(competition.organizer, query, { slug: competition.slug });
  const rows: { kind: string; entry: { number: number }; judge: { code: string } }[] = data.competition.conflicts;
  return sorted(rows.map(({ kind, entry, judge }) => `${judge.code} ${kind} ${entry.number}`));
};
const judgeId = async (code: string) =>
  (await sql<{ id: string }>(world, 'select id from judges where code = ?', [code]))[0]!.id;
const sheetOf = async (judge: Viewer, number: number) => {
  const [row] = await sql<{ id: string }>(
    world,
    `select a.id from assignments a join judges j on j.id = a.judge_id join entries e on e.id = a.entry_id
     join stages s on s.id = a.stage_id where j.user_id = ? and e.number = ? and s.kind = 'REVIEW' and a.released_at is null`,
    [judge.id, number],
  );
  return row!.id;
};
const declare = (viewer: Viewer | null, assignmentId: string, note?: string) =>
  act(world, viewer, 'declareConflict', { assignmentId, note }, '... on DeclareConflictSuccess { judge { code } }');
const list = (viewer: Viewer, input: object, fields = '... on ListConflictsSuccess { released }') =>
  act(world, viewer, 'listConflicts', { note: '辅导名单', ...input }, fields);

test('no seat of a judge is given an entry that records or a mentor list forbid, and conflicts are recorded', async () => {
  const helped = { judgeId: await judgeId('J1'), entryIds: [entries[4]!.id, entries[8]!.id] };
  expect(await list(competition.organizer, helped)).toMatchObject({ released: 0 });
  expect(await assign()).toMatchObject({ __typename: 'AssignEntriesSuccess', released: 0 });
  // One seat or the other, never both; and of the second category nothing, though only the other seat is listed.
  expect(sorted([...(await given('J1')), ...(await given('K1'))])).toEqual([6, 7, 8]);
  expect(await given('J2')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const found = ['ACTIVITY 3', 'EMPLOYER 1', 'MENTOR 5', 'MENTOR 9', 'REGION 1', 'REGION 4', 'TEAM 2'];
  expect(await logged()).toEqual(['J1', 'K1'].flatMap((code) => found.map((conflict) => `${code} ${conflict}`)));
});

test('the region counts only in the stage whose rule says so', async () => {
  expect(await assign('FINAL')).toMatchObject({ assigned: 1 });
  expect(await given('F1')).toEqual([4]);
});

test('running again changes nothing, but for gaps and what has become a conflict', async () => {
  const before = await sql(world, 'select id, ordinal, assigned_at from assignments order by id');
  expect(await assign()).toMatchObject({ assigned: 0, released: 0 });
  expect(await sql(world, 'select id, ordinal, assigned_at from assignments order by id')).toEqual(before);
  await sql(world, 'insert into organization_members (organization_id, user_id, joined_at) values (?, ?, now())', [
    entries[7]!.organization.id,
    far.id,
  ]);
  expect(await assign()).toMatchObject({ assigned: 0, released: 1 });
  expect(await given('J2')).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await logged()).toContain('J2 EMPLOYER 8');
  expect((await queueOf(world, far, competition)).map((sheet) => sheet.entry.number)).not.toContain(8);
});

test('a judge declares a conflict before, during and after marking, and the sheet counts no more', async () => {
  const [before, during, after] = await Promise.all([1, 2, 3].map((number) => sheetOf(far, number)));
  await markAll(world, far, competition, during!, '6', false);
  await markAll(world, far, competition, after!, '6');
  expect((await rankingOf(world, competition))[3]).toMatchObject({ score: '60', sheetsSubmitted: 1 });
  for (const sheet of [before!, during!, after!]) {
    expect(await declare(far, sheet)).toMatchObject({ __typename: 'DeclareConflictSuccess', judge: { code: 'J2' } });
  }
  expect(sorted((await queueOf(world, far, competition)).map((sheet) => sheet.entry.number))).toEqual([4, 5, 6, 7]);
  const ranking = await rankingOf(world, competition);
  for (const number of [1, 2, 3]) {
    expect(ranking[number]).toMatchObject({ score: null, sheetsSubmitted: 0, sheetsAssigned: 0 });
  }
  for (const sheet of [before!, after!]) {
    expect(await declare(far, sheet)).toBe('NOT_FOUND');
    expect(await act(world, far, 'saveMarks', { assignmentId: sheet, marks: [] })).toBe('NOT_FOUND');
    const { data } = await world.run(far, 'query ($id: ID!) { assignment(id: $id) { id } }', { id: sheet });
    expect(data.assignment).toBeNull();
  }
  expect(await assign()).toMatchObject({ assigned: 0, released: 0 });
});

test('what is declared in one seat holds in the other seats of the judge', async () => {
  expect(await given('F1')).toEqual([4]);
  await sql(
    world,
    `insert into assignments (id, judge_id, entry_id, stage_id, ordinal, assigned_at)
     select gen_random_uuid(), j.id, ?, p.stage_id, 50, now() from judges j join panels p on p.id = j.panel_id where j.code = 'F1'`,
    [entries[5]!.id],
  );
  const sheet = await sheetOf(near, 6);
  expect(await declare(near, sheet, '师生')).toMatchObject({ __typename: 'DeclareConflictSuccess' });
  expect(await given('F1')).toEqual([4]);
  expect(await given('J1')).not.toContain(6);
  expect(await given('K1')).not.toContain(6);
});

test("somebody else's sheet does not exist, and a mentor list is for organizers and their own entries", async () => {
  const sheet = await sheetOf(far, 7);
  for (const viewer of [near, competition.organizer, entries[6]!.organization.member, await makePerson(world)]) {
    expect(await declare(viewer, sheet)).toBe('NOT_FOUND');
  }
  expect(await declare(null, sheet)).toBe('UNAUTHENTICATED');
  expect(await declare(far, sheet, 'x'.repeat(2001))).toMatchObject({ __typename: 'InvalidInputError' });
  const input = { judgeId: await judgeId('J2'), entryIds: [entries[6]!.id] };
  for (const viewer of [far, entries[6]!.organization.member]) expect(await list(viewer, input)).toBe('FORBIDDEN');
  expect(await list(competition.organizer, { ...input, entryIds: [crypto.randomUUID()] })).toBe('NOT_FOUND');
  expect(await list(competition.organizer, { ...input, note: ' ' })).toMatchObject({ __typename: 'InvalidInputError' });
  expect(await given('J2')).toContain(7);
  expect(await list(competition.organizer, input)).toMatchObject({ released: 1 });
  expect(await given('J2')).not.toContain(7);
});

test('after publication everything stands as it is', async () => {
  const sheet = await sheetOf(far, 4);
  await sql(world, 'update competitions set results_published_at = now() where id = ?', [competition.id]);
  const results = [
    await declare(far, sheet),
    await assign(),
    await list(competition.organizer, { judgeId: await judgeId('J2'), entryIds: [entries[3]!.id] }),
    await act(world, competition.organizer, 'retireJudge', {
      judgeId: await judgeId('J2'),
      reason: 'x',
      keepsSheets: true,
    }),
    await act(world, competition.organizer, 'setLoadLimit', { judgeId: await judgeId('J2'), loadLimit: 1 }),
  ];
  expect(results.map((result) => result.__typename)).toEqual(results.map(() => 'ResultsStandError'));
});
