import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { RegionsInsideDocument } from '../gql/RegionsInside';
import { renderRoute } from '../test/renderRoute';
import { PageQuery } from './PageQuery';

const request = { query: RegionsInsideDocument, variables: { code: '22' } };
const regions = (...names: string[]) => ({
  regions: {
    __typename: 'RegionConnection',
    edges: names.map((name) => ({
      __typename: 'RegionEdge',
      node: { __typename: 'Region', id: name, code: name, name },
    })),
  },
});
const page = (mocks: MockLink.MockedResponse[]) =>
  renderRoute(
    <PageQuery query={RegionsInsideDocument} variables={{ code: '22' }} pick={({ regions: { edges } }) => edges[0]}>
      {({ node }, { renew, isStale }) => (
        <button onClick={() => void renew()}>
          {node.name} {isStale && 'from before'}
        </button>
      )}
    </PageQuery>,
    { words: [], mocks },
  );

it('holds the place of the page, shows it, and keeps it while asking again fails', async () => {
  await page([
    { request, result: { data: regions('Jilin') } },
    { request, error: new Error('offline') },
  ]);
  expect(screen.getByText('Opening…')).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'Jilin' }));
  expect(await screen.findByRole('button', { name: 'Jilin from before' })).toBeTruthy();
});

it.each([
  ['there is nothing', { result: { data: regions() } }, 'Nothing found here', false],
  [
    'it is not open to the reader',
    { result: { errors: [new GraphQLError('', { extensions: { code: 'FORBIDDEN' } })] } },
    'This page is not open to you',
    false,
  ],
  ['nothing answers', { error: new Error('offline') }, 'The server could not be reached', true],
] as const)('says that %s, with a way on', async (_what, answer, title, canRetry) => {
  await page([
    { request, ...answer },
    { request, result: { data: regions('Jilin') } },
  ] as MockLink.MockedResponse[]);
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
  expect(document.title).toBe(`${title} · Laurel`);
  const retry = screen.queryByRole('button', { name: 'Try again' });
  expect(retry !== null).toBe(canRetry);
  if (!retry) return;
  await userEvent.click(retry);
  expect(await screen.findByRole('button', { name: 'Jilin' })).toBeTruthy();
});
