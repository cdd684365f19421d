import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { type act, makeOrganizer } from '../../../test/act.ts';
import { reviewsIn } from '../../../test/reviews.ts';

const world = sharedWorld();
const { make, waiting, setRule, decide, undo, mailsOf, statusOf, decisionsOf } = reviewsIn(world);

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
    const publishDecisionsFields = '... on PublishDecisionsSuccess { published unverified }';
    const publish = (viewer: Parameters<typeof act>[1]) =>
      world.act(viewer, 'publishDecisions', { competitionId: competition.id }, publishDecisionsFields);
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
