import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookiesOf, makeTestServer, type TestServer } from '../../../test/server.ts';
import { placeholderDomain } from '../identity.ts';

const sendPath = '/api/auth/phone-number/send-otp';
const verifyPath = '/api/auth/phone-number/verify';

describe('by phone', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await makeTestServer({ smsDailyBudget: 500 });
  });
  afterAll(() => server.close());

  const codeFor = (number: string) =>
    /\d{6}/.exec(server.mailbox.kept.find((mail) => mail.to === number)?.text ?? '')?.[0] ?? '';
  const send = (phoneNumber: string, headers = {}) => server.post(sendPath, { phoneNumber }, headers);
  const enter = (phoneNumber: string, code: string) => server.post(verifyPath, { phoneNumber, code });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  test('the right code signs in, once, however the number is written', async () => {
    expect((await send('138 0013 8000', { 'accept-language': 'zh-CN' })).status).toBe(200);
    expect(server.mailbox.kept[0]).toMatchObject({ to: '+8613800138000', text: expect.stringContaining('登录验证码') });
    const code = codeFor('+8613800138000');
    const signedIn = await enter('+8613800138000', code);
    expect(await signedIn.clone().json()).toEqual({ success: true });
    const viewer = await server.viewer(cookiesOf(signedIn));
    expect(viewer).toMatchObject({ phone: '+8613800138000', email: null, name: '' });
    expect(await codeOf(await enter('13800138000', code))).toBe('OTP_NOT_FOUND');
    await send('0086-13800138000');
    const again = await enter('13800138000', codeFor('+8613800138000'));
    expect((await server.viewer(cookiesOf(again)))?.id).toBe(viewer?.id);
  });

  test('signing out ends the session at once', async () => {
    await send('13800138001');
    const cookie = cookiesOf(await enter('13800138001', codeFor('+8613800138001')));
    expect(await server.viewer(cookie)).not.toBeNull();
    await server.post('/api/auth/sign-out', {}, { cookie });
    expect(await server.viewer(cookie)).toBeNull();
  });

  test('a wrong code does not, and after five tries neither does the right one; a new one does', async () => {
    await send('13800138002');
    const code = codeFor('+8613800138002');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i += 1) expect(await codeOf(await enter('13800138002', wrong))).toBe('INVALID_OTP');
    expect(await codeOf(await enter('13800138002', code))).toBe('TOO_MANY_ATTEMPTS');
    await send('13800138002');
    expect((await enter('13800138002', codeFor('+8613800138002'))).status).toBe(200);
  });

  test('of fifty people who enter one code at once, one is signed in', async () => {
    await send('13800138003');
    const code = codeFor('+8613800138003');
    const answers = await Promise.all(Array.from({ length: 50 }, () => enter('13800138003', code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await server.pool.query('select 1 from users where phone_number = $1', ['+8613800138003']);
    expect(rows).toHaveLength(1);
  });

  test('neither code nor number lies in the database while it waits', async () => {
    await send('13800138004');
    const { rows } = await server.pool.query<{ row: string }>('select verifications::text as row from verifications');
    const code = codeFor('+8613800138004');
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) {
      expect(row).not.toContain('13800138004');
      expect(row.split(/[^\d]/)).not.toContain(code);
    }
  });

  test('known and unknown numbers are told the same', async () => {
    const known = await send('13800138000');
    const unknown = await send('13900139000');
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  });

  test.each([
    ['a landline', '010-62751234', 'INVALID_PHONE_NUMBER'],
    ['another country', '+44 7400 123456', 'PHONE_COUNTRY'],
    ['words', 'call me', 'INVALID_PHONE_NUMBER'],
    ['an endless number', '1'.repeat(60_000), 'INVALID_PHONE_NUMBER'],
    ['an object', { $ne: null }, 'INVALID_PHONE_NUMBER'],
  ])('%s gets no message', async (_, phoneNumber, code) => {
    const before = server.mailbox.kept.length;
    const response = await server.post(sendPath, { phoneNumber });
    expect([response.status, await codeOf(response)]).toEqual([400, code]);
    expect(server.mailbox.kept).toHaveLength(before);
  });

  test.each([
    ['letters', 'abcdef'],
    ['too short', '12345'],
    ['an object', { $gt: '' }],
  ])('a code of %s is refused before it reaches anything', async (_, code) => {
    expect(await codeOf(await server.post(verifyPath, { phoneNumber: '13800138000', code }))).toBe('INVALID_OTP');
  });

  test('nothing else of the phone plugin can be reached', async () => {
    for (const path of ['sign-in/phone-number', 'phone-number/request-password-reset', 'phone-number/reset-password']) {
      expect((await server.post(`/api/auth/${path}`, { phoneNumber: '13800138000' })).status, path).toBe(404);
    }
  });

  test('the address kept in place of a mailbox opens nothing', async () => {
    const { rows } = await server.pool.query<{ email: string }>(
      'select email from users where phone_number is not null',
    );
    expect(rows[0]?.email).toMatch(new RegExp(`^[0-9a-f]{32}@${placeholderDomain}$`));
    for (const path of ['email-otp/send-verification-otp', 'sign-in/email-otp']) {
      const body = { email: rows[0]?.email, type: 'sign-in', otp: '123456' };
      expect((await server.post(`/api/auth/${path}`, body)).status).toBe(400);
    }
  });

  test('the page learns that there is a phone', async () => {
    const query = '{ signInMethods { hasPhone providers { slug } } }';
    const response = await server.post('/graphql', { query });
    expect(await response.json()).toEqual({ data: { signInMethods: { hasPhone: true, providers: [] } } });
  });
});

test('many thousands of requests from many addresses cost the budget of the day and no more', async () => {
  let messages = 0;
  const sms = { send: async () => void (messages += 1) };
  const server = await makeTestServer({ smsDailyBudget: 40, sms });
  try {
    const answers: number[] = [];
    const ask = async (n: number) => {
      const phoneNumber = `138${String((n * 7919) % 100_000_000).padStart(8, '0')}`;
      const { statusCode } = await server.app.inject({
        method: 'POST',
        url: sendPath,
        remoteAddress: '127.0.0.1',
        headers: { host: '127.0.0.1:4000', 'x-forwarded-for': `10.${n % 200}.${n % 251}.9` },
        payload: { phoneNumber },
      });
      answers.push(statusCode);
    };
    for (let n = 0; n < 5000; n += 100) await Promise.all(Array.from({ length: 100 }, (_, i) => ask(n + i)));
    expect(messages).toBe(40);
    expect(answers.filter((status) => status === 200)).toHaveLength(40);
    expect(answers.filter((status) => status === 429)).toHaveLength(4960);
  } finally {
    await server.close();
  }
});

test('in production a campus behind one address gets in, and a mailbox five codes in ten minutes', async () => {
  const server = await makeTestServer({ isRateLimited: true });
  try {
    const mail = (email: string) =>
      server.post('/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const campus = await Promise.all(Array.from({ length: 200 }, (_, n) => mail(`student${n}@school.example`)));
    expect(new Set(campus.map(({ status }) => status))).toEqual(new Set([200]));
    const phones = Array.from({ length: 100 }, (_, n) => ({ phoneNumber: String(13_800_000_000 + n * 10_007) }));
    const sent = await Promise.all(phones.map((phone) => server.post(sendPath, phone)));

    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    // Spelled differently, it is the same mailbox.
    const again = await Promise.all(Array.from({ length: 8 }, (_, n) => mail(`m.ing+${n}@gmail.com`)));
    expect(again.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 200, 200, 429, 429, 429,
    ]);
    expect(Number(again.find(({ status }) => status === 429)?.headers.get('retry-after'))).toBeGreaterThan(500);
  } finally {
    await server.close();
  }
});

test('where no messages can be sent, the phone is said not to be available', async () => {
  const server = await makeTestServer({ sms: undefined });
  try {
    for (const path of [sendPath, verifyPath]) {
      const response = await server.post(path, { phoneNumber: '13800138000', code: '123456' });
      expect([response.status, await response.json()]).toMatchObject([503, { code: 'PHONE_NOT_AVAILABLE' }]);
    }
  } finally {
    await server.close();
  }
});
