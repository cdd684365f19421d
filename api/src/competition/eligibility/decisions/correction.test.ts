import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeOrganizer } from '../../../test/act.ts';
import {
  makeCompetition,
  makeEntry,
  makePerson,
  over,
  toCome,
  wideOpen,
  type TestCompetition,
  type TestEntry,
} from '../../../test/factories.ts';
import { jobDeps, runJobs } from '../../../test/jobs.ts';
import { reviewsIn } from '../../../test/reviews.ts';
import { remind } from '../../../platform/messages/index.ts';

const world = sharedWorld();

const now = '2026-11-21T12:00:00Z';
const { make, waiting, setRule, decide, mailsOf, decisionsOf } = reviewsIn(world);

describe('an entry that is returned', () => {
  const remark = { kind: 'SECTION', key: 'outcomes', remark: '请写明服务时数' };
  // Whoever corrects has at least as long as whoever has not handed in yet.
  const closing = { SUBMISSION: { ...over, closesAt: new Date('2026-11-22T00:00:00Z') } };
  const giveBack = async (entry: TestEntry, competition: TestCompetition, rest: object = {}) =>
    await decide(competition.organizer, entry, 'RETURN', { reason: '请补充成果', fields: [remark], ...rest });
  const resubmitEntryFields =
    '... on ResubmitEntrySuccess { entry { status revision correction { until } } } ... on SubmissionsClosedError { closesAt }';
  const again = (entry: TestEntry) =>
    world.act(entry.organization.member, 'resubmitEntry', { entryId: entry.id }, resubmitEntryFields);

  test('says what is to be corrected and until when, and comes back as a new revision that is reviewed anew', async () => {
    const competition = await make({ stages: closing });
    await setRule(competition, 2, false);
    const entry = await waiting(competition);
    const other = await makeOrganizer(world, competition);
    await decide(other, entry, 'ACCEPT');
    expect(await giveBack(entry, competition)).toMatchObject({ entry: { status: 'RETURNED' } });
    expect(await decisionsOf(competition, entry, entry.organization.member)).toMatchObject({
      correction: { reason: '请补充成果', until: '2026-11-28T15:59:59.999Z', isOver: false, fields: [remark] },
    });
    expect(await mailsOf(entry)).toEqual(['ENTRY_RETURNED', 'ENTRY_SUBMITTED']);
    const change = { projectId: entry.projectId, key: 'outcomes', version: 1, text: '服务一百二十户，三千小时。' };
    await world.act(entry.organization.member, 'saveSection', change);
    // Long after submissions closed, at the very last instant.
    world.clock.set('2026-11-28T15:59:59.999Z');
    expect(await again(entry)).toMatchObject({ entry: { status: 'SUBMITTED', revision: 2, correction: null } });
    world.clock.set(now);
    const changes = `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) { changes {
      revision submittedAt submittedBefore reason hasMarks parts { kind key name before after remark } } } }`;
    const variables = { slug: competition.slug, number: entry.number };
    const told = await world.run(competition.organizer, changes, variables);
    expect(told.data.entry.changes).toEqual({
      revision: 2,
      submittedAt: '2026-11-28T15:59:59.999Z',
      submittedBefore: '2026-11-21T12:00:00.000Z',
      reason: '请补充成果',
      hasMarks: true,
      parts: [
        {
          kind: 'SECTION',
          key: 'outcomes',
          name: expect.any(String),
          before: expect.any(String),
          after: change.text,
          remark: remark.remark,
        },
      ],
    });
    expect((await world.run(entry.organization.member, changes, variables)).data.entry.changes).toBeNull();
    expect((await decisionsOf(competition, entry)).review).toEqual({ state: 'OPEN' });
    expect(await decide(other, entry, 'ACCEPT')).toMatchObject({ entry: { status: 'SUBMITTED' } });
    expect(await decide(competition.organizer, entry, 'ACCEPT')).toMatchObject({ entry: { status: 'ACCEPTED' } });
    expect((await decisionsOf(competition, entry)).decisions).toHaveLength(4);
  });

  test('but not a moment too late: then it is rejected or given more time', async () => {
    const competition = await make({ stages: closing });
    const [entry, other] = [await waiting(competition), await waiting(competition)];
    const correctionUntil = '2026-11-22T16:00:00Z';
    await giveBack(entry, competition, { correctionUntil });
    await giveBack(other, competition, { correctionUntil });
    expect(await decide(competition.organizer, entry, 'REJECT', { reason: 'x' })).toMatchObject({
      __typename: 'EntryNotEditableError',
      status: 'RETURNED',
    });
    world.clock.set('2026-11-22T16:00:00.001Z');
    expect(await again(entry)).toMatchObject({
      __typename: 'SubmissionsClosedError',
      closesAt: '2026-11-22T16:00:00.000Z',
    });
    const { data } = await world.run(
      competition.organizer,
      'query ($slug: String!) { competition(slug: $slug) { desk { queue(status: RETURNED, mark: LATE) { totalCount } queueFigures { late returned } } } }',
      { slug: competition.slug },
    );
    expect(data.competition.desk).toEqual({ queue: { totalCount: 2 }, queueFigures: { late: 2, returned: 2 } });
    expect(await decide(competition.organizer, entry, 'REJECT', { reason: '逾期未改' })).toMatchObject({
      entry: { status: 'REJECTED' },
    });
    const extendCorrectionFields = '... on ExtendCorrectionSuccess { entry { status } }';
    const extend = (until: string, viewer = competition.organizer) =>
      world.act(viewer, 'extendCorrection', { entryId: other.id, until }, extendCorrectionFields);
    expect((await extend('2026-11-22T16:00:00Z')).__typename).toBe('InvalidInputError');
    expect(await extend('2026-11-25T16:00:00Z', await makePerson(world))).toBe('FORBIDDEN');
    expect(await extend('2026-11-25T16:00:00Z')).toMatchObject({ entry: { status: 'RETURNED' } });
    expect(await again(other)).toMatchObject({ entry: { status: 'SUBMITTED', revision: 2 } });
    expect((await extend('2026-11-26T16:00:00Z')).__typename).toBe('EntryNotEditableError');
    world.clock.set(now);
  });
});

test('who was asked for a correction is reminded three days and one day before, until it is in', async () => {
  const SUBMISSION = { ...wideOpen, closesAt: new Date('2026-11-22T00:00:00Z') };
  const competition = await makeCompetition(world, { stages: { SUBMISSION, VOTING: toCome, REVIEW: toCome } });
  const [late, swift] = [
    await makeEntry(world, competition, { isAccepted: false, title: '迟交的项目' }),
    await makeEntry(world, competition, { isAccepted: false, title: '及时的项目' }),
  ];
  for (const { id } of [late, swift]) {
    const input = { entryId: id, verdict: 'RETURN', reason: '请补充', correctionUntil: '2026-11-28T15:59:59Z' };
    expect((await world.act(competition.organizer, 'decideEntry', input)).__typename).toBe('DecideEntrySuccess');
  }
  await world.act(swift.organization.member, 'resubmitEntry', { entryId: swift.id });
  await runJobs(world);
  const reminded: string[][] = [];
  for (const instant of [
    '2026-11-25T15:00:00Z',
    '2026-11-25T16:30:00Z',
    '2026-11-27T16:30:00Z',
    '2026-11-28T16:00:00Z',
  ]) {
    world.clock.set(instant);
    await remind.run(jobDeps(world), {});
    await remind.run(jobDeps(world), {});
    reminded.push((await runJobs(world)).map(({ to, text }) => `${to} ${/“(.*)”/.exec(text)?.[1]}`));
  }
  const told = [`${late.organization.member.email} 迟交的项目`];
  expect(reminded).toEqual([[], told, told, []]);
});

test('while entries can be handed in, nobody has less time to correct theirs, an extension included', async () => {
  world.clock.set('2026-11-21T12:00:00Z');
  const competition = await makeCompetition(world, {
    stages: {
      SUBMISSION: { ...wideOpen, closesAt: new Date('2026-12-20T12:00:00Z') },
      VOTING: null,
      REVIEW: null,
    },
  });
  const [plain, extended] = [
    await makeEntry(world, competition, { isAccepted: false }),
    await makeEntry(world, competition, { isAccepted: false }),
  ];
  await world.act(competition.organizer, 'grantExtension', {
    competitionId: competition.id,
    organizationId: extended.organization.id,
    until: '2026-12-24T20:00',
    reason: '台风',
  });
  const untilOf = async ({ id }: { id: string }) => {
    const rows = await world.sql<{ until: Date }>('select correction_until as until from entries where id = ?', [id]);
    return new Date(rows[0]?.until ?? 0).toISOString();
  };
  for (const { id } of [plain, extended]) {
    const input = { entryId: id, verdict: 'RETURN', reason: '请补充', correctionUntil: '2026-11-28T15:59:59Z' };
    expect((await world.act(competition.organizer, 'decideEntry', input)).__typename).toBe('DecideEntrySuccess');
  }
  expect(await untilOf(plain)).toBe('2026-12-20T12:00:00.000Z');
  expect(await untilOf(extended)).toBe('2026-12-24T12:00:00.000Z');
  const later = await makeEntry(world, competition, { isAccepted: false });
  await world.act(competition.organizer, 'decideEntry', {
    entryId: later.id,
    verdict: 'RETURN',
    reason: '请补充',
    correctionUntil: '2027-01-05T12:00:00Z',
  });
  expect(await untilOf(later)).toBe('2027-01-05T12:00:00.000Z');
});
