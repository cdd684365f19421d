import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from '../../test/database.ts';
import { cookieFor, makeTestServer, type TestServer } from '../../test/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await makeTestServer();
});
afterAll(() => server.close());

test('the language somebody uses is kept for messages, and written only when it changes', async () => {
  const id = crypto.randomUUID();
  await server.pool.query(
    "insert into users (id, name, email, created_at, updated_at) values ($1, '', 'kept@example.org', now(), now())",
    [id],
  );
  const cookie = await cookieFor(server, id);
  const kept = async () => (await server.pool.query('select locale from users where id = $1', [id])).rows[0].locale;
  const ask = async (language: string) => {
    await server.post('/graphql', { query: '{ viewer { id } }' }, { cookie, 'accept-language': language });
    await server.keepLocale.write();
  };
  await ask('en');
  expect(await kept()).toBe('en');
  const { statements } = await countStatements(() => ask('en-GB'));
  expect(statements.filter((sql) => sql.includes('locale'))).toEqual([]);
  await ask('zh-CN');
  expect(await kept()).toBe('zh-CN');
  // A program that names no language has not chosen one.
  server.keepLocale.note({ id, email: '', name: '', locale: 'zh-CN' }, undefined);
  await server.keepLocale.write();
  expect(await kept()).toBe('zh-CN');
});
