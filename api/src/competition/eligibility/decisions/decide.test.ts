import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeOrganizer, sorted } from '../../../test/act.ts';
import { makeEntry, makePerson } from '../../../test/factories.ts';
import { reviewsIn } from '../../../test/reviews.ts';

const world = sharedWorld();

const now = '2026-11-21T12:00:00Z';
const { make, waiting, decide, mailsOf, statusOf, decisionsOf } = reviewsIn(world);

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
    await world.sql('insert into competition_organizers (competition_id, user_id) values (?, ?)', [
      competition.id,
      member.id,
    ]);
    expect((await decide(member, entry, 'ACCEPT')).__typename).toBe('OwnEntryError');
    await world.refuses(
      `insert into decisions (id, entry_id, revision, reviewer_id, verdict, decided_at)
         values (gen_random_uuid(), ?, 1, ?, 'ACCEPT', now())`,
      [entry.id, member.id],
      'their own',
    );
  });

  test('two who decide in the same moment settle it once', async () => {
    const competition = await make();
    const entry = await waiting(competition);
    const other = await makeOrganizer(world, competition);
    const outcomes = await Promise.all([
      decide(competition.organizer, entry, 'ACCEPT'),
      decide(other, entry, 'REJECT', { reason: 'x' }),
    ]);
    expect(sorted(outcomes.map(({ __typename }) => __typename as string))).toEqual([
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
    const decideEntriesFields =
      '... on DecideEntriesSuccess { results { problem entry { id status } } } ... on InvalidInputError { fields { path } }';
    const all = (viewer = competition.organizer, entryIds = ids) =>
      world.act(
        viewer,
        'decideEntries',
        { competitionId: competition.id, entryIds, verdict: 'ACCEPT' },
        decideEntriesFields,
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
    await world.refuses(statement, [id], /kept|does not go from|returned_until|with_reason|waits|settled_as/);
  }
});
