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

/** How entries are reviewed in a world, which is asked for once it is there. */
export const reviewsIn = (worldOf: () => World) => ({
  /** Entries are decided on before anybody votes. */
  make: (options: Parameters<typeof makeCompetition>[1] = {}) =>
    makeCompetition(worldOf(), { ...options, stages: { VOTING: toCome, REVIEW: toCome, ...options.stages } }),

  waiting: (competition: TestCompetition, options: Parameters<typeof makeEntry>[2] = {}) =>
    makeEntry(worldOf(), competition, { isAccepted: false, ...options }),

  setRule: (competition: TestCompetition, reviewersNeeded: number, holdsDecisions: boolean, correctionDays = 7) =>
    declareSubmissionRule(worldOf(), competition, { reviewersNeeded, holdsDecisions, correctionDays }),

  decide: (viewer: Viewer | null, entry: { id: string }, verdict: string, rest: object = {}) =>
    act(worldOf(), viewer, 'decideEntry', { entryId: entry.id, verdict, ...rest }, decided),

  undo: (viewer: Viewer | null, decisionId: string) =>
    act(
      worldOf(),
      viewer,
      'undoDecision',
      { decisionId },
      '... on UndoDecisionSuccess { entry { status review { state spoken } } } ... on DecisionStandsError { openedAt }',
    ),

  /** In the order of the alphabet: all were written at the same instant. */
  mailsOf: async ({ id }: TestEntry) =>
    (await sql<{ kind: string }>(worldOf(), 'select kind from messages where subject_id = ? order by kind', [id])).map(
      ({ kind }) => kind,
    ),

  statusOf: async ({ id }: TestEntry) =>
    (await sql<{ status: string }>(worldOf(), 'select status from entries where id = ?', [id]))[0]?.status,

  decisionsOf: async (competition: TestCompetition, { number }: TestEntry, viewer = competition.organizer) => {
    const { data } = await worldOf().run(
      viewer,
      `query ($slug: String!, $number: Int!) { entry(competitionSlug: $slug, number: $number) { status decisions { id revision
        verdict reason fields { kind key remark } isSettling decidedAt undoneAt reviewerName undoneByName }
        correction { reason until isOver fields { kind key remark } } review { state } } }`,
      { slug: competition.slug, number },
    );
    return data.entry;
  },
});
