import { expect, test } from 'vitest';
import { makeCompetition, makePerson } from '../../../test/factories.ts';
import {
  appeal,
  balance,
  decide,
  desk,
  heldByHand,
  hold,
  holdInput,
  minute,
  noon,
  scan,
  settle,
  setUp,
  verdict,
} from '../../../test/vote-cases.ts';
import { booksOf, insertVotes, votesFor } from '../../../test/votes.ts';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeOrganizer, sql } from '../../../test/act.ts';

const world = sharedWorld();

test('two people decide: one word settles nothing, the same person has one, a third breaks a tie', async () => {
  const set = await setUp(world);
  const { competition, second } = set;
  const caseId = await heldByHand(world, set);
  const third = await makeOrganizer(world, competition);
  expect(await booksOf(world, competition)).toMatchObject({ counted: 0, tallied: 0, held: 10 });
  const first = await world.run(competition.organizer, decide, verdict(caseId, 'VOID'));
  expect(first.data.decideCase).toMatchObject({
    __typename: 'DecideCaseSuccess',
    case: {
      state: 'OPEN',
      viewerDecision: { verdict: 'VOID' },
      decisions: [{ verdict: 'VOID', reason: 'COORDINATED' }],
    },
  });
  const again = await world.run(competition.organizer, decide, verdict(caseId, 'RESTORE'));
  expect(again.data.decideCase).toMatchObject({ __typename: 'AlreadyDecidedError', decision: { verdict: 'VOID' } });
  const other = await world.run(second, decide, verdict(caseId, 'RESTORE'));
  expect(other.data.decideCase.case.state).toBe('OPEN');
  expect(await booksOf(world, competition)).toMatchObject({ held: 10, tallied: 0 });
  const last = await world.run(third, decide, verdict(caseId, 'RESTORE'));
  expect(last.data.decideCase.case).toMatchObject({ state: 'RESTORED', reason: 'NOTHING_FOUND', votes: 10 });
  expect(last.data.decideCase.case.decisions).toHaveLength(3);
  expect(await booksOf(world, competition)).toMatchObject({ counted: 10, tallied: 10, held: 0 });
  const late = await world.run(await makeOrganizer(world, competition), decide, verdict(caseId, 'VOID'));
  expect(late.data.decideCase).toMatchObject({ __typename: 'CaseSettledError', state: 'RESTORED' });
});

test('void votes stay on record and in the balance, and no machine overrules two people', async () => {
  const set = await setUp(world, { burstVotes: 3 });
  const { competition, entry, second } = set;
  const voided = await heldByHand(world, set);
  await settle(world, { competition, second }, voided, 'VOID');
  const later = {
    input: {
      ...holdInput(entry.id).input,
      from: new Date(noon + 60 * minute).toISOString(),
      to: new Date(noon + 90 * minute).toISOString(),
    },
  };
  await insertVotes(world, competition, votesFor(entry.id, 8, noon + 61 * minute, 1_000));
  const { data } = await world.run(competition.organizer, hold, later);
  const restored = data.holdVotes.case.id;
  await settle(world, { competition, second }, restored, 'RESTORE');
  const scanned = await world.run(competition.organizer, scan, { input: { competitionId: competition.id } });
  expect(scanned.data.scanVotes).toMatchObject({ scanned: 8, held: 0 });
  expect(await booksOf(world, competition)).toMatchObject({ counted: 8, tallied: 8, voided: 10, held: 0 });
  const { data: shown } = await world.run(null, balance, { slug: competition.slug });
  expect(shown.competition.voteBalance).toMatchObject({
    cast: 18,
    counted: 8,
    voided: 10,
    reasons: [{ code: 'COORDINATED', label: 'Cast by one party under many identities', held: 0, voided: 10 }],
  });
  const open = await world.run(competition.organizer, desk, { slug: competition.slug, state: 'VOIDED' });
  expect(open.data.competition.voteDesk.cases.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([
    voided,
  ]);
});

test('organizers learn what they cannot do, and why', async () => {
  const set = await setUp(world);
  const { competition, entry, second } = set;
  const empty = await world.run(competition.organizer, hold, holdInput(entry.id));
  expect(empty.data.holdVotes.__typename).toBe('NothingToHoldError');
  const caseId = await heldByHand(world, set);
  const unsaid = await world.run(competition.organizer, hold, holdInput(entry.id, '  '));
  expect(unsaid.data.holdVotes).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: 'reason' }] });
  const odd = { input: { ...verdict(caseId, 'VOID').input, reason: 'HONEST_GROUP' } };
  const mismatch = await world.run(competition.organizer, decide, odd);
  expect(mismatch.data.decideCase).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: 'reason' }] });
  const mute = { input: { ...verdict(caseId, 'VOID').input, note: '' } };
  const noNote = await world.run(competition.organizer, decide, mute);
  expect(noNote.data.decideCase).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: 'note' }] });
  await sql(world, 'update competitions set results_published_at = ? where id = ?', [new Date(noon), competition.id]);
  const acts = [
    world.run(competition.organizer, scan, { input: { competitionId: competition.id } }),
    world.run(competition.organizer, hold, holdInput(entry.id)),
    world.run(second, decide, verdict(caseId, 'VOID')),
  ];
  for (const { data } of await Promise.all(acts)) {
    expect(Object.values(data as object)[0]).toMatchObject({ __typename: 'ResultsPublishedError' });
  }
  expect(await booksOf(world, competition)).toMatchObject({ held: 10 });
});

test('PostgreSQL itself refuses a case settled by one person, and a vote away without a case', async () => {
  const set = await setUp(world);
  const { competition, second } = set;
  const caseId = await heldByHand(world, set);
  const run = (statement: string, params: unknown[]) => sql(world, statement, params);
  const refused = (change: Promise<unknown>, code: string) => expect(change).rejects.toMatchObject({ code });
  const settling = `update vote_cases set state = 'VOIDED', settled_at = now(), reason_code = 'BOUGHT', first_decider = ?,
    second_decider = ? where id = ?`;
  const { id } = competition.organizer;
  await refused(run(settling, [id, id, caseId]), '23514');
  await refused(run(settling, [id, null, caseId]), '23514');
  await refused(run("update vote_cases set state = 'RESTORED' where id = ?", [caseId]), '23514');
  await refused(run("update votes set state = 'VOIDED', case_id = null where case_id = ?", [caseId]), '23514');
  await world.run(competition.organizer, decide, verdict(caseId, 'VOID'));
  const twice = `insert into case_decisions (id, case_id, user_id, verdict, reason_code, note, decided_at)
       select gen_random_uuid(), case_id, user_id, 'VOID', reason_code, note, decided_at from case_decisions where case_id = ?`;
  await refused(run(twice, [caseId]), '23505');
  await expect(run(settling, [id, second.id, caseId])).resolves.toBeDefined();
});

test('strangers, voters and organizers of other competitions see and do nothing of it', async () => {
  const set = await setUp(world);
  const { competition, entry } = set;
  const caseId = await heldByHand(world, set);
  const other = await makeCompetition(world);
  for (const viewer of [await makePerson(world), entry.organization.member, other.organizer]) {
    const { data } = await world.run(viewer, desk, { slug: competition.slug });
    expect(data.competition.voteDesk).toBeNull();
    const acts = [
      world.run(viewer, scan, { input: { competitionId: competition.id } }),
      world.run(viewer, hold, holdInput(entry.id)),
      world.run(viewer, decide, verdict(caseId, 'VOID')),
    ];
    for (const { errors } of await Promise.all(acts)) expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    const answered = await world.run(viewer, appeal, { input: { holdId: caseId, text: 'x' } });
    expect(answered.errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  }
  const nowhere = crypto.randomUUID();
  for (const [mutation, variables] of [
    [scan, { input: { competitionId: 'x' } }],
    [hold, holdInput(nowhere)],
    [decide, verdict(nowhere, 'VOID')],
    [appeal, { input: { holdId: nowhere, text: 'x' } }],
  ] as const) {
    const { errors } = await world.run(competition.organizer, mutation, variables);
    expect(errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  }
});
