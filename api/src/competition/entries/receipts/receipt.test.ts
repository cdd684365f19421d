import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import type { Viewer } from '../../../core/context.ts';
import {
  makeCompetition,
  makeEntry,
  makePerson,
  type TestCompetition,
  type TestEntry,
} from '../../../test/factories.ts';
import { cookieFor, makeTestServer, type TestServer } from '../../../test/server.ts';
import { hashOfText } from '../content.ts';
import { instantToTheSecond, shownWith } from './receipt-words.ts';

const world = sharedWorld();
let server: TestServer;
let competition: TestCompetition;
let entry: TestEntry;
beforeAll(async () => {
  server = await makeTestServer({}, world);
  competition = await makeCompetition(world);
  entry = await makeEntry(world, competition, { isAccepted: false, title: '银龄守护𠮷👵' });
  const text = '老人的需求，写得很长很长，没有一个空格。'.repeat(200);
  const change = { projectId: entry.projectId, key: 'needs', version: 1, text };
  await world.act(entry.organization.member, 'saveSection', change);
  await world.act(entry.organization.member, 'resubmitEntry', { entryId: entry.id });
});
afterAll(() => server.close());

const receiptsFor = async (viewer: Viewer | null, args = 'first: 5') =>
  await world.run(
    viewer,
    `query ($slug: String!) { entry(competitionSlug: $slug, number: 1) { timing receipts(${args}) { totalCount pageInfo { hasNextPage endCursor }
      edges { node { revision submittedAt timing submittedBy sha256 code text title sections { key text } facts { name value } files { name } path textPath } } } } }`,
    { slug: competition.slug },
  );

test('every hand-in has a receipt whose hash is that of its text, newest first', async () => {
  for (const viewer of [entry.organization.member, competition.organizer]) {
    const { receipts, timing } = (await receiptsFor(viewer)).data.entry;
    expect(timing).toBe('ON_TIME');
    expect(receipts.totalCount).toBe(2);
    const nodes = receipts.edges.map(({ node }: { node: object }) => node);
    expect(nodes.map(({ revision }: { revision: number }) => revision)).toEqual([2, 1]);
    for (const { text, sha256, code, submittedBy } of nodes) {
      expect(hashOfText(text)).toBe(sha256);
      expect(code).toBe(sha256.slice(0, 8));
      expect(submittedBy).toBe(entry.organization.member.name);
    }
    expect(nodes[0].facts).toContainEqual({ name: 'Category', value: 'Education' });
    expect(nodes[1].sections[0]).toEqual({ key: 'needs', text: '老人无人照料。' });
  }
});

test('receipts come in pages, and strangers, judges of nothing and visitors get none', async () => {
  const { member } = entry.organization;
  const first = (await receiptsFor(member, 'first: 1')).data.entry.receipts;
  expect(first).toMatchObject({ pageInfo: { hasNextPage: true }, edges: [{ node: { revision: 2 } }] });
  const next = (await receiptsFor(member, `first: 1, after: "${first.pageInfo.endCursor}"`)).data.entry.receipts;
  expect(next).toMatchObject({ pageInfo: { hasNextPage: false }, edges: [{ node: { revision: 1 } }] });
  for (const args of ['first: 0', 'first: 101', 'first: 1, after: "eA=="']) {
    expect((await receiptsFor(member, args)).errors[0]?.code, args).toBe('BAD_USER_INPUT');
  }
  await world.act(competition.organizer, 'decideEntry', { entryId: entry.id, verdict: 'ACCEPT' });
  for (const viewer of [null, await makePerson(world)]) {
    expect((await receiptsFor(viewer)).data.entry.receipts).toMatchObject({ totalCount: 0, edges: [] });
  }
});

const get = async (path: string, viewer: Viewer | null) => {
  const headers: Record<string, string> = viewer ? { cookie: await cookieFor(server, viewer.id) } : {};
  return await fetch(`${server.url}${path}`, { headers });
};

test.each(['zh-CN', 'en'])('as a PDF (%s) it is small, and as long as what was handed in', async (lang) => {
  const answer = await get(`/api/receipts/${entry.id}/2.pdf?lang=${lang}`, entry.organization.member);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const bytes = Buffer.from(await answer.arrayBuffer());
  const source = bytes.toString('latin1');
  expect(source.startsWith('%PDF-')).toBe(true);
  expect(Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(source)?.[1])).toBeGreaterThanOrEqual(3);
  expect(source).toMatch(/NotoSansSC-Regular/);
  expect(bytes.length).toBeLessThan(200_000);
});

test('a PDF is for its organization and the organizers alone', async () => {
  const path = `/api/receipts/${entry.id}/1.pdf`;
  expect((await get(path, null)).status).toBe(401);
  expect((await get(path, await makePerson(world))).status).toBe(404);
  expect((await get(path, competition.organizer)).status).toBe(200);
  const text = await get(path.replace('pdf', 'txt'), competition.organizer);
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const [row] = await world.sql<{ sha256: string }>(
    'select sha256 from entry_revisions where entry_id = ? and revision = 1',
    [entry.id],
  );
  expect(hashOfText(await text.text())).toBe(row?.sha256);
  for (const wrong of ['x/1.pdf', `${entry.id}/3.pdf`, `${entry.id}/0.pdf`, `${entry.id}/1.doc`]) {
    expect((await get(`/api/receipts/${wrong}`, competition.organizer)).status, wrong).toBe(404);
  }
});

test('what a font lacks is shown as its code point, and the end of a line is one', () => {
  expect(shownWith((codePoint) => codePoint < 0x10000, 'a𠮷\r\nb\u0007\tc')).toBe('a[U+20BB7]\nb[U+0007]    c');
});

test.each([
  ['zh-CN', 'Asia/Shanghai', '2026-11-21 20:00:05 (北京时间, GMT+8)'],
  ['en', 'Europe/Berlin', '2026-11-21 13:00:05 (Europe/Berlin, GMT+1)'],
] as const)('a time is told to the second, with its zone (%s)', (locale, zone, words) => {
  expect(instantToTheSecond(locale, new Date('2026-11-21T12:00:05.900Z'), zone)).toBe(words);
});
