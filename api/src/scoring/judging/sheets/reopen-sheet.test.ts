import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { act, makeOrganizer, markAll, queueOf, rankingOf, sorted, sql } from '../../../test/act.ts';
import { makePerson, type TestCompetition, type TestEntry, makeJudging } from '../../../test/factories.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const now = '2026-11-21T12:00:00Z';
const world = sharedWorld(now);
let competition: TestCompetition;
let entries: TestEntry[];
let judge: Viewer;
let second: Viewer;
let sheet: string;
let number: number;
beforeAll(() => begin(7));

/** A competition that two organize, with one judge. */
async function begin(count: number): Promise<void> {
  const made = await makeJudging(world, { entries: count, judges: 1 });
  ({ competition, entries } = made);
  judge = made.judges[0]!;
  second = await makeOrganizer(world, competition);
}

/** Each test has a submitted sheet of its own. */
beforeEach(async () => {
  world.clock.set(now);
  const next = (await queueOf(world, judge, competition)).find((one) => one.status === 'TO_DO')!;
  sheet = next.id;
  number = next.entry.number;
  await markAll(world, judge, competition, sheet, '6');
});

const fields = '... on ReopenSheetSuccess { isOpen reopening { reason viewerAsked approvedAt } }';
const ask = (viewer: Viewer | null, reason = '记错了项目') =>
  act(world, viewer, 'reopenSheet', { assignmentId: sheet, reason }, fields);
const sealOf = async () =>
  (await world.run(judge, 'query ($id: ID!) { assignment(id: $id) { seal } }', { id: sheet })).data.assignment?.seal;

test('one organizer asks, another agrees, the judge changes the sheet and submits it under another seal', async () => {
  const old = await sealOf();
  expect(await ask(competition.organizer)).toMatchObject({ isOpen: false, reopening: { viewerAsked: true } });
  // Asking changes nothing yet: not for the judge, not in the ranking.
  expect(await sealOf()).toBe(old);
  expect(await act(world, judge, 'saveMarks', { assignmentId: sheet, marks: [] })).toMatchObject({
    __typename: 'SheetSubmittedError',
  });
  expect(await ask(competition.organizer)).toMatchObject({ __typename: 'SecondPersonError' });
  expect((await rankingOf(world, competition))[number]).toMatchObject({ score: '60', sheetsSubmitted: 1 });

  expect(await ask(second)).toMatchObject({ isOpen: true, reopening: { viewerAsked: false } });
  expect(await sealOf()).toBeNull();
  expect((await rankingOf(world, competition))[number]).toMatchObject({ score: null, sheetsSubmitted: 0 });
  await markAll(world, judge, competition, sheet, '7');
  expect(await sealOf()).toMatch(/^[0-9a-f]{64}$/);
  expect(await sealOf()).not.toBe(old);
  expect((await rankingOf(world, competition))[number]).toMatchObject({ score: '70', sheetsSubmitted: 1 });

  const kept = await sql<{ seal: string; sheet: string }>(
    world,
    "select seal, sheet, encode(sha256(convert_to(sheet, 'UTF8')), 'hex') = seal as is_whole from reopenings where assignment_id = ?",
    [sheet],
  );
  expect(kept).toEqual([{ seal: old, is_whole: true, sheet: expect.stringContaining('needs 6\ngoals 6\n') }]);
  const acts = await sql<{ act: string }>(world, 'select act from audit_events where subject_id = ? order by id', [
    sheet,
  ]);
  expect(acts.map((row) => row.act)).toEqual(['submitSheet', 'askToReopenSheet', 'reopenSheet', 'submitSheet']);
});

test('a second reopening takes two people anew', async () => {
  await ask(competition.organizer);
  await ask(second);
  // Handed in as it was: the same seal again, which the first word of two does not open.
  world.clock.set('2026-11-21T13:00:00Z');
  await act(world, judge, 'submitSheet', { assignmentId: sheet });
  expect(await ask(second)).toMatchObject({ isOpen: false });
  expect(await ask(competition.organizer)).toMatchObject({ isOpen: true });
  expect(await sql(world, 'select 1 from reopenings where assignment_id = ?', [sheet])).toHaveLength(2);
});

test('two organizers at the very same moment: one has asked and the other has opened it', async () => {
  const results = await Promise.all([ask(competition.organizer), ask(second)]);
  expect(sorted(results.map((result) => result.isOpen))).toEqual([false, true]);
  expect(await sealOf()).toBeNull();
});

test('one organizer tapping twice has asked once', async () => {
  const results = await Promise.all([ask(second), ask(second), ask(second)]);
  expect(sorted(results.map((result) => result.__typename))).toEqual([
    'ReopenSheetSuccess',
    'SecondPersonError',
    'SecondPersonError',
  ]);
  expect(await sql(world, 'select 1 from reopenings where assignment_id = ?', [sheet])).toHaveLength(1);
});

test('only organizers ask, with a reason, for sheets of their own competition', async () => {
  expect(await ask(null)).toBe('UNAUTHENTICATED');
  for (const viewer of [judge, entries[0]!.organization.member, await makePerson(world)]) {
    expect(await ask(viewer)).toBe('FORBIDDEN');
  }
  for (const assignmentId of [crypto.randomUUID(), 'x', entries[0]!.id]) {
    expect(await act(world, second, 'reopenSheet', { assignmentId, reason: 'x' })).toBe('NOT_FOUND');
  }
  for (const reason of ['', ' \u200b', 'x'.repeat(501)]) {
    expect(await ask(second, reason)).toMatchObject({ __typename: 'InvalidInputError' });
  }
  expect(await sql(world, 'select 1 from reopenings where assignment_id = ?', [sheet])).toEqual([]);
});

test('what is not submitted, was given back or belongs to a judge who dropped out is not opened', async () => {
  const open = (await queueOf(world, judge, competition)).find((one) => one.status === 'TO_DO')!;
  expect(await act(world, second, 'reopenSheet', { assignmentId: open.id, reason: 'x' })).toMatchObject({
    __typename: 'NotSubmittedError',
  });
  await sql(
    world,
    "update judges set retired_at = now(), retirement_reason = 'x' where id = (select judge_id from assignments where id = ?)",
    [sheet],
  );
  expect(await ask(second)).toMatchObject({ __typename: 'JudgeRetiredError' });
  await sql(world, 'update judges set retired_at = null, retirement_reason = null');
  await sql(world, "update assignments set released_at = now(), release_reason = 'CONFLICT' where id = ?", [sheet]);
  expect(await ask(second)).toMatchObject({ __typename: 'NotSubmittedError' });
});

test('what was opened again can be handed in after the end of the stage, and then never more', async () => {
  await begin(1);
  sheet = (await queueOf(world, judge, competition))[0]!.id;
  await markAll(world, judge, competition, sheet, '6');
  world.clock.set('2026-12-02T00:00:00Z');
  await ask(competition.organizer);
  await ask(second);
  const publish = () => act(world, second, 'publishResults', { competitionId: competition.id });
  expect(await publish()).toMatchObject({ __typename: 'NothingRankedError' });
  await markAll(world, judge, competition, sheet, '9');
  expect(await publish()).toMatchObject({ __typename: 'PublishResultsSuccess' });
  expect(await ask(competition.organizer)).toMatchObject({ __typename: 'ResultsStandError' });
});
