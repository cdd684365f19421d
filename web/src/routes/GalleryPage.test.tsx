import type { MockLink } from '@apollo/client/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { GalleryEntriesDocument, type GalleryEntriesQueryVariables } from '../gql/GalleryEntries';
import { GalleryPageDocument } from '../gql/GalleryPage';
import { renderRoute } from '../test/renderRoute';
import { GalleryPage } from './GalleryPage';

const category = { __typename: 'Category', id: 'law', key: 'law', name: 'Legal Aid', entryCount: 2 };

const competition: MockLink.MockedResponse = {
  request: { query: GalleryPageDocument, variables: { slug: 'spring' } },
  result: {
    data: {
      competition: {
        __typename: 'Competition',
        id: 'c',
        slug: 'spring',
        name: 'Spring',
        resultsPublishedAt: null,
        viewerVotesLeftToday: null,
        ballotRule: { __typename: 'BallotRule', style: 'TAP' },
        stages: [{ __typename: 'Stage', id: 's', kind: 'VOTING', status: 'OPEN' }],
        figures: { __typename: 'CompetitionFigures', entries: 2 },
        categories: [category],
        entriesByRegion: [],
      },
    },
  },
};

const makeEntry = (number: number) => ({
  __typename: 'Entry',
  id: `entry-${number}`,
  number,
  title: `Project ${number}`,
  isShortlisted: false,
  language: 'EN',
  organization: { __typename: 'Organization', id: 'o', name: 'Practice Centre' },
  region: { __typename: 'Region', id: 'r', name: 'Changchun' },
  category,
  cover: null,
  competition: { __typename: 'Competition', id: 'c', slug: 'spring' },
});

/** Answers with as many entries as asked for and notes what was searched. */
function entries(count: number, asked: GalleryEntriesQueryVariables[] = []): MockLink.MockedResponse {
  return {
    request: {
      query: GalleryEntriesDocument,
      variables: (variables: GalleryEntriesQueryVariables) => {
        asked.push(variables);
        return true;
      },
    },
    maxUsageCount: 10,
    result: {
      data: {
        competition: {
          __typename: 'Competition',
          id: 'c',
          entries: {
            __typename: 'EntryConnection',
            totalCount: count,
            edges: Array.from({ length: count }, (_, index) => ({
              __typename: 'EntryEdge',
              cursor: String(index),
              node: makeEntry(index + 1),
            })),
            pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
          },
        },
      },
    },
  } as MockLink.MockedResponse;
}

const show = (at: string, mock: MockLink.MockedResponse) =>
  renderRoute(<GalleryPage />, {
    path: '/c/:slug/entries',
    at,
    mocks: [competition, mock],
    words: ['app', 'competitions', 'entries'],
  });

it('shows the entries and says in which order', async () => {
  await show('/c/spring/entries', entries(2));
  expect(await screen.findByRole('link', { name: 'Project 1' })).toBeTruthy();
  expect(screen.getByText('2 entries')).toBeTruthy();
  expect(screen.getByText(/order is random/)).toBeTruthy();
});

it('says that nothing matches and offers all entries again', async () => {
  const asked: GalleryEntriesQueryVariables[] = [];
  await show('/c/spring/entries?q=nothing&category=law', entries(0, asked));
  expect(await screen.findByText('Nothing matches')).toBeTruthy();
  expect(asked.at(-1)).toMatchObject({ search: 'nothing', categoryKey: 'law' });
  await userEvent.click(screen.getByRole('button', { name: 'Show all entries' }));
  await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/c/spring/entries'));
});

it('says that there are no entries yet', async () => {
  await show('/c/spring/entries', entries(0));
  expect(await screen.findByText('No entries yet')).toBeTruthy();
});

it('waits for a Chinese word to be composed before it searches', async () => {
  await show('/c/spring/entries', entries(2));
  const box = await screen.findByRole('searchbox');
  const address = () => screen.getByLabelText('address').textContent;
  fireEvent.compositionStart(box);
  fireEvent.change(box, { target: { value: 'fa lü' } });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(address()).toBe('/c/spring/entries');
  fireEvent.change(box, { target: { value: '法律' } });
  fireEvent.compositionEnd(box);
  await waitFor(() => expect(decodeURIComponent(address() ?? '')).toBe('/c/spring/entries?q=法律'));
});

it('keeps the chosen category in the address', async () => {
  await show('/c/spring/entries', entries(2));
  await userEvent.click(await screen.findByRole('button', { name: /Legal Aid/ }));
  expect(screen.getByLabelText('address').textContent).toBe('/c/spring/entries?category=law');
  expect(screen.getByRole('button', { name: /Legal Aid/ }).getAttribute('aria-pressed')).toBe('true');
});
