import { expect, it } from 'vitest';
import type { StageKind, StageStatus } from '../../gql/types';
import { byUrgency, mainAction } from './main-action';

const make = (stages: Partial<Record<StageKind, StageStatus>>, resultsPublishedAt: string | null = null) => ({
  slug: 'spring',
  resultsPublishedAt,
  stages: Object.entries(stages).map(([kind, status]) => ({ kind: kind as StageKind, status })),
});

it.each([
  ['nothing has begun', make({ SUBMISSION: 'UPCOMING', VOTING: 'UPCOMING' }), 'read', '/c/spring#rules'],
  ['projects can be entered', make({ SUBMISSION: 'OPEN', VOTING: 'UPCOMING' }), 'enter', '/projects'],
  ['voting and review run together', make({ REVIEW: 'OPEN', VOTING: 'OPEN' }), 'vote', '/c/spring/entries'],
  ['between two stages', make({ VOTING: 'CLOSED', FINAL: 'UPCOMING' }), 'watch', '/c/spring/entries'],
  ['results are out', make({ VOTING: 'CLOSED' }, '2026-01-01T00:00:00Z'), 'results', '/c/spring/results'],
])('when %s there is one thing to do', (_when, competition, word, to) => {
  expect(mainAction(competition)).toEqual({ word, to });
});

it('puts the competition that can be voted in first', () => {
  const [entering, voting, waiting] = [make({ SUBMISSION: 'OPEN' }), make({ VOTING: 'OPEN' }), make({})];
  expect([waiting, entering, voting].toSorted(byUrgency)).toEqual([voting, entering, waiting]);
});
