import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import type { Viewer } from '../../../core/context.ts';
import { makeCompetition, makePerson, type TestCompetition } from '../../../test/factories.ts';
import { cookieFor, makeTestServer, type TestServer } from '../../../test/server.ts';
import type { ImportState } from '../entry-import.entity.ts';

const world = sharedWorld();
let server: TestServer;
let competition: TestCompetition;
let cookie: string;
beforeAll(async () => {
  server = await makeTestServer({}, world);
  competition = await makeCompetition(world);
  cookie = await cookieFor(server, competition.organizer.id);
});
afterAll(() => server.close());

const table = Buffer.from('Category,Title (Chinese)\r\nEducation,银龄守护');

async function begin(): Promise<{ id: string; url: string }> {
  const { entryImport, url } = await world.act(
    competition.organizer,
    'beginImport',
    { competitionId: competition.id, name: 'entries.csv', size: table.length },
    '... on BeginImportSuccess { entryImport { id } url }',
  );
  return { id: entryImport.id, url };
}

const put = (url: string, body: Buffer, as = cookie) =>
  fetch(`${server.url}${url}`, { method: 'PUT', body: new Uint8Array(body), headers: { cookie: as } });
const codeOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code];
};
const rowOf = async (id: string) => {
  const [row] = await world.sql<{ state: ImportState; key: string | null; sha256: string | null }>(
    'select state, key, sha256 from entry_imports where id = ?',
    [id],
  );
  return row!;
};
const isKept = async (key: string): Promise<boolean> => {
  const body = await world.storage.read(key);
  body?.destroy();
  return body !== null;
};

test('a table is kept, and a second one takes its place', async () => {
  const { id, url } = await begin();
  expect((await put(url, table)).status).toBe(204);
  const first = await rowOf(id);
  expect(first).toMatchObject({ state: 'RECEIVED', key: expect.stringContaining(id) });
  const other = Buffer.from(table);
  other.write('F', 0);
  expect((await put(url, other)).status).toBe(204);
  const second = await rowOf(id);
  expect(second.sha256).not.toBe(first.sha256);
  expect([await isKept(first.key!), await isKept(second.key!)]).toEqual([false, true]);
});

test('what is shorter or longer than was said is not', async () => {
  const { id, url } = await begin();
  for (const body of [table.subarray(1), Buffer.concat([table, table])]) {
    expect(await codeOf(await put(url, body))).toEqual([400, 'UPLOAD_WRONG_LENGTH']);
  }
  expect(await rowOf(id)).toMatchObject({ key: null });
});

test('to all but the organizer who began it, it does not exist', async () => {
  const { id, url } = await begin();
  const stranger: Viewer = await makePerson(world);
  const other = await makeCompetition(world);
  for (const person of [stranger, other.organizer]) {
    expect(await codeOf(await put(url, table, await cookieFor(server, person.id)))).toEqual([404, 'NOT_FOUND']);
  }
  expect(await codeOf(await put(url, table, ''))).toEqual([404, 'NOT_FOUND']);
  expect(await codeOf(await put('/api/imports/nonsense', table))).toEqual([404, 'NOT_FOUND']);
  expect(await rowOf(id)).toMatchObject({ key: null });
});

test('a table that was on its way while another copy was imported changes nothing', async () => {
  const { id, url } = await begin();
  expect((await put(url, table)).status).toBe(204);
  const before = await rowOf(id);
  // All of it has come by then, and was let in when it began.
  const keep = world.storage.keep.bind(world.storage);
  vi.spyOn(world.storage, 'keep').mockImplementationOnce(async (...file) => {
    await keep(...file);
    const check = "update entry_imports set state = 'CHECKED', checked_at = now(), problem_count = 0 where id = ?";
    await world.sql(check, [id]);
    await world.sql("update entry_imports set state = 'IMPORTED', imported_at = now() where id = ?", [id]);
  });
  expect(await codeOf(await put(url, table))).toEqual([404, 'NOT_FOUND']);
  const [kept] = vi.mocked(world.storage.keep).mock.calls.at(-1) ?? [''];
  vi.restoreAllMocks();
  expect(kept).not.toBe(before.key);
  expect(await isKept(kept)).toBe(false);
  expect(await rowOf(id)).toEqual({ ...before, state: 'IMPORTED' });
  expect(await isKept(before.key!)).toBe(true);
  expect(await codeOf(await put(url, table))).toEqual([404, 'NOT_FOUND']);
});
