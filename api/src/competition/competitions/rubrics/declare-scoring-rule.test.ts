import { beforeAll, describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { queueOf, sorted } from '../../../test/act.ts';
import {
  makeCompetition,
  makeEntry,
  makeJudges,
  makePerson,
  toCome,
  wideOpen,
  type TestCompetition,
  type TestEntry,
} from '../../../test/factories.ts';
import type { World } from '../../../test/world.ts';
import { defaultScoringRule } from './scoring-rule.entity.ts';

const world = sharedWorld();
let competition: TestCompetition;
let entries: TestEntry[];
/** The review is to come, the papers are being judged. */
let review: string;
let papers: string;
beforeAll(async () => {
  competition = await makeCompetition(world, { stages: { REVIEW: toCome, PAPERS: wideOpen } });
  entries = [];
  for (let n = 0; n < 6; n += 1) entries.push(await makeEntry(world, competition));
  review = await stageOf('REVIEW');
  papers = await stageOf('PAPERS');
});

const stageOf = async (kind: string) => {
  const statement = 'select id from stages where competition_id = ? and kind = ?';
  return (await world.sql<{ id: string }>(statement, [competition.id, kind]))[0]!.id;
};
const declareScoringRuleFields = `... on DeclareScoringRuleSuccess { stage { scoringRule {
       method dropHighest dropLowest criterionPlaces totalPlaces quorum ties lotSeed weight isBlind alarmRange version declaredAt } } }
     ... on InvalidInputError { fields { path } }`;
const declare = (change: object, viewer: Parameters<World['run']>[0] = competition.organizer) =>
  world.act(
    viewer,
    'declareScoringRule',
    { stageId: review, ...defaultScoringRule, ...change },
    declareScoringRuleFields,
  );

test('an organizer declares how marks become a ranking, and the version is raised each time', async () => {
  const rule = {
    method: 'TRIMMED_MEAN',
    dropHighest: 1,
    dropLowest: 1,
    criterionPlaces: 3,
    totalPlaces: 4,
    quorum: 3,
    ties: ['CRITERION:needs', 'FIRSTS', 'HEAD_TO_HEAD', 'MEDIAN', 'VOTES', 'LOT'],
    lotSeed: '2026-11-21 沪深300',
    weight: '62.5',
    isBlind: true,
    alarmRange: '20.25',
  };
  expect((await declare(rule)).stage.scoringRule).toEqual({
    ...rule,
    version: 2,
    declaredAt: '2026-11-21T12:00:00.000Z',
  });
  expect((await declare({})).stage.scoringRule).toMatchObject({ method: 'MEAN', ties: [], version: 3 });
  const acts = await world.sql<{ details: object }>(
    "select details from audit_events where act = 'declareScoringRule' and subject_id = ? order by id",
    [review],
  );
  expect(acts.map((row) => row.details)).toMatchObject([
    { version: 2, ...rule },
    { version: 3, method: 'MEAN' },
  ]);
});

test('two declarations at the very same moment are two versions', async () => {
  const before = (await declare({})).stage.scoringRule.version;
  const outcomes = await Promise.all(['10', '20', '30'].map((weight) => declare({ weight })));
  expect(sorted(outcomes.map((outcome) => outcome.stage.scoringRule.version - before))).toEqual([1, 2, 3]);
});

test('once the stage has opened its rule stands, in Laurel and in PostgreSQL', async () => {
  expect(await declare({ stageId: papers })).toMatchObject({ __typename: 'ScoringRuleFrozenError' });
  for (const statement of [
    'update scoring_rules set quorum = 2 where stage_id = ?',
    'delete from scoring_rules where stage_id = ?',
  ]) {
    await world.refuses(statement, [papers], /its rule stands/);
  }
  world.clock.set('2127-01-01T00:00:00Z');
  expect(await declare({})).toMatchObject({ __typename: 'ScoringRuleFrozenError' });
  world.clock.set('2026-11-21T12:00:00Z');
});

test('what decides between equal totals must be a criterion of this very stage', async () => {
  await world.sql(
    `with r as (insert into rubrics (id, competition_id, stage_id) values (gen_random_uuid(), ?, ?) returning id)
     insert into criteria (id, rubric_id, ordinal, key, weight, maximum, step) select gen_random_uuid(), id, 0, 'paper', 1, 10, 1 from r`,
    [competition.id, papers],
  );
  for (const key of ['elsewhere', 'paper', 'NEEDS']) {
    expect(await declare({ ties: ['FIRSTS', `CRITERION:${key}`] })).toMatchObject({
      __typename: 'UnknownCriterionError',
      message: expect.stringContaining(`“${key}”`),
    });
  }
});

describe('what the table does not take is refused with its field named', () => {
  test.each<[object, string]>([
    [{ dropHighest: 1 }, 'dropHighest'],
    [{ method: 'TRIMMED_MEAN' }, 'dropHighest'],
    [{ method: 'TRIMMED_MEAN', dropHighest: 11 }, 'dropHighest'],
    [{ method: 'TRIMMED_MEAN', dropHighest: 2, dropLowest: -1 }, 'dropLowest'],
    [{ criterionPlaces: 7 }, 'criterionPlaces'],
    [{ factoredPlaces: -1 }, 'factoredPlaces'],
    [{ totalPlaces: 7 }, 'totalPlaces'],
    [{ quorum: 0 }, 'quorum'],
    [{ quorum: 101 }, 'quorum'],
    [{ ties: ['FIRSTS', 'FIRSTS'] }, 'ties'],
    [{ ties: ['FIRST'] }, 'ties.0'],
    [{ ties: ['MEDIAN', 'CRITERION:a,LOT'] }, 'ties.1'],
    [{ ties: ['LOT'], lotSeed: ' ' }, 'lotSeed'],
    [{ lotSeed: 'x'.repeat(101) }, 'lotSeed'],
    [{ weight: '100.01' }, 'weight'],
    [{ weight: '-1' }, 'weight'],
    [{ weight: '33.333' }, 'weight'],
    [{ alarmRange: '0' }, 'alarmRange'],
    [{ alarmRange: '101' }, 'alarmRange'],
  ])('%j', async (change, path) => {
    expect(await declare(change)).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path }] });
  });
});

test('only its organizers declare, and only for a judging stage', async () => {
  const elsewhere = await makeCompetition(world);
  for (const viewer of [elsewhere.organizer, entries[0]!.organization.member, await makePerson(world)]) {
    expect(await declare({}, viewer)).toBe('FORBIDDEN');
    expect(await world.act(viewer, 'setAnchors', { stageId: review, entryIds: [] })).toBe('FORBIDDEN');
  }
  expect(await declare({}, null)).toBe('UNAUTHENTICATED');
  for (const stageId of [await stageOf('VOTING'), crypto.randomUUID(), 'x']) {
    expect(await declare({ stageId })).toBe('NOT_FOUND');
  }
});

describe('sample entries', () => {
  const set = (entryIds: string[], stageId = review) =>
    world.act(competition.organizer, 'setAnchors', { stageId, entryIds }, '... on TooManyAnchorsError { most }');
  const idsOf = (...numbers: number[]) => numbers.map((number) => entries[number - 1]!.id);

  test('are at most five, of this competition, and set before the stage opens', async () => {
    expect(await set(idsOf(1, 2, 3, 4, 5, 6))).toMatchObject({ __typename: 'TooManyAnchorsError', most: 5 });
    expect(await set([...idsOf(1, 1, 2), ...idsOf(3, 4, 5)])).toMatchObject({ __typename: 'SetAnchorsSuccess' });
    expect(await set(idsOf(1), papers)).toMatchObject({ __typename: 'AnchorsFrozenError' });
    expect(await set([crypto.randomUUID()])).toBe('NOT_FOUND');
    const waiting = await makeEntry(world, competition, { isAccepted: false });
    expect(await set([waiting.id])).toBe('NOT_FOUND');
    const both = await Promise.all([set(idsOf(1, 2)), set(idsOf(2, 3))]);
    expect(both.map((outcome) => outcome.__typename)).toEqual(['SetAnchorsSuccess', 'SetAnchorsSuccess']);
    expect(await world.sql('select 1 from anchors where stage_id = ?', [review])).toHaveLength(2);
  });

  test('are given to every judge, first in the queue, also those that were assigned before', async () => {
    await set([]);
    const judges = await makeJudges(world, competition, 3);
    await world.sql("delete from assignments a using judges j where j.id = a.judge_id and j.code <> 'J1'");
    await set(idsOf(5, 6));
    const assign = { competitionId: competition.id, stage: 'REVIEW', judgesPerEntry: 1 };
    expect(
      await world.act(competition.organizer, 'assignEntries', assign, '... on AssignEntriesSuccess { assigned }'),
    ).toMatchObject({ assigned: 4 });
    const queues = await Promise.all(judges.map((judge) => queueOf(world, judge, competition)));
    for (const queue of queues) {
      expect(sorted(queue.slice(0, 2).map((sheet) => sheet.entry.number))).toEqual([5, 6]);
    }
    expect(queues.map((queue) => queue.length)).toEqual([6, 2, 2]);
    await set(idsOf(6));
    await world.act(competition.organizer, 'assignEntries', assign);
    expect(await world.sql('select 1 from assignments where is_anchor')).toHaveLength(3);
    expect(await queueOf(world, judges[0]!, competition)).toHaveLength(6);
  });
});
