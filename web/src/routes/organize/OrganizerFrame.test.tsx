import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { OrganizerFrameDocument } from '../../gql/OrganizerFrame';
import { ViewerDocument } from '../../gql/Viewer';
import { renderRoute } from '../../test/renderRoute';
import { OrganizerFrame } from './OrganizerFrame';

const viewer = {
  __typename: 'Viewer',
  id: 'v',
  name: 'Member',
  email: 'member@example.org',
  phone: null,
  organizations: [],
  judgeSeats: [],
  verifiesIn: [],
  organizes: [{ __typename: 'Competition', id: 'k', slug: 'another', name: 'Another', isRehearsal: false }],
};

it.each([
  ['en', 'This page is for the organizers of the competition', 'See the competition'],
  ['zh-CN', '这一页只给大赛的组织者看', '去看这个大赛'],
] as const)(
  'refuses everybody but organizers, friendly and without asking for the competition (%s)',
  async (language, title, way) => {
    const asked = vi.fn(() => ({ data: { competition: null } }));
    await renderRoute(<OrganizerFrame />, {
      path: '/organize/:slug',
      at: '/organize/jilin',
      language,
      words: ['organizing'],
      mocks: [
        { request: { query: ViewerDocument }, result: { data: { viewer } } },
        { request: { query: OrganizerFrameDocument, variables: { slug: 'jilin' } }, result: asked },
      ],
    });
    expect(await screen.findByRole('heading', { name: title, level: 2 })).toBeTruthy();
    expect(screen.getByRole('link', { name: way }).getAttribute('href')).toBe('/c/jilin');
    expect(asked).not.toHaveBeenCalled();
  },
);

it('sends a visitor to sign in, and back', async () => {
  await renderRoute(<OrganizerFrame />, {
    path: '/organize/:slug',
    at: '/organize/jilin',
    words: ['organizing'],
    mocks: [{ request: { query: ViewerDocument }, result: { data: { viewer: null } } }],
  });
  expect((await screen.findByText('/sign-in?next=%2Forganize%2Fjilin')).textContent).toBeTruthy();
});
