import { describe, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeOrganizer } from '../../../test/act.ts';
import { makePerson, toCome } from '../../../test/factories.ts';
import { reviewsIn } from '../../../test/reviews.ts';

const world = sharedWorld();

const now = '2026-11-21T12:00:00Z';
const { make, waiting, decide, undo, mailsOf, decisionsOf } = reviewsIn(world);

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
    await world.sql(stages, [new Date('2020-01-01T00:00:00Z'), competition.id, 'VOTING']);
    await world.refuses(
      'update decisions set undone_at = now(), undone_by_id = ? where id = ?',
      [competition.organizer.id, id],
      'decisions stand',
    );
    await world.refuses("update entries set status = 'SUBMITTED' where id = ?", [entry.id], /decisions stand/);
  });
});
