import type { Viewer } from '../core/context.ts';
import { act, sql } from './act.ts';
import {
  declareSubmissionRule,
  makeCompetition,
  makeEntry,
  toCome,
  type TestCompetition,
  type TestEntry,
} from './factories.ts';
import type { World } from './world.ts';

const decided = `... on DecideEntrySuccess { entry { status rejectionReason review { state verdict isHeld spoken needed
    awaitsSettling viewerVerdict } } } ... on EntryNotEditableError { status } ... on AlreadyReviewedError { verdict }
  ... on NotDisputedError { spoken } ... on InvalidInputError { fields { path message } }`;

/** How entries are reviewed in a world. */
export const reviewsIn = (world: World) => ({
  /** Entries are decided on before anybody votes. */
  make: (options: Parameters<typeof makeCompetition>[1] = {}) =>
    makeCompetition(world, { ...options, stages: { VOTING: toCome, REVIEW: toCome, ...options.stages } }),

  waiting: (competition: TestCompetition, options: Parameters<typeof makeEntry>[2] = {}) =>
    makeEntry(world, competition, { isAccepted: false, ...options }),

  setRule: (competition: TestCompetition, reviewersNeeded: number, holdsDecisions: boolean, correctionDays = 7) =>
    declareSubmissionRule(world, competition, { reviewersNeeded, holdsDecisions, correctionDays }),

  decide: (viewer: Viewer | null, entry: { id: string }, verdict: string, rest: object = {}) =>
    act(world, viewer, 'decideEntry', { entryId: entry.id, verdict, ...rest }, decided),

  undo: (viewer: Viewer | null, decisionId: string) =>
    act(
      world,
      viewer,
      'undoDecision',
      { decisionId },
      '... on UndoDecisionSuccess { entry { status review { state spoken } } } ... on DecisionStandsError { openedAt }',
    ),

  /** In the order of the alphabet: all were written at the same instant. */
  mailsOf: async ({ id }: TestEntry) =>
    (await sql<{ kind: string }>(world, 'select kind from messages where subject_id = ? order by kind', [id])).map(
      ({ kind }) => kind,
    ),

  statusOf: async ({ id }: TestEntry) =>
    (await sql<{ status: string }>(world, 'select status from entries where id = ?', [id]))[0]?.status,

  decisionsOf: async (competition: TestCompetition, { number }: TestEntry, viewer = competition.organizer) => {
    const { data } = await world.run(
      viewer,
      `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) { status decisions { id revision
        verdict reason fields { kind key remark } isSettling decidedAt undoneAt reviewerName undoneByName }
        correction { reason until isOver fields { kind key remark } } review { state } } }`,
      { slug: competition.slug, number },
    );
    return data.entry;
  },
});
