import { describe, expect, it } from 'vitest';
import { contributions, criteriaOf, leadsOf, liftOf, markChanges, wholeScore, type RankingRow } from './ranking';
import { nextDeadline, publishObstacle, tasksOf } from './today';

const criteria = [
  { id: 'n', key: 'needs', name: 'Needs', weight: '30', maximum: '10' },
  { id: 'g', key: 'goals', name: 'Goals', weight: '10', maximum: '5' },
];

const row = (id: string, rank: number | null, needs: string, goals: string, sheetsSubmitted = 3): RankingRow => ({
  __typename: 'RankingRow',
  rank,
  score: rank === null ? null : needs,
  reason: null,
  decidedBy: null,
  lowest: null,
  highest: null,
  sheetsAssigned: 3,
  sheetsSubmitted,
  votes: 0,
  criterionScores: criteria.map((criterion, index) => ({
    __typename: 'CriterionScore' as const,
    panelScore: index === 0 ? needs : goals,
    factoredScore: null,
    criterion: { __typename: 'Criterion' as const, ...criterion },
  })),
  entry: {
    __typename: 'Entry',
    id,
    number: 1,
    title: id,
    isShortlisted: false,
    category: { __typename: 'Category', id: 'c', name: 'c' },
    organization: { __typename: 'Organization', id: 'o', name: 'o' },
  },
});

describe('a live ranking', () => {
  const before = [row('a', 1, '9', '4'), row('b', 2, '8', '4'), row('c', null, '0', '0', 0)];

  it('marks who rose, who fell, and who was marked for the first time', () => {
    const after = [row('b', 1, '9.5', '4'), row('a', 2, '9', '4'), row('c', 3, '5', '2', 1)];
    const changes = markChanges(before, after, new Map(), 1000);
    expect(changes.get('b')).toEqual({ places: 1, at: 1000 });
    expect(changes.get('a')).toEqual({ places: -1, at: 1000 });
    expect(changes.get('c')).toEqual({ places: 0, at: 1000 });
  });

  it('marks nothing when nothing moved, and forgets after a minute', () => {
    expect(markChanges(before, before, new Map(), 1000).size).toBe(0);
    const earlier = new Map([['a', { places: 2, at: 0 }]]);
    expect(markChanges(before, before, earlier, 59_000).size).toBe(1);
    expect(markChanges(before, before, earlier, 61_000).size).toBe(0);
  });

  it('says how many of the hundred points a criterion brings', () => {
    expect(contributions(row('a', 1, '10', '5'), criteria)).toEqual([75, 25]);
  });

  it('says what a criterion brings as it was reckoned, where sheets are not totalled first', () => {
    const reckoned = row('a', 1, '10', '5');
    for (const score of reckoned.criterionScores) score.factoredScore = '12.5';
    expect(contributions(reckoned, criteria)).toEqual([12.5, 12.5]);
    expect(wholeScore('FACTORS', criteria)).toBe(350);
    expect(wholeScore('PERCENT', criteria)).toBe(100);
  });

  it('tells by which step an entry is ahead of the next one', () => {
    const rows = [row('a', 1, '9', '4'), { ...row('b', 2, '9', '4'), decidedBy: 'CRITERION:goals' }];
    expect([...leadsOf(rows)]).toEqual([['a', 'CRITERION:goals']]);
  });

  it('takes its columns from what was marked, each criterion once', () => {
    expect(criteriaOf([row('a', 1, '9', '4'), row('b', 2, '9', '4')], []).map(({ key }) => key)).toEqual([
      'needs',
      'goals',
    ]);
    expect(criteriaOf([], criteria)).toEqual(criteria);
  });

  it('finds the criterion that lifts the first', () => {
    const rows = [row('a', 1, '9', '5'), row('b', 2, '8.9', '1'), row('c', 3, '8.8', '1')];
    const [best] = liftOf(rows, criteria, 1);
    expect(best?.criterion.key).toBe('goals');
    expect(best?.points).toBeCloseTo(20);
    expect(liftOf(rows, criteria, 5)).toEqual([]);
  });
});

const stage = (
  kind: 'SUBMISSION' | 'REVIEW' | 'FINAL' | 'PUBLICATION',
  status: 'OPEN' | 'CLOSED' | 'UPCOMING',
  day: number,
) => ({
  __typename: 'Stage' as const,
  id: kind,
  kind,
  name: kind,
  status,
  opensAt: `2026-11-0${day}T00:00:00Z`,
  closesAt: `2026-11-0${day + 1}T00:00:00Z`,
});
const competition = (
  change: { stages?: ReturnType<typeof stage>[]; desk?: object; shortlisted?: number; cases?: number } = {},
) => ({
  openedAt: '2026-11-01T00:00:00Z',
  resultsPublishedAt: null,
  messageDesk: null,
  stages: change.stages ?? [
    stage('SUBMISSION', 'CLOSED', 1),
    stage('REVIEW', 'CLOSED', 3),
    stage('FINAL', 'CLOSED', 5),
    stage('PUBLICATION', 'UPCOMING', 8),
  ],
  figures: { __typename: 'CompetitionFigures' as const, entries: 10, shortlisted: change.shortlisted ?? 5, votes: 0 },
  voteDesk: {
    __typename: 'VoteDesk' as const,
    open: { __typename: 'VoteCaseConnection' as const, totalCount: change.cases ?? 0 },
  },
  desk: {
    __typename: 'Desk' as const,
    queueFigures: { __typename: 'QueueFigures' as const, submitted: 0, coming: 0 },
    sheetsAssigned: 30,
    sheetsSubmitted: 30,
    judgesWithoutMarks: 0,
    ...change.desk,
  },
});

describe('what needs an organizer today', () => {
  it('is publishing, once everything is over and every sheet is in', () => {
    expect(tasksOf(competition())).toEqual([{ kind: 'publish', page: 'publish' }]);
  });

  it('is not publishing while a sheet is missing, votes are held or a stage is open', () => {
    expect(publishObstacle(competition({ desk: { sheetsSubmitted: 29 } }))).toEqual({ kind: 'sheets', count: 1 });
    expect(publishObstacle(competition({ cases: 2 }))).toEqual({ kind: 'cases', count: 2 });
    const open = competition({ stages: [stage('REVIEW', 'OPEN', 3)] });
    expect(publishObstacle(open)).toMatchObject({ kind: 'stage', stage: { kind: 'REVIEW' } });
  });

  it('is the entries to review first, then the judging', () => {
    const stages = [stage('REVIEW', 'OPEN', 3), stage('FINAL', 'UPCOMING', 5)];
    const queueFigures = { submitted: 4, coming: 3 };
    const desk = { queueFigures, sheetsSubmitted: 12, judgesWithoutMarks: 2 };
    expect(tasksOf(competition({ stages, desk, cases: 2 })).map(({ kind }) => kind)).toEqual([
      'cases',
      'review',
      'coming',
      'sheets',
      'idleJudges',
    ]);
  });

  it('is assigning, while nobody has anything to mark', () => {
    const stages = [stage('REVIEW', 'OPEN', 3)];
    const desk = { sheetsAssigned: 0, sheetsSubmitted: 0 };
    expect(tasksOf(competition({ stages, desk })).map(({ kind }) => kind)).toEqual(['assign']);
  });

  it('is the shortlist between review and final', () => {
    const stages = [stage('REVIEW', 'CLOSED', 3), stage('FINAL', 'UPCOMING', 5)];
    expect(tasksOf(competition({ stages, shortlisted: 0 })).map(({ kind }) => kind)).toEqual(['shortlist']);
  });

  it('is nothing once results are out', () => {
    expect(tasksOf({ ...competition(), resultsPublishedAt: '2026-11-09T00:00:00Z' })).toEqual([]);
  });
});

it('names the next thing that opens or closes', () => {
  const stages = [stage('REVIEW', 'OPEN', 3), stage('FINAL', 'UPCOMING', 5)];
  const at = (text: string) => Date.parse(text);
  expect(nextDeadline(stages, at('2026-11-03T12:00:00Z'))).toMatchObject({
    isClosing: true,
    stage: { kind: 'REVIEW' },
  });
  expect(nextDeadline(stages, at('2026-11-04T12:00:00Z'))).toMatchObject({
    isClosing: false,
    stage: { kind: 'FINAL' },
  });
  expect(nextDeadline(stages, at('2026-12-01T00:00:00Z'))).toBeNull();
});
