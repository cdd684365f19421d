import { expect } from 'vitest';
import type { Viewer } from '../core/context.ts';
import { makeCompetition, makeEntry, type TestCompetition, type TestEntry } from './factories.ts';
import { makeOrganizer } from './act.ts';
import { insertVotes, votesFor } from './votes.ts';
import type { World } from './world.ts';

export const caseFields = `id state detector label votes openedAt settledAt reason evidence { label value } entry { id }
  decisions { verdict reason note by } viewerDecision { verdict } appeals { totalCount edges { node { text } } }`;
export const scan = `mutation ($input: ScanVotesInput!) { scanVotes(input: $input) { __typename
  ... on ScanVotesSuccess { scanned held findings { detector summary votes isHeld entry { id } } }
  ... on ResultsPublishedError { publishedAt } ... on UserError { message } } }`;
export const hold = `mutation ($input: HoldVotesInput!) { holdVotes(input: $input) { __typename
  ... on HoldVotesSuccess { case { ${caseFields} } } ... on InvalidInputError { fields { path } } ... on UserError { message } } }`;
export const decide = `mutation ($input: DecideCaseInput!) { decideCase(input: $input) { __typename
  ... on DecideCaseSuccess { case { ${caseFields} } } ... on AlreadyDecidedError { decision { verdict } }
  ... on CaseSettledError { state settledAt } ... on InvalidInputError { fields { path } } ... on UserError { message } } }`;
export const appeal = `mutation ($input: AppealHoldInput!) { appealHold(input: $input) { __typename
  ... on AppealHoldSuccess { hold { id canAppeal appeal { text appealedAt } } }
  ... on AlreadyAppealedError { appeal { text } } ... on InvalidInputError { fields { path } } ... on UserError { message } } }`;
export const desk = `query ($slug: String!, $state: CaseState) { competition(slug: $slug) { voteDesk { voters
  hours { startsAt counted held } regions { votes region { id } } levels { level label votes }
  cases(state: $state, first: 10) { totalCount edges { node { ${caseFields} } } } } } }`;
export const balance = `query ($slug: String!) { competition(slug: $slug) { voteBalance { cast counted held voided retracted
  days { day cast counted held voided } reasons { code label held voided } } } }`;

export const noon = Date.UTC(2026, 10, 20, 4);
export const minute = 60_000;

export async function setUp(
  world: World,
  ballotRule = {},
): Promise<{ competition: TestCompetition; entry: TestEntry; second: Viewer }> {
  const competition = await makeCompetition(world, { ballotRule });
  const entry = await makeEntry(world, competition);
  return { competition, entry, second: await makeOrganizer(world, competition) };
}

export const holdInput = (entryId: string, reason = 'All from one household.') => ({
  input: { entryId, from: new Date(noon).toISOString(), to: new Date(noon + 60 * minute).toISOString(), reason },
});

export const verdict = (caseId: string, of: 'VOID' | 'RESTORE') => ({
  input: {
    caseId,
    verdict: of,
    reason: of === 'VOID' ? 'COORDINATED' : 'NOTHING_FOUND',
    note: 'I called two of them.',
  },
});

/** Both organizers say the same of a case, which settles it. */
export async function settle(
  world: World,
  { competition, second }: { competition: TestCompetition; second: Viewer },
  caseId: string,
  of: 'VOID' | 'RESTORE',
): Promise<void> {
  for (const viewer of [competition.organizer, second]) await world.run(viewer, decide, verdict(caseId, of));
}

/** Ten votes a minute apart, held by the first organizer; the case's id. */
export async function heldByHand(
  world: World,
  { competition, entry }: Awaited<ReturnType<typeof setUp>>,
): Promise<string> {
  await insertVotes(world, competition, votesFor(entry.id, 10, noon, minute));
  const { data } = await world.run(competition.organizer, hold, holdInput(entry.id));
  expect(data.holdVotes.__typename).toBe('HoldVotesSuccess');
  return data.holdVotes.case.id;
}
