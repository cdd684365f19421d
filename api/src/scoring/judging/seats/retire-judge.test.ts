import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { act, markAll, queueOf, rankingOf, sorted, sql } from '../../../test/act.ts';
import { makeCompetition, makePerson, type TestCompetition, makeJudging } from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const world = sharedWorld();
let competition: TestCompetition;
let organizer: Viewer;
let judges: Viewer[];
let stayer: Viewer;
/** Their ids, as the organizer knows them, by code. */
let seats: Record<string, string>;
let panelId: string;

/** Three entries, three judges; J1 and J2 each submit a sheet of entry 1 (80 and 60) and leave one of entry 2 begun. */
beforeAll(async () => {
  ({ competition, judges } = await makeJudging(world, { entries: 3, judges: 3 }));
  organizer = competition.organizer;
  stayer = judges[2]!;
  for (const [index, value] of ['8', '6'].entries()) {
    const queue = await queueOf(world, judges[index]!, competition);
    const sheetOf = (number: number) => queue.find((sheet) => sheet.entry.number === number)!.id;
    await markAll(world, judges[index]!, competition, sheetOf(1), value);
    await markAll(world, judges[index]!, competition, sheetOf(2), value, false);
  }
  const { data } = await world.run(
    organizer,
    'query ($slug: String!) { competition(slug: $slug) { panels { id judges { id code } } } }',
    { slug: competition.slug },
  );
  const [panel]: { id: string; judges: { id: string; code: string }[] }[] = data.competition.panels;
  panelId = panel!.id;
  seats = Object.fromEntries(panel!.judges.map(({ id, code }) => [code, id]));
});

const retire = (viewer: Viewer | null, code: string, keepsSheets: boolean, reason = '因病退出') =>
  act(
    world,
    viewer,
    'retireJudge',
    { judgeId: seats[code] ?? code, reason, keepsSheets },
    '... on RetireJudgeSuccess { released judge { code retiredAt retirementReason } }',
  );
const seat = (viewer: Viewer | null, input: object) =>
  act(
    world,
    viewer,
    'seatJudge',
    { panelId, email: 'new@example.org', code: 'J9', ...input },
    '... on SeatJudgeSuccess { judge { id code loadLimit } } ... on InvalidInputError { fields { path } }',
  );
const limit = (viewer: Viewer | null, judgeId: string, loadLimit: number | null) =>
  act(
    world,
    viewer,
    'setLoadLimit',
    { judgeId, loadLimit },
    '... on SetLoadLimitSuccess { judge { loadLimit } } ... on InvalidInputError { fields { path } }',
  );
const assign = (judgesPerEntry: number) =>
  act(
    world,
    organizer,
    'assignEntries',
    { competitionId: competition.id, stage: 'REVIEW', judgesPerEntry },
    '... on AssignEntriesSuccess { assigned unfilled }',
  );

test('only organizers let a judge go, and say why', async () => {
  for (const viewer of [judges[0]!, stayer, await makePerson(world), (await makeCompetition(world)).organizer]) {
    expect(await retire(viewer, 'J1', true)).toBe('FORBIDDEN');
    expect(await seat(viewer, {})).toBe('FORBIDDEN');
    expect(await limit(viewer, seats.J1!, 1)).toBe('FORBIDDEN');
  }
  expect(await retire(null, 'J1', true)).toBe('UNAUTHENTICATED');
  expect(await retire(organizer, crypto.randomUUID(), true)).toBe('NOT_FOUND');
  expect(await retire(organizer, 'J1', true, ' ')).toMatchObject({ __typename: 'InvalidInputError' });
});

test('a judge drops out and the submitted sheets stay; the queue is gone, the ranking as it was', async () => {
  const [submitted] = (await queueOf(world, judges[0]!, competition)).filter((sheet) => sheet.status === 'SUBMITTED');
  expect((await rankingOf(world, competition))[1]).toMatchObject({
    score: '70',
    sheetsSubmitted: 2,
    sheetsAssigned: 3,
  });
  expect(await retire(organizer, 'J1', true)).toMatchObject({
    released: 2,
    judge: { code: 'J1', retiredAt: '2026-11-21T12:00:00.000Z', retirementReason: '因病退出' },
  });
  expect(await queueOf(world, judges[0]!, competition)).toEqual([]);
  const own = 'query ($id: ID!) { assignment(id: $id) { id } viewer { judgeSeats { id } } }';
  const { data } = await world.run(judges[0]!, own, { id: submitted!.id });
  expect(data).toEqual({ assignment: null, viewer: { judgeSeats: [] } });
  for (const name of ['submitSheet', 'declareConflict']) {
    expect(await act(world, judges[0]!, name, { assignmentId: submitted!.id })).toBe('NOT_FOUND');
  }
  const ranking = await rankingOf(world, competition);
  expect(ranking[1]).toMatchObject({ score: '70', sheetsSubmitted: 2, sheetsAssigned: 3 });
  expect(ranking[2]).toMatchObject({ sheetsSubmitted: 0, sheetsAssigned: 2 });
});

test('a judge drops out with the sheets, and the ranking is computed anew', async () => {
  expect(await retire(organizer, 'J2', false)).toMatchObject({ released: 2 });
  expect((await rankingOf(world, competition))[1]).toMatchObject({
    score: '80',
    sheetsSubmitted: 1,
    sheetsAssigned: 2,
  });
});

test('nobody drops out twice, also not at the same moment', async () => {
  expect(await retire(organizer, 'J1', false)).toMatchObject({ __typename: 'JudgeRetiredError' });
  expect(await limit(organizer, seats.J1!, 5)).toMatchObject({ __typename: 'JudgeRetiredError' });
  expect((await rankingOf(world, competition))[1]).toMatchObject({ score: '80' });
  const extra = (await seat(organizer, { email: 'brief@example.org', code: 'J8' })).judge.id;
  const twice = await Promise.all([retire(organizer, extra, true), retire(organizer, extra, true)]);
  expect(sorted(twice.map((result) => result.__typename))).toEqual(['JudgeRetiredError', 'RetireJudgeSuccess']);
});

test('a seat needs a code of its own, an address and a person without a seat there', async () => {
  const [row] = await sql<{ email: string }>(world, 'select email from users where id = ?', [stayer.id]);
  expect(await seat(organizer, { code: ' J3 ' })).toMatchObject({ __typename: 'CodeTakenError' });
  expect(await seat(organizer, { email: row!.email.toUpperCase() })).toMatchObject({
    __typename: 'AlreadySeatedError',
  });
  for (const [input, path] of [
    [{ email: 'nobody' }, 'email'],
    [{ email: 'a b@example.org' }, 'email'],
    [{ email: `${'a'.repeat(250)}@example.org` }, 'email'],
    [{ code: '' }, 'code'],
    [{ code: 'J\n9' }, 'code'],
    [{ code: 'x'.repeat(21) }, 'code'],
    [{ loadLimit: -1 }, 'loadLimit'],
    [{ loadLimit: 10_001 }, 'loadLimit'],
  ] as const) {
    expect(await seat(organizer, input)).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path }] });
  }
  expect(await seat(organizer, { panelId: crypto.randomUUID() })).toBe('NOT_FOUND');
  expect(await seat(null, {})).toBe('UNAUTHENTICATED');
  expect(await sql(world, "select 1 from users where email like '%@example.org' and email like 'new%'")).toEqual([]);
});

test('a replacement is seated, also without an account, and gets the free entries at the next assignment', async () => {
  const results = await Promise.all([
    seat(organizer, { email: ' New@Example.org ', loadLimit: 2 }),
    seat(organizer, { email: 'other@example.org' }),
  ]);
  // One code, one seat, at the very same moment too.
  expect(sorted(results.map((result) => result.__typename))).toEqual(['CodeTakenError', 'SeatJudgeSuccess']);
  const { judge } = results.find((result) => result.judge);
  const [{ email, ...user }] = (await sql<{ id: string; email: string; email_verified: boolean }>(
    world,
    'select u.id, email, email_verified from users u join judges j on j.user_id = u.id where j.id = ?',
    [judge.id],
  )) as [{ id: string; email: string; email_verified: boolean }];
  expect(user.email_verified).toBe(false);
  const acts = await sql(world, "select 1 from audit_events where act = 'seatJudge' and subject_id = ?", [judge.id]);
  expect(acts).toHaveLength(1);

  expect(await limit(organizer, judge.id, 10_001)).toMatchObject({ fields: [{ path: 'loadLimit' }] });
  expect(await limit(organizer, judge.id, 0)).toMatchObject({ judge: { loadLimit: 0 } });
  // Wanted: 3 judges each. Entry 1 has the kept sheet of J1 and that of J3, entries 2 and 3 have that of J3.
  expect(await assign(3)).toMatchObject({ assigned: 0, unfilled: 5 });
  expect(await limit(organizer, judge.id, null)).toMatchObject({ judge: { loadLimit: null } });
  // At two judges each, the kept sheet of J1 is one of the two.
  expect(await assign(2)).toMatchObject({ assigned: 2, unfilled: 0 });
  const newcomer = { id: user.id, email, name: email };
  const queue = await queueOf(world, newcomer, competition);
  expect(sorted(queue.map((sheet) => sheet.entry.number))).toEqual([2, 3]);
  await markAll(world, newcomer, competition, queue[0]!.id, '5');
});
