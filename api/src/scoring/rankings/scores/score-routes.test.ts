import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../../core/context.ts';
import { type TestCompetition, type TestEntry, makeJudging } from '../../../test/factories.ts';
import { cookieFor, makeTestServer, type TestServer } from '../../../test/server.ts';
import { markEntry } from '../../../test/sheets.ts';
import { sharedWorld } from '../../../test/shared-world.ts';

const world = sharedWorld();
let server: TestServer;
let competition: TestCompetition;
let entry: TestEntry;
let judge: Viewer;

beforeAll(async () => {
  server = await makeTestServer({}, world);
  const made = await makeJudging(world, { entries: 1, judges: 1 });
  competition = made.competition;
  entry = made.entries[0]!;
  judge = made.judges[0]!;
});
afterAll(() => server.close());

const get = async (path: string, viewer: Viewer | null, signal?: AbortSignal) => {
  const headers: Record<string, string> = viewer ? { cookie: await cookieFor(server, viewer.id) } : {};
  return await fetch(`${server.url}${path}`, { headers, ...(signal && { signal }) });
};

test.each(['/api/events/scores?competition=', '/api/exports/scores?format=csv&competition='])(
  '%s is for the organizers of the competition alone',
  async (path) => {
    const status = async (viewer: Viewer | null, slug = competition.slug) =>
      (await get(`${path}${slug}`, viewer)).status;
    expect(await status(null)).toBe(401);
    expect(await status(judge)).toBe(403);
    expect(await status(entry.organization.member)).toBe(403);
    expect(await status(competition.organizer, 'no-such')).toBe(404);
  },
);

test('an organizer hears of a submitted sheet, and takes its scores away as files', async () => {
  const stop = new AbortController();
  const stream = await get(`/api/events/scores?competition=${competition.slug}`, competition.organizer, stop.signal);
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const heard = (async () => {
    for (let text = ''; ;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return text;
      text += chunk.value;
      if (/event: scores\ndata: \{"stage":"[0-9a-f-]{36}"\}\n\n/.test(text)) return 'news';
    }
  })();
  // The line to the database is made once the first listens.
  const listening = "select 1 from pg_stat_activity where datname = current_database() and query = 'listen scores'";
  await expect.poll(async () => (await server.pool.query(listening)).rowCount).toBe(1);
  await markEntry(world, judge, competition.id, entry.id, '8');
  expect(await heard).toBe('news');
  stop.abort();

  const export_ = `/api/exports/scores?competition=${competition.slug}&stage=REVIEW&format=`;
  const csv = await get(`${export_}csv`, competition.organizer);
  expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${competition.slug}-review.csv"`);
  const bytes = Buffer.from(await csv.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString()).toContain('\nEducation,1,needs,8,16,80.00,1\n');
  const xlsx = await get(`${export_}xlsx`, competition.organizer);
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect((await get(`${export_}pdf`, competition.organizer)).status).toBe(400);
});
