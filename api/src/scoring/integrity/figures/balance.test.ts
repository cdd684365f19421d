import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import {
  makeCompetition,
  makeEntry,
  makePerson,
  type TestCompetition,
  type TestEntry,
} from '../../../test/factories.ts';
import { booksOf, insertVotes, votesFor } from '../../../test/votes.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeOrganizer, sql } from '../../../test/act.ts';
import { castVote, retractVote } from '../../voting/index.ts';
import { voteBalance } from './balance.ts';
import { CaseReason } from '../case-reason.ts';
import { decideCase } from '../cases/decide-case.ts';
import { forgetFigures } from '../figures-cache.ts';
import { holdVotesByHand } from '../cases/hold-votes.ts';
import { scanVotes } from '../scan/scan-votes.ts';
import { CaseVerdict } from '../vote-case.entity.ts';

const world = sharedWorld();

/** What holds after any acts. */
async function expectBalance(competition: TestCompetition): Promise<void> {
  const books = await booksOf(world, competition);
  expect(books.tallied).toBe(books.counted);
  expect(books.talliedPoints).toBe(books.points);
  forgetFigures(competition.id);
  const shown = await voteBalance(world.contextOf(null), competition.id);
  expect(shown.cast).toBe(shown.counted + shown.held + shown.voided);
  expect([shown.counted, shown.held, shown.voided]).toEqual([books.counted, books.held, books.voided]);
  for (const day of shown.days) expect(day.cast).toBe(day.counted + day.held + day.voided);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  expect(total(shown.days.map(({ counted }) => counted))).toBe(shown.counted);
  expect(total(shown.reasons.map(({ held }) => held))).toBe(shown.held);
  expect(total(shown.reasons.map(({ voided }) => voided))).toBe(shown.voided);
  const [held] = await sql<{ votes: number }>(
    world,
    "select coalesce(sum(votes), 0)::int as votes from vote_cases where competition_id = ? and state = 'OPEN'",
    [competition.id],
  );
  // Those taken back while they were held are still on the case's record.
  expect(held?.votes).toBeGreaterThanOrEqual(shown.held);
}

const open = (competition: TestCompetition) =>
  sql<{ id: string }>(world, "select id from vote_cases where competition_id = ? and state = 'OPEN' order by id", [
    competition.id,
  ]);

const act = fc.oneof(
  fc.record({
    kind: fc.constant('cast' as const),
    entry: fc.nat(1),
    minute: fc.nat(59),
    points: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('hold' as const),
    entry: fc.nat(1),
    minute: fc.nat(59),
    minutes: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({ kind: fc.constant('scan' as const) }),
  fc.record({ kind: fc.constant('decide' as const), which: fc.nat(5), who: fc.nat(2), restores: fc.boolean() }),
  fc.record({ kind: fc.constant('retract' as const), which: fc.nat(20) }),
);

test('cast = counted + held + voided, and the tallies are what is counted, after any acts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
      const competition = await makeCompetition(world, { ballotRule: { burstVotes: 3 } });
      const entries = [await makeEntry(world, competition), await makeEntry(world, competition)];
      const organizers = [
        competition.organizer,
        await makeOrganizer(world, competition),
        await makeOrganizer(world, competition),
      ];
      for (const one of acts) await perform(competition, entries, organizers, one);
      await expectBalance(competition);
    }),
    { numRuns: 12 },
  );
}, 60_000);

const noon = Date.UTC(2026, 10, 20, 4);
const at = (minute: number) => new Date(noon + minute * 60_000);

async function perform(
  competition: TestCompetition,
  entries: readonly TestEntry[],
  organizers: readonly Viewer[],
  one: typeof act extends fc.Arbitrary<infer T> ? T : never,
): Promise<void> {
  const context = (who = 0) => world.contextOf(organizers[who] ?? competition.organizer);
  switch (one.kind) {
    case 'cast': {
      const votes = Array.from({ length: 4 }, (_, i) => ({ castAt: at(one.minute + i / 4), points: one.points }));
      await insertVotes(
        world,
        competition,
        votes.map((vote) => ({ ...vote, entryId: entries[one.entry]!.id })),
      );
      break;
    }
    case 'hold': {
      const span = { from: at(one.minute), to: at(one.minute + one.minutes) };
      await holdVotesByHand(context(), { entryId: entries[one.entry]!.id, ...span, reason: 'To be looked at.' });
      break;
    }
    case 'scan':
      await scanVotes(context(), { competitionId: competition.id });
      break;
    case 'decide': {
      const cases = await open(competition);
      const caseId = cases[one.which % Math.max(1, cases.length)]?.id;
      if (caseId) await decideCase(context(one.who), decision(caseId, one.restores));
      break;
    }
    case 'retract':
      await retractDirectly(competition, one.which);
      break;
  }
}

const decision = (caseId: string, restores: boolean) => ({
  caseId,
  verdict: restores ? CaseVerdict.RESTORE : CaseVerdict.VOID,
  reason: restores ? CaseReason.HONEST_GROUP : CaseReason.AUTOMATED,
  note: 'Looked at.',
});

/** As retractVote does, of a vote that was not cast at the tap: void ones stay, counted ones leave the tallies. */
async function retractDirectly(competition: TestCompetition, which: number): Promise<void> {
  await world.orm.em.fork().transactional(async (em) => {
    const rows = await em.execute<{ bucket: number; entry_id: string; points: number; state: string }[]>(
      `update votes set retracted_at = cast_at where (bucket, voter_id, key) in (
         select bucket, voter_id, key from votes where competition_id = ? and retracted_at is null and state <> 'VOIDED'
         order by voter_id offset ? limit 1) returning bucket, entry_id, points, state`,
      [competition.id, which],
    );
    for (const row of rows.filter(({ state }) => state === 'COUNTED')) {
      await em.execute(
        'update tally_parts set votes = votes - 1, points = points - ? where bucket = ? and entry_id = ?',
        [row.points, row.bucket, row.entry_id],
      );
    }
  });
}

test('holding and deciding race with casting and taking back, and everything adds up', async () => {
  const competition = await makeCompetition(world, { ballotRule: { burstVotes: 5 } });
  const entry = await makeEntry(world, competition);
  const organizers = [competition.organizer, await makeOrganizer(world, competition)];
  const voters: Viewer[] = [];
  for (let i = 0; i < 24; i += 1) voters.push(await makePerson(world));
  await insertVotes(world, competition, votesFor(entry.id, 200, noon, 6_000));
  const now = world.clock.now();
  const span = { from: new Date(noon), to: new Date(now.getTime() + 60_000) };
  const tap = async (viewer: Viewer, i: number) => {
    await castVote(world.contextOf(viewer), { entryId: entry.id, key: crypto.randomUUID() });
    if (i % 2 === 0) await retractVote(world.contextOf(viewer), { entryId: entry.id });
  };
  const watch = async () => {
    for (let i = 0; i < 3; i += 1) {
      await scanVotes(world.contextOf(competition.organizer), { competitionId: competition.id });
      await holdVotesByHand(world.contextOf(competition.organizer), {
        entryId: entry.id,
        ...span,
        reason: 'All of them.',
      });
    }
  };
  const judge = async (who: Viewer) => {
    for (let i = 0; i < 6; i += 1) {
      for (const { id } of await open(competition)) await decideCase(world.contextOf(who), decision(id, i % 2 === 0));
    }
  };
  await Promise.all([...voters.map(tap), watch(), watch(), ...organizers.map(judge)]);
  await expectBalance(competition);
  // A second round, on what the first has left.
  await Promise.all([...voters.map(tap), watch(), ...organizers.map(judge)]);
  await expectBalance(competition);
  const books = await booksOf(world, competition);
  expect((books.counted ?? 0) + (books.held ?? 0) + (books.voided ?? 0)).toBeGreaterThanOrEqual(212);
}, 60_000);
