import { expect, test } from 'vitest';
import { makeCompetition, makeEntry, over } from '../../../test/factories.ts';
import { booksOf, insertVotes, votesFor } from '../../../test/votes.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { VoteWatch } from './vote-watch.ts';

const world = sharedWorld();

const logger = { info: () => undefined, error: () => undefined };

test('the watch holds votes while voting is open, and leaves closed competitions alone', async () => {
  const open = await makeCompetition(world, { ballotRule: { burstVotes: 5 } });
  const closed = await makeCompetition(world, { ballotRule: { burstVotes: 5 }, stages: { VOTING: over } });
  for (const competition of [open, closed]) {
    const entry = await makeEntry(world, competition);
    const castAt = new Date('2026-10-31T04:00:00Z');
    await insertVotes(world, competition, votesFor(entry.id, 8, castAt));
  }
  const watch = new VoteWatch({ context: () => world.operator(), logger, everyMs: 5 });
  for (let i = 0; i < 200 && (await booksOf(world, open)).held === 0; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await watch.stop();
  expect(await booksOf(world, open)).toMatchObject({ counted: 0, tallied: 0, held: 8, voided: 0 });
  expect(await booksOf(world, closed)).toMatchObject({ counted: 8, tallied: 8, held: 0 });
});

test('a watch that is stopped at once has not scanned, and a failing database is logged', async () => {
  const logged: string[] = [];
  const failing = () => {
    throw new Error('no database');
  };
  const watch = new VoteWatch({
    context: failing,
    logger: { ...logger, error: (_, text) => logged.push(text) },
    everyMs: 5,
  });
  await new Promise((resolve) => setTimeout(resolve, 60));
  await watch.stop();
  expect(logged.length).toBeGreaterThan(0);
  const stopped = new VoteWatch({
    context: failing,
    logger: { ...logger, error: () => logged.push('again') },
    everyMs: 1,
  });
  await stopped.stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(logged).not.toContain('again');
});
