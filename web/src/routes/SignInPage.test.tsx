import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ViewerDocument } from '../gql/Viewer';
import { renderRoute } from '../test/renderRoute';
import { SignInPage } from './SignInPage';

interface Asked {
  path: string;
  body: unknown;
}

let asked: Asked[];
let answers: Record<string, () => Response>;

const refuse = (status: number, code?: string) => () => Response.json({ code, message: 'In English only' }, { status });

beforeEach(() => {
  asked = [];
  answers = {};
  vi.stubGlobal('fetch', (path: string, init: { method: string; body: string }) => {
    if (init.method === 'HEAD') return Promise.resolve(new Response(null, { status: 404 }));
    asked.push({ path, body: JSON.parse(init.body) as unknown });
    return Promise.resolve(answers[path]?.() ?? Response.json({ success: true }));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function show(next: string) {
  await renderRoute(<SignInPage />, {
    path: '/sign-in',
    at: `/sign-in?next=${encodeURIComponent(next)}`,
    words: ['app', 'identity'],
    mocks: [{ request: { query: ViewerDocument }, result: { data: { viewer: null } }, maxUsageCount: 5 }],
  });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('E-mail'), 'ming@example.org');
  await user.click(screen.getByRole('button', { name: 'Send the code' }));
  return user;
}

const enter = 'Six-digit code';

it('signs in with the code and goes on to where one came from', async () => {
  const user = await show('/c/spring/entries/7');
  await user.type(await screen.findByLabelText(enter), '123456');
  await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/c/spring/entries/7'));
  expect(asked).toEqual([
    { path: '/api/auth/email-otp/send-verification-otp', body: { email: 'ming@example.org', type: 'sign-in' } },
    { path: '/api/auth/sign-in/email-otp', body: { email: 'ming@example.org', otp: '123456' } },
  ]);
});

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\r\n/elsewhere.example',
  '/./\t/elsewhere.example',
])('does not lead away to %j', async (next) => {
  const user = await show(next);
  await user.type(await screen.findByLabelText(enter), '123456');
  await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/'));
});

describe('says in words', () => {
  it.each([
    ['a wrong code', refuse(400, 'INVALID_OTP'), /That code is not right/],
    ['a code that is too old', refuse(400, 'OTP_EXPIRED'), /too old/],
    ['too many tries', refuse(403, 'TOO_MANY_ATTEMPTS'), /no longer counts/],
    ['too many requests', refuse(429), /wait a minute/],
    ['anything else', refuse(500), /you are not signed in/],
  ])('%s', async (_what, answer, sentence) => {
    answers['/api/auth/sign-in/email-otp'] = answer;
    const user = await show('/');
    await user.type(await screen.findByLabelText(enter), '123456');
    expect(await screen.findByText(sentence)).toBeTruthy();
  });
});
