import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { makeCompetition, type TestCompetition, type TestEntry, makeJudging } from '../../../test/factories.ts';
import { markEntry, sheetOf } from '../../../test/sheets.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { act, sql } from '../../../test/act.ts';
import { stageToRank } from '../ranking.queries.ts';
import { readMarks } from './read-marks.ts';
import { scoresOf } from './score-book.ts';
import { ScoreFeed } from './score-feed.ts';
import { scoreStage } from './score-stage.ts';

const world = sharedWorld();
let competition: TestCompetition;
let entries: TestEntry[];
let judges: Viewer[];

beforeAll(async () => {
  ({ competition, entries, judges } = await makeJudging(world, { entries: 3, judges: 2 }));
});

async function stage() {
  const context = world.operator();
  const found = await stageToRank(context, competition.id);
  if (!found) throw new Error('there is no stage');
  return { em: context.em, stage: { id: found.id, competitionId: competition.id, kind: found.kind } };
}

async function cached() {
  const { em, stage: asked } = await stage();
  return await scoresOf(em, asked);
}

async function fresh() {
  const { em, stage: asked } = await stage();
  return scoreStage(await readMarks(em, asked));
}

test('scores are computed once until what counts has changed, and are then those of the sheets as they stand', async () => {
  const [first, second] = judges as [Viewer, Viewer];
  const [a, b, c] = entries as [TestEntry, TestEntry, TestEntry];
  const judgeId = async () =>
    (await sql<{ id: string }>(world, 'select id from judges where user_id = ?', [second.id]))[0]?.id;
  const acts: [string, () => Promise<unknown>][] = [
    ['a sheet is submitted', () => markEntry(world, first, competition.id, a.id, '8')],
    ['another one', () => markEntry(world, second, competition.id, a.id, '6')],
    ['of another entry', () => markEntry(world, second, competition.id, b.id, '9')],
    ['an entry is withdrawn', () => act(world, c.organization.member, 'withdrawEntry', { entryId: c.id, reason: 'x' })],
    [
      'a conflict is declared',
      async () => act(world, first, 'declareConflict', { assignmentId: await sheetOf(world, first, a.id) }),
    ],
    [
      'a judge is retired with all sheets',
      async () =>
        act(world, competition.organizer, 'retireJudge', {
          judgeId: await judgeId(),
          reason: 'ill',
          keepsSheets: false,
        }),
    ],
  ];
  let before = await cached();
  for (const [what, change] of acts) {
    expect(await cached(), `before ${what}`).toBe(before);
    await change();
    const after = await cached();
    expect(after, `after ${what}`).not.toBe(before);
    expect(after.rows).toEqual((await fresh()).rows);
    before = after;
  }
  expect(before.rows.map((row) => row.score)).toEqual([null, null]);
});

test('marks of an open sheet change no score, and nothing is computed again for them', async () => {
  const before = await cached();
  const [, b] = entries as [TestEntry, TestEntry];
  await markEntry(world, judges[0] as Viewer, competition.id, b.id, '3', false);
  expect(await cached()).toBe(before);
});

test('a listener hears of a submitted sheet, and that the connection was lost', async () => {
  const feed = new ScoreFeed(world.databaseUrl, { warn: () => undefined });
  const [, b] = entries as [TestEntry, TestEntry];
  const other = await makeCompetition(world);
  let heardByOther = 0;
  let hear: (stageId: string) => void = () => undefined;
  const next = () => new Promise<string>((resolve) => (hear = resolve));
  const stop = feed.listen(competition.id, (stageId) => hear(stageId));
  const stopOther = feed.listen(other.id, () => (heardByOther += 1));
  try {
    const em = world.orm.em.fork();
    const listening = "select pid from pg_stat_activity where datname = current_database() and query = 'listen scores'";
    await expect.poll(async () => (await em.execute<unknown[]>(listening)).length).toBe(1);
    const heard = next();
    await markEntry(world, judges[0] as Viewer, competition.id, b.id, '7');
    expect(await heard).toBe((await stage()).stage.id);
    const again = next();
    await em.execute(`select pg_terminate_backend(pid) from (${listening}) p`);
    expect(await again).toBe('');
    expect(heardByOther).toBe(1);
  } finally {
    stop();
    stopOther();
    await feed.close();
  }
});
