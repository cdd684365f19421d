import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { auditServer } from 'graphql-http';
import { Pool } from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { DevMailbox } from '../platform/mail/index.ts';
import { makeAuth } from '../platform/identity/sign-in/auth.ts';
import { KeepLocale } from '../platform/identity/index.ts';
import { diskResults } from '../platform/jobs/index.ts';
import { ScoreFeed } from '../scoring/rankings/index.ts';
import { BallotBox, ExposureCounter } from '../scoring/voting/index.ts';
import { LocalStorage } from '../platform/storage/index.ts';
import { makeServer } from '../server/server.ts';
import { freshDatabase } from './database.ts';
import { secret } from './world.ts';

let server: FastifyInstance;
let url: string;
let close: () => Promise<void>;
const mailer = new DevMailbox();

beforeAll(async () => {
  const database = await freshDatabase();
  const pool = new Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const logger = pino({ level: 'silent' });
  const publicUrl = 'http://127.0.0.1:4000';
  const auth = makeAuth({ pool, secret, publicUrl, mailer, isRateLimited: false });
  const { orm } = database;
  const ballotBox = new BallotBox({
    databaseUrl: database.url,
    clock: systemClock,
    logger,
    em: () => orm.em.fork(),
  });
  const exposures = new ExposureCounter(() => orm.em.fork(), logger);
  server = await makeServer({
    orm,
    results: diskResults(tmpdir()),
    keepLocale: new KeepLocale(pool, () => undefined),
    storage: new LocalStorage(join(tmpdir(), 'laurel-files-none'), secret),
    ballotBox,
    exposures,
    scoreFeed: new ScoreFeed(database.url, logger),
    auth,
    clock: systemClock,
    secret,
    mailer,
    logger,
    publicUrl,
    trustedProxies: [],
  });
  url = await server.listen({ port: 0, host: '127.0.0.1' });
  close = async () => {
    await server.close();
    await ballotBox.close();
    await exposures.close();
    await pool.end();
    await database.close();
  };
});
afterAll(() => close());

test("the audits of GraphQL over HTTP find no error, and no warning beyond Apollo's own three", async () => {
  const results = await auditServer({ url: `${url}/graphql`, fetchFn: fetch });
  const byStatus = Object.groupBy(results, (result) => result.status);
  process.stdout.write(
    `  audits: ${Object.entries(byStatus)
      .map(([status, list]) => `${list?.length} ${status}`)
      .join(', ')}\n`,
  );
  expect(byStatus.error ?? []).toEqual([]);
  expect(byStatus.warn?.length ?? 0).toBeLessThanOrEqual(3);
  expect(results.length).toBeGreaterThan(55);
});

test('health and readiness answer', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${url}/graphql`, { method: 'POST', body, headers });

describe('a malformed request never gets a 5xx, a stack trace or a path', () => {
  test.each([
    ['an empty body', ''],
    ['half of a JSON', '{"query":'],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[{"query":"{serverTime}"}]'],
    ['no query', '{}'],
    ['a query that is a number', '{"query":7}'],
    ['variables that are text', '{"query":"{serverTime}","variables":"x"}'],
    ['a prototype', '{"query":"{__proto__:serverTime}","__proto__":{"x":1},"constructor":{"prototype":1}}'],
    ['an alias named constructor', '{"query":"{constructor:serverTime}"}'],
    ['a NUL', '{"query":"{competition(slug:\\"\\u0000\\"){id}}"}'],
    ['a huge integer', '{"query":"{competitions(first:99999999999999999999){totalCount}}"}'],
    ['a negative page', '{"query":"{competitions(first:-1){totalCount}}"}'],
    ['ten thousand fields', JSON.stringify({ query: `{${'serverTime '.repeat(10_000)}}` })],
    ['half a megabyte', JSON.stringify({ query: `{serverTime}#${'x'.repeat(500_000)}` })],
    ['a subscription', '{"query":"subscription { __typename }"}'],
    ['deep nesting', JSON.stringify({ query: '{a'.repeat(500) })],
  ])('%s', async (_, body) => {
    const response = await post(body);
    const text = await response.text();
    expect(response.status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|\.ts:|\.js:|at \w+ \(/);
  });

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=utf-7'],
  ])('a body of %s is not executed', async (type) => {
    const response = await post('{"query":"{serverTime}"}', { 'content-type': type });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });
});

test('a mutation cannot be sent by GET', async () => {
  const query = encodeURIComponent('mutation { castVote(input: { entryId: "x", key: "y" }) { __typename } }');
  const response = await fetch(`${url}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': '1' } });
  expect(response.status).toBe(405);
});

/** fetch sets the Host itself; only a plain request can lie about it. */
const statusFor = (path: string, headers: Record<string, string>, method = 'GET', body = '') =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end(body);
  });

test('under a foreign name nothing is served: not the mail, not the API, not sign-in', async () => {
  const json = { 'content-type': 'application/json' };
  expect(await statusFor('/dev/mail', { host: 'evil.example:4000' })).toBe(421);
  expect(await statusFor('/graphql', { host: 'evil.example', ...json }, 'POST', '{"query":"{serverTime}"}')).toBe(421);
  expect(await statusFor('/dev/mail', { host: 'localhost:4000' })).toBe(200);
  const code = JSON.stringify({ email: 'x@example.org', otp: '123456' });
  const origin = 'http://evil.example:4000';
  expect(
    await statusFor('/api/auth/sign-in/email-otp', { host: '127.0.0.1:4000', origin, ...json }, 'POST', code),
  ).toBe(403);
  expect(await statusFor('/healthz', { host: '10.0.0.7' })).toBe(200);
});

test('what does not exist is a 404 in JSON, and security headers are set', async () => {
  const response = await fetch(`${url}/nothing/here`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
});

describe('sign-in by e-mail code', () => {
  const call = (path: string, body: object, cookie = '', language = 'en') =>
    fetch(`${url}/api/auth/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'accept-language': language, cookie, origin: url },
    });
  const codeFor = (email: string) =>
    /\d{6}/.exec(mailer.kept.find((mail) => mail.to === email)?.subject ?? '')?.[0] ?? '';
  const whoIs = async (cookie: string) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      body: '{"query":"{viewer{email}}"}',
      headers: { 'content-type': 'application/json', cookie },
    });
    return ((await response.json()) as { data: { viewer: { email: string } | null } }).data.viewer?.email ?? null;
  };
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');

  test('the right code signs in, once; signing out ends the session', async () => {
    const email = 'newcomer@example.org';
    await call('email-otp/send-verification-otp', { email, type: 'sign-in' }, '', 'zh-CN');
    expect(mailer.kept[0]?.subject).toContain('登录验证码');
    const otp = codeFor(email);
    const signedIn = await call('sign-in/email-otp', { email, otp });
    const cookie = cookieOf(signedIn);
    expect(signedIn.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect(await whoIs(cookie)).toBe(email);
    expect((await call('sign-in/email-otp', { email, otp })).status).toBe(400);
    await call('sign-out', {}, cookie);
    expect(await whoIs(cookie)).toBeNull();
  });

  test('a wrong code does not, and after five tries neither does the right one', async () => {
    const email = 'guesser@example.org';
    await call('email-otp/send-verification-otp', { email, type: 'sign-in' });
    const otp = codeFor(email);
    const wrong = otp === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i += 1)
      expect((await call('sign-in/email-otp', { email, otp: wrong })).status).toBeGreaterThanOrEqual(400);
    expect((await call('sign-in/email-otp', { email, otp })).status).toBeGreaterThanOrEqual(400);
  });

  test('a forged session cookie is nobody', async () => {
    expect(await whoIs('laurel.session_token=forged.c2lnbmF0dXJl')).toBeNull();
  });

  test('another site cannot sign somebody in or out', async () => {
    const response = await fetch(`${url}/api/auth/sign-out`, {
      method: 'POST',
      body: '{}',
      headers: {
        'content-type': 'application/json',
        origin: 'https://elsewhere.example',
        cookie: 'laurel.session_token=x',
      },
    });
    expect(response.status).toBe(403);
  });

  test('nothing else of the sign-in library can be reached', async () => {
    for (const path of [
      'email-otp/request-password-reset',
      'update-user',
      'sign-in/email',
      'get-session',
      'list-sessions',
    ]) {
      expect((await call(path, { email: 'x@example.org', name: 'x' })).status, path).toBe(404);
    }
  });

  test.each([
    ['a NUL in the address', { email: 'a\u0000b@example.org', otp: '123456' }],
    ['an endless address', { email: `${'a'.repeat(60_000)}@example.org`, otp: '123456' }],
    ['a name for the account', { email: 'not an address', name: 'x'.repeat(200_000) }],
    ['an object for a code', { email: 'a@example.org', otp: { $gt: '' } }],
  ])('%s is refused before it reaches anything', async (_, body) => {
    expect((await call('sign-in/email-otp', body)).status).toBe(400);
    expect((await call('email-otp/send-verification-otp', { ...body, type: 'forget-password' })).status).toBe(400);
  });

  test('the session token is in the cookie and nowhere else', async () => {
    const email = 'quiet@example.org';
    await call('email-otp/send-verification-otp', { email, type: 'sign-in' });
    const answer = await call('sign-in/email-otp', { email, otp: codeFor(email) });
    expect(await answer.json()).toEqual({ success: true });
  });
});
