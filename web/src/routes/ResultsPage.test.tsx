import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ResultsPageDocument } from '../gql/ResultsPage';
import { ResultsStandingsDocument } from '../gql/ResultsStandings';
import { renderRoute } from '../test/renderRoute';
import { ResultsPage } from './ResultsPage';

const category = { __typename: 'Category', id: 'law', key: 'law', name: 'Legal Aid' };

const competition = (resultsPublishedAt: string | null) => ({
  request: { query: ResultsPageDocument, variables: { slug: 'spring' } },
  result: {
    data: {
      competition: {
        __typename: 'Competition',
        id: 'c',
        slug: 'spring',
        name: 'Spring',
        timeZone: 'Asia/Shanghai',
        isDemonstration: false,
        resultsPublishedAt,
        categories: [category],
        stages: [
          {
            __typename: 'Stage',
            id: 's',
            kind: 'PUBLICATION',
            status: 'UPCOMING',
            opensAt: '2040-12-04T01:00:00Z',
            closesAt: '2040-12-12T01:00:00Z',
          },
        ],
      },
    },
  },
});

const standing = (rank: number) => ({
  __typename: 'Standing',
  id: `standing-${rank}`,
  rank,
  score: `${100 - rank}.50`,
  votes: 1000 + rank,
  terms: [
    {
      __typename: 'ScoreTerm',
      form: 'SCORE',
      value: '90.00',
      weight: '60.00',
      part: '54.00',
      stage: { __typename: 'Stage', id: 's-final', name: 'Final' },
    },
  ],
  award: rank === 1 ? { __typename: 'Award', id: 'a', name: 'First prize', tier: 'FIRST' } : null,
  entry: {
    __typename: 'Entry',
    id: `entry-${rank}`,
    number: rank,
    title: `Project ${rank}`,
    organization: { __typename: 'Organization', id: 'o', name: 'Practice Centre' },
    region: { __typename: 'Region', id: 'r', name: 'Changchun' },
    category,
    competition: { __typename: 'Competition', id: 'c', slug: 'spring' },
  },
});

const standings = {
  request: { query: ResultsStandingsDocument, variables: { slug: 'spring', first: 20, categoryKey: null } },
  result: {
    data: {
      competition: {
        __typename: 'Competition',
        id: 'c',
        standings: {
          __typename: 'StandingConnection',
          totalCount: 4,
          edges: [1, 2, 3, 4].map((rank) => ({
            __typename: 'StandingEdge',
            cursor: String(rank),
            node: standing(rank),
          })),
          pageInfo: { __typename: 'PageInfo', endCursor: '4', hasNextPage: false },
        },
      },
    },
  },
};

const options = { path: '/c/:slug/results', at: '/c/spring/results', words: ['app', 'entries'] } as const;

it('says before publication when to expect the results', async () => {
  await renderRoute(<ResultsPage />, { ...options, mocks: [competition(null)] });
  expect(await screen.findByText('Expect them from Tue 4 Dec 2040, 09:00 (Beijing).')).toBeTruthy();
});

it('shows the podium, the seals and the ranks after it', async () => {
  await renderRoute(<ResultsPage />, { ...options, mocks: [competition('2026-11-19T01:00:00Z'), standings] });
  const titles = await screen.findAllByRole('link', { name: /Project/ });
  expect(titles.map((link) => link.textContent)).toEqual(['Project 1', 'Project 2', 'Project 3', 'Project 4']);
  expect(screen.getByText('First prize')).toBeTruthy();
  expect(screen.getAllByText('Final (score as it is): 90.00 × 60% = 54.00')).toHaveLength(4);
  expect(screen.getByText('Score 99.50', { exact: false })).toBeTruthy();
  expect(screen.getByText('1,004')).toBeTruthy();
});
