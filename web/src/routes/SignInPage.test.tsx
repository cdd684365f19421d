import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignInMethodsDocument } from '../gql/SignInMethods';
import { ViewerDocument } from '../gql/Viewer';
import type { LanguageTag } from '../i18n/language';
import { renderRoute } from '../test/renderRoute';
import { SignInPage } from './SignInPage';

interface Asked {
  path: string;
  body: unknown;
}

let asked: Asked[];
let answers: Record<string, () => Response>;

const refuse =
  (status: number, code?: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ code, message: 'In English only' }, { status, headers });

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

interface Shown {
  next?: string;
  to?: string;
  hasPhone?: boolean;
  providers?: { slug: string; name: string }[];
  query?: string;
  language?: LanguageTag;
}

async function open({ next = '/', hasPhone = true, providers = [], query = '', language = 'en' }: Shown) {
  const signInMethods = {
    __typename: 'SignInMethods',
    hasPhone,
    providers: providers.map((one) => ({ __typename: 'SignInProvider', ...one })),
  };
  await renderRoute(<SignInPage />, {
    path: '/sign-in',
    at: `/sign-in?next=${encodeURIComponent(next)}${query}`,
    words: ['app', 'identity'],
    language,
    mocks: [
      { request: { query: ViewerDocument }, result: { data: { viewer: null } }, maxUsageCount: 5 },
      { request: { query: SignInMethodsDocument }, result: { data: { signInMethods } }, maxUsageCount: 5 },
    ],
  });
  return userEvent.setup();
}

async function show({ to = 'ming@example.org', ...shown }: Shown) {
  const user = await open(shown);
  await user.type(await screen.findByLabelText(/^E-mail/), to);
  await user.click(screen.getByRole('button', { name: 'Send the code' }));
  return user;
}

const enter = 'Six-digit code';

it('signs in with the code and goes on to where one came from', async () => {
  const user = await show({ next: '/c/spring/entries/7' });
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
  const user = await show({ next });
  await user.type(await screen.findByLabelText(enter), '123456');
  await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/'));
});

describe('says in words', () => {
  it.each([
    ['a wrong code', refuse(400, 'INVALID_OTP'), /That code is not right/],
    ['a code that is too old', refuse(400, 'OTP_EXPIRED'), /too old/],
    ['too many tries', refuse(403, 'TOO_MANY_ATTEMPTS'), /no longer counts/],
    ['a code that was used', refuse(400, 'OTP_NOT_FOUND'), /too old/],
    ['too many requests', refuse(429, undefined, { 'Retry-After': '1500' }), /again in 25 min/],
    ['anything else', refuse(500), /you are not signed in/],
  ])('%s', async (_what, answer, sentence) => {
    answers['/api/auth/sign-in/email-otp'] = answer;
    const user = await show({});
    await user.type(await screen.findByLabelText(enter), '123456');
    expect(await screen.findByText(sentence)).toBeTruthy();
  });
});

describe('a phone', () => {
  const sendPath = '/api/auth/phone-number/send-otp';

  it.each(['13800138000', '+86 138 0013-8000', '１３８００１３８０００'])(
    'written %s is told from a mailbox',
    async (to) => {
      const user = await show({ to, next: '/c/spring' });
      await user.type(await screen.findByLabelText(enter), '123456');
      await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/c/spring'));
      expect(asked).toEqual([
        { path: sendPath, body: { phoneNumber: to } },
        { path: '/api/auth/phone-number/verify', body: { phoneNumber: to, code: '123456' } },
      ]);
    },
  );

  it.each([
    ['INVALID_PHONE_NUMBER', 400, /check it/],
    ['PHONE_COUNTRY', 400, /numbers of this country/],
    ['PHONE_NOT_AVAILABLE', 503, /use your e-mail/],
  ])('that gets no code is told why: %s', async (code, status, sentence) => {
    answers[sendPath] = refuse(status, code);
    await show({ to: '13800138000' });
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByLabelText(enter)).toBeNull();
  });

  it('is not asked for where no codes are sent to phones', async () => {
    await open({ hasPhone: false });
    expect(await screen.findByLabelText('E-mail')).toBeTruthy();
  });

  it('is asked for in Chinese as well', async () => {
    await open({ language: 'zh-CN' });
    const field = await screen.findByLabelText('电子邮箱或手机号');
    expect(document.activeElement).toBe(field);
  });
});

it('cannot be sent before there is something to send to', async () => {
  const user = await open({});
  const button = await screen.findByRole('button', { name: 'Send the code' });
  for (const text of ['1380', '@', 'ming', 'ming@example']) {
    await user.clear(screen.getByLabelText(/^E-mail/));
    await user.type(screen.getByLabelText(/^E-mail/), text);
    expect(button.hasAttribute('disabled'), text).toBe(true);
  }
});

describe('another login', () => {
  const providers = [{ slug: 'school', name: 'the school' }];
  const start = '/api/auth/sign-in/social';

  it('leads to the provider and says where to come back to', async () => {
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
    answers[start] = () => Response.json({ url: 'https://login.school.example/authorize?x=1' });
    const user = await open({ providers, next: '/c/spring' });
    await user.click(await screen.findByRole('button', { name: 'Sign in with the school' }));
    await waitFor(() => expect(assign).toHaveBeenCalledWith('https://login.school.example/authorize?x=1'));
    expect(asked).toEqual([{ path: start, body: { provider: 'school', next: '/c/spring' } }]);
  });

  it('that cannot be reached is said', async () => {
    answers[start] = refuse(500);
    const user = await open({ providers });
    await user.click(await screen.findByRole('button', { name: 'Sign in with the school' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/you are not signed in/);
  });

  it('that did not let one in is said', async () => {
    await open({ providers, query: '&error=access_denied' });
    expect((await screen.findByRole('alert')).textContent).toMatch(/did not let you in/);
  });

  it('is not offered where none is configured', async () => {
    await open({ query: '&error=x' });
    await screen.findByRole('button', { name: 'Send the code' });
    expect(screen.queryByText('or')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
