import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeTestServer } from './server.ts';
import { secret } from './world.ts';

test('while the database is away a request is told to come back, in its language, and the server lives on', async () => {
  const server = await makeTestServer();
  const token = 'a-token-that-was-never-given';
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  const cookie = `laurel.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  await server.pool.end();
  const ask = (language: string) =>
    server.post('/graphql', { query: '{ serverTime }' }, { cookie, 'accept-language': language });
  const english = await ask('en');
  expect(english.status).toBe(503);
  expect(english.headers.get('retry-after')).toBe('2');
  expect(await english.json()).toEqual({
    errors: [
      {
        message: expect.stringMatching(/Nothing of yours is lost/),
        extensions: { code: 'OVERLOADED', retryAfterSeconds: 2 },
      },
    ],
  });
  expect(await (await ask('zh-CN')).text()).toMatch(/没有丢失/);
  // A visitor needs no session, so nothing is asked.
  expect((await server.post('/graphql', { query: '{ serverTime }' })).status).toBe(200);
  await server.close().catch(() => undefined);
});
