import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, makeOrganizer, sorted, sql } from '../../test/act.ts';
import {
  declareSubmissionRule,
  makeCompetition,
  makeEntry,
  makePerson,
  over,
  toCome,
  type TestCompetition,
  type TestEntry,
} from '../../test/factories.ts';
import { jobDeps } from '../../test/jobs.ts';
import { makeWorld, type World } from '../../test/world.ts';
import { compareEntries } from './compare-entries.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const now = '2026-11-21T12:00:00Z';

/** Entries are decided on before anybody votes. */
const make = (options: Parameters<typeof makeCompetition>[1] = {}) =>
  makeCompetition(world, { ...options, stages: { VOTING: toCome, REVIEW: toCome, ...options.stages } });

const waiting = (competition: TestCompetition, options: Parameters<typeof makeEntry>[2] = {}) =>
  makeEntry(world, competition, { isAccepted: false, ...options });

const setRule = (competition: TestCompetition, reviewersNeeded: number, holdsDecisions: boolean, correctionDays = 7) =>
  declareSubmissionRule(world, competition, { reviewersNeeded, holdsDecisions, correctionDays });

const fields = `... on DecideEntrySuccess { entry { status rejectionReason review { state verdict isHeld spoken needed
    awaitsSettling viewerVerdict } } } ... on EntryNotEditableError { status } ... on AlreadyReviewedError { verdict }
  ... on NotDisputedError { spoken } ... on InvalidInputError { fields { path message } }`;
const decide = (viewer: Parameters<typeof act>[1], entry: { id: string }, verdict: string, rest: object = {}) =>
  act(world, viewer, 'decideEntry', { entryId: entry.id, verdict, ...rest }, fields);
const undo = (viewer: Parameters<typeof act>[1], decisionId: string) =>
  act(
    world,
    viewer,
    'undoDecision',
    { decisionId },
    '... on UndoDecisionSuccess { entry { status review { state spoken } } } ... on DecisionStandsError { openedAt }',
  );

/** In the order of the alphabet: all were written at the same instant. */
const mailsOf = async ({ id }: TestEntry) =>
  (await sql<{ kind: string }>(world, 'select kind from messages where subject_id = ? order by kind', [id])).map(
    ({ kind }) => kind,
  );
const statusOf = async ({ id }: TestEntry) =>
  (await sql<{ status: string }>(world, 'select status from entries where id = ?', [id]))[0]?.status;
const decisionsOf = async (competition: TestCompetition, { number }: TestEntry, viewer = competition.organizer) => {
  const { data } = await world.run(
    viewer,
    `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) { status decisions { id revision
      verdict reason fields { kind key remark } isSettling decidedAt undoneAt reviewerName undoneByName }
      correction { reason until isOver fields { kind key remark } } review { state } } }`,
    { slug: competition.slug, number },
  );
  return data.entry;
};

describe('where one word is enough', () => {
  test('an entry is accepted or rejected at once, its organization told, and who decided stands in its history', async () => {
    const competition = await make();
    const [one, two] = [await waiting(competition), await waiting(competition)];
    expect(await decide(competition.organizer, one, 'ACCEPT')).toMatchObject({
      entry: {
        status: 'ACCEPTED',
        review: { state: 'SETTLED', verdict: 'ACCEPT', isHeld: false, viewerVerdict: 'ACCEPT' },
      },
    });
    expect(await decide(competition.organizer, two, 'REJECT', { reason: ' 材料不全 ' })).toMatchObject({
      entry: { status: 'REJECTED', rejectionReason: '材料不全' },
    });
    expect(await mailsOf(one)).toEqual(['ENTRY_ACCEPTED', 'ENTRY_SUBMITTED']);
    expect(await mailsOf(two)).toEqual(['ENTRY_REJECTED', 'ENTRY_SUBMITTED']);
    expect((await decisionsOf(competition, two)).decisions).toEqual([
      expect.objectContaining({
        revision: 1,
        verdict: 'REJECT',
        reason: '材料不全',
        undoneAt: null,
        reviewerName: competition.organizer.name,
      }),
    ]);
    // What is said of it is for those who run the competition.
    expect(await decisionsOf(competition, one, one.organization.member)).toMatchObject({ decisions: [], review: null });
  });

  test('what makes no sense changes nothing, and nobody else decides', async () => {
    const competition = await make();
    const entry = await waiting(competition);
    const { organizer } = competition;
    for (const [verdict, rest, path] of [
      ['REJECT', {}, 'reason'],
      ['RETURN', { reason: '  ' }, 'reason'],
      ['ACCEPT', { settles: true }, 'reason'],
      ['ACCEPT', { fields: [{ kind: 'SECTION', key: 'needs', remark: 'x' }] }, 'fields'],
      ['REJECT', { reason: 'x', correctionUntil: '2026-11-30T00:00:00Z' }, 'correctionUntil'],
      ['RETURN', { reason: 'x', correctionUntil: now }, 'correctionUntil'],
      ['RETURN', { reason: 'x', correctionUntil: '2027-11-30T00:00:00Z' }, 'correctionUntil'],
      ['RETURN', { reason: 'x', fields: [{ kind: 'SECTION', key: 'nonsense', remark: 'x' }] }, 'fields.0.key'],
      ['REJECT', { reason: 'x'.repeat(501) }, 'reason'],
    ] as const) {
      expect(await decide(organizer, entry, verdict, rest)).toMatchObject({ fields: [{ path }] });
    }
    expect(await decide(await makePerson(world), entry, 'ACCEPT')).toBe('FORBIDDEN');
    expect(await decide(entry.organization.member, entry, 'ACCEPT')).toBe('FORBIDDEN');
    expect(await decide(null, entry, 'ACCEPT')).toBe('UNAUTHENTICATED');
    expect(await decide(organizer, { id: 'x' }, 'ACCEPT')).toBe('NOT_FOUND');
    expect(await statusOf(entry)).toBe('SUBMITTED');
    expect((await decisionsOf(competition, entry)).decisions).toEqual([]);
  });

  test('an organizer who is a member of its organization leaves it to others, in PostgreSQL too', async () => {
    const competition = await make();
    const entry = await waiting(competition);
    const { member } = entry.organization;
    await sql(world, 'insert into competition_organizers (competition_id, user_id) values (?, ?)', [
      competition.id,
      member.id,
    ]);
    expect((await decide(member, entry, 'ACCEPT')).__typename).toBe('OwnEntryError');
    await expect(
      sql(
        world,
        `insert into decisions (id, entry_id, revision, reviewer_id, verdict, decided_at)
         values (gen_random_uuid(), ?, 1, ?, 'ACCEPT', now())`,
        [entry.id, member.id],
      ),
    ).rejects.toThrow('their own');
  });

  test('two who decide in the same moment settle it once', async () => {
    const competition = await make();
    const entry = await waiting(competition);
    const other = await makeOrganizer(world, competition);
    const deeds = await Promise.all([
      decide(competition.organizer, entry, 'ACCEPT'),
      decide(other, entry, 'REJECT', { reason: 'x' }),
    ]);
    expect(sorted(deeds.map(({ __typename }) => __typename as string))).toEqual([
      'DecideEntrySuccess',
      'EntryNotEditableError',
    ]);
    expect((await decisionsOf(competition, entry)).decisions).toHaveLength(1);
    expect(await mailsOf(entry)).toHaveLength(2);
  });
});

describe('many at once', () => {
  test('each is decided on or says why not, and a second time changes nothing', async () => {
    const competition = await make();
    const entries = await Promise.all([1, 2, 3].map(() => waiting(competition)));
    const accepted = await makeEntry(world, competition);
    const ids = [...entries, accepted].map(({ id }) => id);
    const all = (viewer = competition.organizer, entryIds = ids) =>
      act(
        world,
        viewer,
        'decideEntries',
        { competitionId: competition.id, entryIds, verdict: 'ACCEPT' },
        '... on DecideEntriesSuccess { results { problem entry { id status } } } ... on InvalidInputError { fields { path } }',
      );
    const { results } = await all();
    expect(results.map(({ entry }: { entry: { id: string } }) => entry.id)).toEqual(ids);
    expect(results.map(({ entry }: { entry: { status: string } }) => entry.status)).toEqual(ids.map(() => 'ACCEPTED'));
    expect(results.map(({ problem }: { problem: string | null }) => problem === null)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect((await all()).results.every(({ problem }: { problem: string | null }) => problem)).toBe(true);
    for (const entry of entries) expect(await mailsOf(entry)).toEqual(['ENTRY_ACCEPTED', 'ENTRY_SUBMITTED']);
    expect(await all(await makePerson(world))).toBe('FORBIDDEN');
    expect(await all(competition.organizer, [crypto.randomUUID()])).toBe('NOT_FOUND');
    expect(await all(competition.organizer, [])).toMatchObject({ fields: [{ path: 'entryIds' }] });
    const foreign = await waiting(await make());
    expect(await all(competition.organizer, [foreign.id])).toBe('NOT_FOUND');
  });
});

describe('where two must agree', () => {
  test('the second who says the same settles it; the first word is known to organizers alone', async () => {
    const competition = await make();
    await setRule(competition, 2, false);
    const entry = await waiting(competition);
    const other = await makeOrganizer(world, competition);
    expect(await decide(competition.organizer, entry, 'ACCEPT')).toMatchObject({
      entry: { status: 'SUBMITTED', review: { state: 'OPEN', spoken: 1, needed: 2 } },
    });
    expect(await decide(competition.organizer, entry, 'REJECT', { reason: 'x' })).toMatchObject({
      __typename: 'AlreadyReviewedError',
      verdict: 'ACCEPT',
    });
    expect(await decide(other, entry, 'ACCEPT')).toMatchObject({ entry: { status: 'ACCEPTED' } });
    expect(await mailsOf(entry)).toEqual(['ENTRY_ACCEPTED', 'ENTRY_SUBMITTED']);
  });

  test('where they differ it is discussed, and one of them settles it with a reason', async () => {
    const competition = await make();
    await setRule(competition, 2, false);
    const entry = await waiting(competition);
    const other = await makeOrganizer(world, competition);
    const settle = () => decide(other, entry, 'REJECT', { reason: '讨论后不受理', settles: true });
    expect(await settle()).toMatchObject({ __typename: 'NotDisputedError', spoken: 0 });
    await decide(competition.organizer, entry, 'ACCEPT');
    expect(await decide(other, entry, 'REJECT', { reason: '不符合类别' })).toMatchObject({
      entry: { status: 'SUBMITTED', review: { state: 'SPLIT', awaitsSettling: true } },
    });
    const { data } = await world.run(
      other,
      'query ($slug: String!) { competition(slug: $slug) { desk { queue(mark: SPLIT) { totalCount } queueFigures { split undecided } } } }',
      { slug: competition.slug },
    );
    expect(data.competition.desk).toEqual({ queue: { totalCount: 1 }, queueFigures: { split: 1, undecided: 0 } });
    expect(await settle()).toMatchObject({ entry: { status: 'REJECTED', rejectionReason: '讨论后不受理' } });
    const { decisions } = await decisionsOf(competition, entry);
    expect(decisions.map(({ isSettling }: { isSettling: boolean }) => isSettling).filter(Boolean)).toHaveLength(1);
    const settling = decisions.find(({ isSettling }: { isSettling: boolean }) => isSettling);
    expect(await undo(competition.organizer, settling.id)).toMatchObject({
      entry: { status: 'SUBMITTED', review: { state: 'SPLIT', spoken: 2 } },
    });
  });
});

describe('decisions that are held', () => {
  test('are seen by nobody else until they are published, all at once', async () => {
    const competition = await make();
    await setRule(competition, 1, true);
    const [one, two, open] = [await waiting(competition), await waiting(competition), await waiting(competition)];
    expect(await decide(competition.organizer, one, 'ACCEPT')).toMatchObject({
      entry: { status: 'SUBMITTED', review: { state: 'SETTLED', verdict: 'ACCEPT', isHeld: true } },
    });
    await decide(competition.organizer, two, 'REJECT', { reason: '不符合类别' });
    const other = await makeOrganizer(world, competition);
    expect(await decide(other, one, 'ACCEPT')).toMatchObject({
      __typename: 'EntryNotEditableError',
      message: expect.stringContaining('published'),
    });
    expect(await decisionsOf(competition, one, one.organization.member)).toMatchObject({
      status: 'SUBMITTED',
      review: null,
    });
    expect(await mailsOf(one)).toEqual(['ENTRY_SUBMITTED']);
    const publish = (viewer: Parameters<typeof act>[1]) =>
      act(
        world,
        viewer,
        'publishDecisions',
        { competitionId: competition.id },
        '... on PublishDecisionsSuccess { published unverified }',
      );
    expect(await publish(one.organization.member)).toBe('FORBIDDEN');
    // Somebody decides while they are being published: it is among them, or waits for the next time.
    const [published] = await Promise.all([publish(competition.organizer), decide(other, open, 'ACCEPT')]);
    const { published: later = 0 } = await publish(competition.organizer);
    expect(published.published + later).toBe(3);
    expect((await publish(competition.organizer)).__typename).toBe('NothingToPublishError');
    expect([await statusOf(one), await statusOf(two), await statusOf(open)]).toEqual([
      'ACCEPTED',
      'REJECTED',
      'ACCEPTED',
    ]);
    for (const entry of [one, two, open]) expect(await mailsOf(entry)).toHaveLength(2);
  });
});

describe('an entry that is returned', () => {
  const remark = { kind: 'SECTION', key: 'outcomes', remark: '请写明服务时数' };
  const giveBack = async (entry: TestEntry, competition: TestCompetition, rest: object = {}) =>
    await decide(competition.organizer, entry, 'RETURN', { reason: '请补充成果', fields: [remark], ...rest });
  const again = (entry: TestEntry) =>
    act(
      world,
      entry.organization.member,
      'resubmitEntry',
      { entryId: entry.id },
      '... on ResubmitEntrySuccess { entry { status revision correction { until } } } ... on SubmissionsClosedError { closesAt }',
    );

  test('says what is to be corrected and until when, and comes back as a new revision that is reviewed anew', async () => {
    const competition = await make({ stages: { SUBMISSION: { ...over, closesAt: new Date('2026-11-22T00:00:00Z') } } });
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
    await act(world, entry.organization.member, 'saveSection', change);
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
    const competition = await make();
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
    const extend = (until: string, viewer = competition.organizer) =>
      act(
        world,
        viewer,
        'extendCorrection',
        { entryId: other.id, until },
        '... on ExtendCorrectionSuccess { entry { status } }',
      );
    expect((await extend('2026-11-22T16:00:00Z')).__typename).toBe('InvalidInputError');
    expect(await extend('2026-11-25T16:00:00Z', await makePerson(world))).toBe('FORBIDDEN');
    expect(await extend('2026-11-25T16:00:00Z')).toMatchObject({ entry: { status: 'RETURNED' } });
    expect(await again(other)).toMatchObject({ entry: { status: 'SUBMITTED', revision: 2 } });
    expect((await extend('2026-11-26T16:00:00Z')).__typename).toBe('EntryNotEditableError');
    world.clock.set(now);
  });
});

describe('a decision is taken back', () => {
  test('with what followed from it; it stays in the history, and the organization is told', async () => {
    const competition = await make();
    const entry = await waiting(competition);
    await decide(competition.organizer, entry, 'ACCEPT');
    const [{ id }] = (await decisionsOf(competition, entry)).decisions;
    expect(await undo(await makePerson(world), id)).toBe('FORBIDDEN');
    expect(await undo(competition.organizer, crypto.randomUUID())).toBe('NOT_FOUND');
    const other = await makeOrganizer(world, competition);
    expect(await undo(other, id)).toMatchObject({
      entry: { status: 'SUBMITTED', review: { state: 'OPEN', spoken: 0 } },
    });
    expect((await undo(other, id)).__typename).toBe('EntryNotEditableError');
    expect((await decisionsOf(competition, entry)).decisions).toEqual([
      expect.objectContaining({ id, undoneAt: '2026-11-21T12:00:00.000Z', undoneByName: other.name }),
    ]);
    expect(await decide(competition.organizer, entry, 'REJECT', { reason: 'x' })).toMatchObject({
      entry: { status: 'REJECTED' },
    });
    expect(await mailsOf(entry)).toEqual(['ENTRY_ACCEPTED', 'ENTRY_REJECTED', 'ENTRY_REOPENED', 'ENTRY_SUBMITTED']);
  });

  test('never once voting or judging has opened, whatever the program says', async () => {
    const opensAt = new Date('2026-11-21T12:00:00.001Z');
    const competition = await make({ stages: { VOTING: { ...toCome, opensAt } } });
    const entry = await waiting(competition);
    await decide(competition.organizer, entry, 'ACCEPT');
    const [{ id }] = (await decisionsOf(competition, entry)).decisions;
    world.clock.set('2026-11-21T12:00:00.001Z');
    expect(await undo(competition.organizer, id)).toMatchObject({
      __typename: 'DecisionStandsError',
      openedAt: opensAt.toISOString(),
    });
    world.clock.set(now);
    const stages = 'update stages set opens_at = ? where competition_id = ? and kind = ?';
    await sql(world, stages, [new Date('2020-01-01T00:00:00Z'), competition.id, 'VOTING']);
    await expect(
      sql(world, 'update decisions set undone_at = now(), undone_by_id = ? where id = ?', [
        competition.organizer.id,
        id,
      ]),
    ).rejects.toThrow('decisions stand');
    await expect(sql(world, "update entries set status = 'SUBMITTED' where id = ?", [entry.id])).rejects.toThrow(
      /decisions stand/,
    );
  });
});

test('entries that look alike are told to organizers, the likest first, and to nobody else', async () => {
  const competition = await make();
  const titled = await waiting(competition, { title: '银龄守护：高龄老人居家照护' });
  const alike = await waiting(competition, { title: '银龄守护：高龄老人的居家照护' });
  const query = `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) {
    hasDuplicates duplicates { title text entry { number } } }
    competition(slug: $slug) { desk { queueFigures { duplicate } queue(mark: DUPLICATE) { totalCount }
      queueCategories { entries category { id } } queueRegions { entries } } } }`;
  const variables = { slug: competition.slug, number: titled.number };
  await compareEntries.run(jobDeps(world), {});
  const { data } = await world.run(competition.organizer, query, variables);
  const found = data.entry.duplicates[0];
  expect(found).toEqual({ title: expect.any(Number), text: 1, entry: { number: alike.number } });
  expect(found.title).toBeGreaterThan(0.45);
  expect(data.competition.desk).toEqual({
    queueFigures: { duplicate: 2 },
    queue: { totalCount: 2 },
    queueCategories: competition.categoryIds.map((id, index) => ({ entries: index === 0 ? 2 : 0, category: { id } })),
    queueRegions: [{ entries: 1 }, { entries: 1 }],
  });
  expect(data.entry.hasDuplicates).toBe(true);
  const { data: own } = await world.run(titled.organization.member, query, variables);
  expect(own).toEqual({ entry: { hasDuplicates: false, duplicates: [] }, competition: { desk: null } });
  await sql(world, "update entries set status = 'WITHDRAWN' where id = ?", [alike.id]);
  const { data: after } = await world.run(competition.organizer, query, variables);
  expect(after.entry.duplicates).not.toContainEqual(found);
});

test('PostgreSQL keeps what was decided, and lets an entry go only where it may', async () => {
  const competition = await make();
  const [accepted, open] = [await makeEntry(world, competition), await waiting(competition)];
  for (const [statement, id] of [
    ["update decisions set verdict = 'REJECT', reason = 'x' where entry_id = ?", accepted.id],
    ['delete from decisions where entry_id = ?', accepted.id],
    ["update entries set status = 'RETURNED', correction_until = now() where id = ?", accepted.id],
    ["update entries set status = 'REJECTED', rejection_reason = 'x', settled_as = null where id = ?", accepted.id],
    ["update entries set status = 'RETURNED' where id = ?", open.id],
    ["update entries set status = 'REJECTED' where id = ?", open.id],
    [
      `insert into decisions (id, entry_id, revision, verdict, decided_at) values (gen_random_uuid(), ?, 2, 'ACCEPT', now())`,
      open.id,
    ],
    [
      `insert into decisions (id, entry_id, revision, verdict, decided_at) values (gen_random_uuid(), ?, 1, 'REJECT', now())`,
      open.id,
    ],
  ] as const) {
    await expect(sql(world, statement, [id]), statement).rejects.toThrow(
      /kept|does not go from|returned_until|with_reason|waits|settled_as/,
    );
  }
});
