import { Events, OAuth2Server, type MutableToken } from 'oauth2-mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookiesOf, makeTestServer, type TestServer } from '../../../test/server.ts';

describe("by an organization's own login", () => {
  const provider = new OAuth2Server();
  let server: TestServer;
  let claims: Record<string, unknown>;
  beforeAll(async () => {
    await provider.issuer.keys.generate('RS256');
    await provider.start(0, '127.0.0.1');
    const origin = `http://127.0.0.1:${provider.address().port}`;
    provider.issuer.url = origin;
    const common = { clientId: 'laurel', clientSecret: 'kept', subject: 'sub' };
    server = await makeTestServer({
      providers: [
        {
          ...common,
          id: 'school',
          name: { zh: '学校', en: 'School' },
          discoveryUrl: `${origin}/.well-known/openid-configuration`,
        },
        {
          ...common,
          id: 'plain',
          name: { zh: '普通', en: 'Plain' },
          authorizationUrl: `${origin}/authorize`,
          tokenUrl: `${origin}/token`,
          userInfoUrl: `${origin}/userinfo`,
          subject: 'openid',
        },
      ],
    });
    provider.service.on(Events.BeforeTokenSigning, ({ payload }: MutableToken) => Object.assign(payload, claims));
    provider.service.on(Events.BeforeUserinfo, ({ body }: { body: object }) => Object.assign(body, claims));
  });
  afterAll(async () => {
    await server.close();
    await provider.stop();
  });

  const start = (slug: string, next = '/c/spring', headers = {}) =>
    server.post('/api/auth/sign-in/social', { provider: slug, next }, headers);
  /** What the browser does: to the provider, and back to the address it names. */
  async function back(started: Response, change = (url: URL) => url): Promise<Response> {
    const { url } = (await started.json()) as { url: string };
    const there = await fetch(url, { redirect: 'manual' });
    const target = change(new URL(there.headers.get('location') ?? ''));
    expect(target.origin).toBe(server.publicUrl);
    const headers = { cookie: cookiesOf(started) };
    return await fetch(`${server.url}${target.pathname}${target.search}`, { headers, redirect: 'manual' });
  }
  const signIn = async (slug: string, said: Record<string, unknown>) => {
    claims = said;
    return await back(await start(slug));
  };
  const identityIn = async (response: Response) => (await server.auth.sessions.viewerOf(cookiesOf(response)))?.oidc;

  test('one is who the provider says, and goes on to where one came from', async () => {
    const response = await signIn('school', { sub: 'S-1001', name: '小明', email: 'ming@example.org' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/c/spring']);
    expect(await identityIn(response)).toBe('school:S-1001');
    const viewer = await server.viewer(cookiesOf(response));
    expect(viewer).toMatchObject({ name: '小明', email: null, phone: null });
    const again = await signIn('school', { sub: 'S-1001', name: '小明', email: 'other@example.org' });
    expect((await server.viewer(cookiesOf(again)))?.id).toBe(viewer?.id);
  });

  test.each([
    ['/c/spring/entries?page=2&order=a-b', '/c/spring/entries?page=2&order=a-b'],
    ["/c/spring?search=(a,b)~'c'#top", '/sign-in?next=%2Fc%2Fspring%3Fsearch%3D%28a%2Cb%29%7E%27c%27%23top'],
  ])('one who came from %s goes on to %s', async (next, location) => {
    claims = { sub: 'S-1001' };
    expect((await back(await start('school', next))).headers.get('location')).toBe(location);
  });

  test('nothing but subject and name is kept', async () => {
    const { rows } = await server.pool.query<{ row: string }>(
      'select users::text || accounts::text as row from users join accounts on accounts.user_id = users.id',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toMatch(/ey[\w-]{10,}\.|ming@example|other@example/);
  });

  test('a mailbox the provider names does not open the account of that mailbox', async () => {
    const email = 'victim@example.org';
    await server.post('/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const otp = /\d{6}/.exec(server.mailbox.kept[0]?.subject ?? '')?.[0];
    const victim = await server.viewer(cookiesOf(await server.post('/api/auth/sign-in/email-otp', { email, otp })));
    expect(victim).toMatchObject({ email });
    const response = await signIn('school', { sub: 'S-6', email, email_verified: true });
    const other = await server.viewer(cookiesOf(response));
    expect(other?.id).not.toBe(victim?.id);
    expect(await identityIn(response)).toBe('school:S-6');
  });

  test('an OAuth 2.0 login without discovery is known by the field that was named', async () => {
    const response = await signIn('plain', { openid: 'o6_bmjrPTlm6', sub: 'ignored', nickname: 'Hong' });
    expect(await identityIn(response)).toBe('plain:o6_bmjrPTlm6');
    expect(await server.viewer(cookiesOf(response))).toMatchObject({ name: 'Hong' });
    expect(await server.viewer(cookiesOf(await signIn('plain', { openid: '7' })))).toMatchObject({ name: '普通' });
  });

  test('whoever comes without a subject is not signed in', async () => {
    const response = await signIn('plain', { sub: 'no openid here' });
    expect(response.headers.get('location')).toMatch(/^(http:\/\/127\.0\.0\.1:4000)?\/sign-in\?/);
    expect(await server.viewer(cookiesOf(response))).toBeNull();
  });

  test.each<[string, (url: URL) => URL]>([
    ['an answer to no question of ours', (url) => (url.searchParams.set('state', 'x'.repeat(32)), url)],
    ['a refusal', (url) => (url.searchParams.delete('code'), url.searchParams.set('error', 'access_denied'), url)],
  ])('%s leads back to the sign-in page and signs nobody in', async (_, change) => {
    claims = { sub: 'S-9' };
    const response = await back(await start('school'), change);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^(http:\/\/127\.0\.0\.1:4000)?\/sign-in\?.*error=/);
    expect(await server.viewer(cookiesOf(response))).toBeNull();
  });

  test("an answer in somebody else's browser signs nobody in", async () => {
    claims = { sub: 'S-10' };
    const started = await start('school');
    const { url } = (await started.json()) as { url: string };
    const target = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '');
    const response = await fetch(`${server.url}${target.pathname}${target.search}`, { redirect: 'manual' });
    expect(await server.viewer(cookiesOf(response))).toBeNull();
  });

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'c',
  ])('one is not led away to %j', async (next) => {
    expect((await start('school', next)).status).toBe(400);
  });

  test('only what is configured exists', async () => {
    expect((await start('wechat')).status).toBe(400);
    expect((await start('google')).status).toBe(400);
    expect((await fetch(`${server.url}/api/auth/callback/google?code=x&state=y`)).status).toBe(404);
    expect((await start('school', '/', { origin: 'https://elsewhere.example' })).status).toBe(403);
    const query = '{ signInMethods { providers { slug name } } }';
    expect(await (await server.post('/graphql', { query })).json()).toMatchObject({
      data: {
        signInMethods: { providers: [{ slug: 'school', name: 'School' }, { slug: 'plain' }] },
      },
    });
  });
});
