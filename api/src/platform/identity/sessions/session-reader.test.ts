import { createHmac, randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixedClock, systemClock } from '../../../core/clock.ts';
import type { Viewer } from '../../../core/context.ts';
import { countStatements, freshDatabase } from '../../../test/database.ts';
import { secret } from '../../../test/world.ts';
import { makeLibrary } from '../sign-in/auth.ts';
import { SessionReader } from './session-reader.ts';

const publicUrl = 'http://127.0.0.1:4000';
const day = 24 * 60 * 60 * 1000;
let pool: Pool;
let library: ReturnType<typeof makeLibrary>;
let close: () => Promise<void>;
let ticks: number;
let reader: SessionReader;

beforeAll(async () => {
  const database = await freshDatabase();
  pool = new Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  library = makeLibrary({ pool, secret, publicUrl, mailer: { send: async () => undefined }, isRateLimited: false });
  close = async () => {
    await pool.end();
    await database.close();
  };
});
afterAll(() => close());
beforeEach(() => {
  ticks = 0;
  reader = new SessionReader({ pool, secret, publicUrl, clock: systemClock, ticks: () => ticks });
});

const signed = (token: string, key = secret) =>
  `laurel.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', key).update(token).digest('base64')}`)}`;

/** Somebody with a session; the cookie is signed as better-auth signs it. */
async function makeSession(options: { endsIn?: number; phone?: string; email?: string } = {}) {
  const { endsIn = 6.5 * day, phone = null, email = `${randomBytes(6).toString('hex')}@example.org` } = options;
  const id = crypto.randomUUID();
  const token = randomBytes(24).toString('base64url');
  await pool.query(
    `insert into users (id, name, email, email_verified, created_at, updated_at, phone_number, phone_number_verified)
     values ($1, 'Ming', $2, true, '2026-11-01', now(), $3, true)`,
    [id, email, phone],
  );
  await pool.query(
    `insert into sessions (id, user_id, token, expires_at, created_at, updated_at) values ($1, $2, $3, $4, now(), now())`,
    [crypto.randomUUID(), id, token, new Date(Date.now() + endsIn)],
  );
  return { id, token, email, cookie: signed(token) };
}

const theirs = async (cookie: string) =>
  (await library.api.getSession({ headers: new Headers({ cookie }) }))?.user.id ?? null;
const ours = async (cookie: string | undefined) => (await reader.viewerOf(cookie))?.id ?? null;

describe('a cookie is taken exactly as the sign-in library takes it', () => {
  test.each<[string, (cookie: string, token: string) => string, boolean]>([
    ['as it was set', (cookie) => cookie, true],
    ['among others', (cookie) => `a=b; ${cookie}; laurel.device=x`, true],
    ['with spaces around', (cookie) => `a=1;   ${cookie}  ; b=2`, true],
    ['unescaped', (cookie) => decodeURIComponent(cookie), true],
    ['twice, the first one ours', (cookie) => `${cookie}; laurel.session_token=x.y`, true],
    ['twice, the first one forged', (cookie) => `laurel.session_token=x.y; ${cookie}`, false],
    ['under another name', (cookie) => `x${cookie}`, false],
    ['of another secret', (_, token) => signed(token, 'another secret, also of thirty-two letters'), false],
    ['with another token', (cookie, token) => cookie.replace(token, `${token.slice(0, -1)}!`), false],
    ['without its signature', (_, token) => `laurel.session_token=${token}`, false],
    ['with half a signature', (cookie) => cookie.slice(0, -20), false],
    ['with an empty signature', (_, token) => `laurel.session_token=${token}.`, false],
    ['with a broken escape', (_, token) => `laurel.session_token=${token}.%E0%A4%A`, false],
    ['empty', () => 'laurel.session_token=', false],
    ['of a session that never was', () => signed('never'), false],
  ])('%s', async (_, change, isTaken) => {
    const { id, token, cookie } = await makeSession();
    const sent = change(cookie, token);
    expect(await ours(sent)).toBe(isTaken ? id : null);
    expect(await theirs(sent)).toBe(isTaken ? id : null);
  });

  test('no cookie at all is a visitor', async () => {
    expect(await ours(undefined)).toBeNull();
    expect(await ours('')).toBeNull();
  });

  test('an ended session is nobody, and its row goes', async () => {
    const [a, b] = [await makeSession({ endsIn: -1000 }), await makeSession({ endsIn: -1000 })];
    expect([await ours(a.cookie), await theirs(b.cookie)]).toEqual([null, null]);
    const { rows } = await pool.query('select 1 from sessions where token = any($1)', [[a.token, b.token]]);
    expect(rows).toEqual([]);
  });

  test('a session in use is prolonged once a day', async () => {
    const ends = async (token: string) =>
      (await pool.query<{ expires_at: Date }>('select expires_at from sessions where token = $1', [token])).rows[0]
        ?.expires_at ?? new Date(0);
    const young = await makeSession({ endsIn: 6.5 * day });
    const before = await ends(young.token);
    await ours(young.cookie);
    expect(await ends(young.token)).toEqual(before);
    const [a, b] = [await makeSession({ endsIn: 5.9 * day }), await makeSession({ endsIn: 5.9 * day })];
    expect([await ours(a.cookie), await theirs(b.cookie)]).toEqual([a.id, b.id]);
    for (const { token } of [a, b]) {
      expect(Math.abs((await ends(token)).getTime() - Date.now() - 7 * day)).toBeLessThan(60_000);
    }
  });
});

describe('a session that ends', () => {
  const end = (token: string) => pool.query('delete from sessions where token = $1', [token]);

  test('elsewhere is refused after a minute at most', async () => {
    const { id, token, cookie } = await makeSession();
    expect(await ours(cookie)).toBe(id);
    await end(token);
    ticks = 59_999;
    expect(await ours(cookie)).toBe(id);
    ticks = 60_000;
    expect(await ours(cookie)).toBeNull();
  });

  test('here is refused at once', async () => {
    const { id, token, cookie } = await makeSession();
    expect(await ours(cookie)).toBe(id);
    await end(token);
    reader.forget(cookie);
    expect(await ours(cookie)).toBeNull();
  });

  test('while it is being read is not kept', async () => {
    const { id, token, cookie } = await makeSession();
    let answerIt = () => {};
    const held = new Promise<void>((resolve) => {
      answerIt = resolve;
    });
    const slow = async (...args: unknown[]) => {
      const answer: unknown = await (pool.query as (...all: unknown[]) => Promise<unknown>)(...args);
      await held;
      return answer;
    };
    reader = new SessionReader({ pool: { query: slow as never }, secret, publicUrl, clock: systemClock });
    const early = ours(cookie);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await end(token);
    reader.forget(cookie);
    const late = ours(cookie);
    answerIt();
    expect([await early, await late, await ours(cookie)]).toEqual([id, null, null]);
  });

  test('by its hour is refused from that moment on, known or not', async () => {
    const clock = fixedClock(new Date());
    reader = new SessionReader({ pool, secret, publicUrl, clock, ticks: () => 0 });
    const { id, cookie } = await makeSession();
    expect(await ours(cookie)).toBe(id);
    clock.set(new Date(Date.now() + 6.6 * day));
    expect(await ours(cookie)).toBeNull();
  });
});

test('knows of a person all that a vote asks', async () => {
  const { id, email, cookie } = await makeSession();
  const common = {
    id,
    name: 'Ming',
    since: new Date('2026-11-01'),
    organizationIds: [],
    holdsSeat: false,
    isThrowaway: false,
  };
  const without = (viewer: Viewer | null) => ({ ...viewer, since: new Date('2026-11-01') });
  expect(without(await reader.viewerOf(cookie))).toEqual({ ...common, email, phone: null, oidc: null, locale: null });

  const byPhone = await makeSession({ phone: '+8613800138000' });
  expect(await reader.viewerOf(byPhone.cookie)).toMatchObject({ phone: '+8613800138000', oidc: null });

  const byLogin = await makeSession();
  await pool.query(
    `insert into accounts (id, user_id, account_id, provider_id, created_at, updated_at)
     values ($1, $2, 'subject-7', 'school', now(), now())`,
    [crypto.randomUUID(), byLogin.id],
  );
  expect(await reader.viewerOf(byLogin.cookie)).toMatchObject({ oidc: 'school:subject-7' });

  const throwaway = await makeSession({ email: 'x@mailinator.com' });
  expect(await reader.viewerOf(throwaway.cookie)).toMatchObject({ isThrowaway: true });
});

test('a thousand requests together are one statement, and none the next time', async () => {
  const sessions: Awaited<ReturnType<typeof makeSession>>[] = [];
  for (let i = 0; i < 200; i += 1) sessions.push(await makeSession());
  const askAll = () => Promise.all(Array.from({ length: 1000 }, (_, i) => ours(sessions[i % sessions.length]?.cookie)));
  const first = await countStatements(async () => {
    expect(new Set(await askAll()).size).toBe(200);
  });
  expect(first.count).toBe(1);
  const second = await countStatements(askAll);
  expect(second.count).toBe(0);
});

test('when the database does not answer, nobody is let in and the next request asks again', async () => {
  let isDown = true;
  const flaky = (...args: unknown[]) =>
    isDown
      ? Promise.reject(new Error('no connection'))
      : (pool.query as (...all: unknown[]) => Promise<unknown>)(...args);
  reader = new SessionReader({ pool: { query: flaky as never }, secret, publicUrl, clock: systemClock });
  const { id, cookie } = await makeSession();
  await expect(Promise.resolve(reader.viewerOf(cookie))).rejects.toThrow('no connection');
  isDown = false;
  expect(await ours(cookie)).toBe(id);
});

test('many that arrive in a turn of the event loop that does not end are read all the same', async () => {
  const { id, cookie } = await makeSession();
  vi.useFakeTimers({ toFake: ['setImmediate'] });
  try {
    const strangers = Array.from({ length: 299 }, (_, i) => signed(`nobody-${i}`));
    const { count } = await countStatements(async () => {
      const found = await Promise.all([cookie, ...strangers].map(ours));
      expect(found).toEqual([id, ...strangers.map(() => null)]);
    });
    expect(count).toBeLessThanOrEqual(2);
  } finally {
    vi.useRealTimers();
  }
});
