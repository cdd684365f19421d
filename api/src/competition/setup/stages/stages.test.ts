import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import type { Viewer } from '../../../core/context.ts';
import { sharedDrafts, plan, problems, stageInput } from '../../../test/drafts.ts';
import { makeCompetition, type TestCompetition } from '../../../test/factories.ts';
import { StageKind } from '../../competitions/index.ts';

const world = sharedWorld();
const drafts = sharedDrafts(world);

describe('stages', () => {
  test('are set by what clocks show, and the last judging stage makes the result', async () => {
    const draft = await drafts.begin();
    const { competition } = await drafts.setStages(draft);
    expect(competition.stages.map(({ kind }: { kind: string }) => kind)).toEqual([
      'SUBMISSION',
      'VOTING',
      'REVIEW',
      'PUBLICATION',
    ]);
    expect(competition.stages[0]).toMatchObject({ opensAt: '2027-01-10T01:00:00.000Z', scoringRule: null });
    expect(Number(competition.stages[2].scoringRule.weight)).toBe(100);
    const final = stageInput(StageKind.FINAL, '2027-03-06T00:00', '2027-03-07T00:00');
    const after = (await drafts.setStages(draft, [...plan, final])).competition.stages;
    expect(after.map((stage: { scoringRule: { weight: string } | null }) => stage.scoringRule?.weight)).toEqual([
      undefined,
      undefined,
      '0',
      '100',
      undefined,
    ]);
    // A stage that goes takes its rule along; one that moved in the calendar moves in the list.
    const fewer = (
      await drafts.setStages(draft, [final, stageInput(StageKind.SUBMISSION, '2027-01-01T00:00', '2027-01-02T00:00')])
    ).competition.stages;
    expect(fewer.map(({ kind }: { kind: string }) => kind)).toEqual(['SUBMISSION', 'FINAL']);
  });

  test.each([
    [
      'an hour that clocks skip',
      'stages.0.opensAt',
      '2026-03-29T02:30',
      '2026-05-01T00:00',
      /no 02:30 in Europe\/Berlin/,
    ],
    [
      'an end before the beginning',
      'stages.0.closesAt',
      '2026-05-02T00:00',
      '2026-05-01T00:00',
      /close after it opens/,
    ],
    ['a day that is not', 'stages.0.opensAt', '2026-02-30T00:00', '2026-05-01T00:00', /./],
  ])('%s is told in words and nothing is saved', async (_, path, opensAt, closesAt, sentence) => {
    const draft = await drafts.begin();
    const refused = await drafts.setStages(
      draft,
      [stageInput(StageKind.SUBMISSION, opensAt, closesAt)],
      'Europe/Berlin',
    );
    expect(refused.fields).toEqual([{ path, message: expect.stringMatching(sentence) }]);
    expect(await world.sql('select 1 from stages where competition_id = ?', [draft.id])).toEqual([]);
  });

  test('an hour that clocks show twice is the first of the two, which is said', async () => {
    const stages = [stageInput(StageKind.SUBMISSION, '2026-10-25T02:30', '2026-12-01T00:00')];
    const done = await drafts.setStages(await drafts.begin(), stages, 'Europe/Berlin');
    expect(done.notes).toEqual([expect.stringContaining('twice')]);
    expect(done.competition).toMatchObject({
      timeZone: 'Europe/Berlin',
      stages: [{ opensAt: '2026-10-25T00:30:00.000Z' }],
    });
  });

  test('a vote that would open before submissions close is refused with both names', async () => {
    const stages = [plan[0], stageInput(StageKind.VOTING, '2027-02-01T00:00', '2027-03-01T00:00')] as object[];
    const [problem] = (await drafts.setStages(await drafts.begin(), stages)).fields;
    expect(problem).toMatchObject({ path: 'stages.1.opensAt', message: expect.stringMatching(/VOTING.*SUBMISSION/) });
  });

  test('one that judges are seated for cannot go', async () => {
    const draft = await drafts.begin();
    await drafts.setStages(draft);
    await world.sql(
      `insert into panels (id, competition_id, stage_id, name_en) select gen_random_uuid(), competition_id, id, 'P'
       from stages where competition_id = ? and kind = 'REVIEW'`,
      [draft.id],
    );
    expect(await drafts.setStages(draft, plan.slice(0, 2))).toMatchObject({ __typename: 'StageInUseError' });
    expect(await world.sql('select 1 from stages where competition_id = ?', [draft.id])).toHaveLength(4);
  });
});

describe('moving a stage', () => {
  const later = { closesAt: '2026-12-05T18:00', reason: '台风，延期四天' };
  const stages = {
    SUBMISSION: { opensAt: new Date('2026-11-01T00:00:00Z'), closesAt: new Date('2026-12-01T00:00:00Z') },
    VOTING: { opensAt: new Date('2027-12-10T00:00:00Z'), closesAt: new Date('2027-12-20T00:00:00Z') },
    REVIEW: null,
  };
  const stageOf = async ({ id }: TestCompetition, kind: string) => {
    const [row] = await world.sql<{ id: string; revision: number }>(
      'select id, revision from stages where competition_id = ? and kind = ?',
      [id, kind],
    );
    return row as { id: string; revision: number };
  };
  const moveStageFields = `${problems} ... on MoveStageSuccess {
      stage { closesAt moves { fromClosesAt toClosesAt reason movedAt } } }`;
  const move = async (viewer: Viewer | null, stageId: string, input: object) =>
    await world.act(viewer, 'moveStage', { stageId, reason: 'because', ...input }, moveStageFields);

  test('is told to everybody with its reason, and raises the revision that votes are checked by', async () => {
    const competition = await makeCompetition(world, { stages });
    const { id } = await stageOf(competition, 'SUBMISSION');
    expect(await move(competition.organizer, id, later)).toMatchObject({
      stage: {
        closesAt: '2026-12-05T10:00:00.000Z',
        moves: [
          {
            fromClosesAt: '2026-12-01T00:00:00.000Z',
            toClosesAt: '2026-12-05T10:00:00.000Z',
            reason: later.reason,
            movedAt: '2026-11-21T12:00:00.000Z',
          },
        ],
      },
    });
    const voting = await stageOf(competition, 'VOTING');
    await move(competition.organizer, voting.id, { opensAt: '2027-12-11T00:00' });
    expect((await stageOf(competition, 'VOTING')).revision).toBe(voting.revision + 1);
    const acts = await world.sql("select 1 from audit_events where act = 'moveStage' and subject_id = ?", [id]);
    expect(acts).toHaveLength(1);
  });

  test.each([
    ['an earlier deadline', { closesAt: '2026-11-25T18:00' }, 'StageStandsError'],
    ['another beginning of what has begun', { opensAt: '2026-11-25T18:00' }, 'StageStandsError'],
    ['over the beginning of the next', { closesAt: '2027-12-12T18:00' }, 'StageStandsError'],
    ['to where it is', {}, 'StageStandsError'],
    ['without a reason', { ...later, reason: ' ' }, 'InvalidInputError'],
    ['to a day that is not', { closesAt: '2026-13-01T00:00' }, 'InvalidInputError'],
  ])('%s is refused and leaves no trace', async (_, input, expected) => {
    const competition = await makeCompetition(world, { stages });
    const { id } = await stageOf(competition, 'SUBMISSION');
    expect(await move(competition.organizer, id, input)).toMatchObject({ __typename: expected });
    expect(await world.sql('select 1 from stage_moves where stage_id = ?', [id])).toEqual([]);
  });

  test('is for organizers, of a competition that is open', async () => {
    const competition = await makeCompetition(world, { stages });
    const { id } = await stageOf(competition, 'SUBMISSION');
    expect(await move(drafts.stranger, id, later)).toBe('FORBIDDEN');
    expect(await move(drafts.stranger, crypto.randomUUID(), later)).toBe('NOT_FOUND');
    const draft = await drafts.prepare();
    const planned = await stageOf(draft as unknown as TestCompetition, 'SUBMISSION');
    expect(await move(drafts.stranger, planned.id, later)).toBe('NOT_FOUND');
    expect(await move(drafts.manager, planned.id, later)).toMatchObject({ __typename: 'StageStandsError' });
  });
});
