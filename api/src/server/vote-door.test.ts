import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../core/context.ts';
import { sql } from '../test/act.ts';
import { makeCompetition, makeEntry, makePerson, over, type TestCompetition } from '../test/factories.ts';
import { cookieFor, makeTestServer, type TestServer } from '../test/server.ts';
import { sharedWorld } from '../test/shared-world.ts';

/** As our pages send it. */
const query = `mutation CastVote($input: CastVoteInput!) { castVote(input: $input) { __typename
    ... on CastVoteSuccess { votesLeftToday vote { id castAt day receipt state points ordinal __typename } }
    ... on AlreadyVotedError { vote { id receipt __typename } }
    ... on ChallengeNeededError { challenge } ... on UserError { message } } }`;

const world = sharedWorld();
let server: TestServer;
let competition: TestCompetition;
/** Requests that reached the HTTP server. */
let reached = 0;
beforeAll(async () => {
  server = await makeTestServer({ clock: world.clock }, world);
  server.app.server.on('request', () => (reached += 1));
  competition = await makeCompetition(world, { votesPerDay: 5 });
});
afterAll(async () => {
  await server.close();
});

const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.destroy()));

interface Answer {
  /** The first line, and the others in order, but for the date. */
  head: string[];
  body: string;
}

/** A client that decides into how many pieces a request falls. */
async function dial() {
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', noDelay: true });
  open.push(socket);
  let text = Buffer.alloc(0);
  socket.on('data', (data) => (text = Buffer.concat([text, data])));
  const ask = async (...pieces: string[]): Promise<Answer> => {
    text = Buffer.alloc(0);
    for (const piece of pieces) {
      socket.write(piece);
      if (pieces.length > 1) await new Promise((resolve) => setTimeout(resolve, 30));
    }
    for (;;) {
      const end = text.indexOf('\r\n\r\n');
      const lines = text.toString('latin1', 0, Math.max(0, end)).split('\r\n');
      const length = Number(/content-length: (\d+)/i.exec(lines.join('\n'))?.[1] ?? Number.NaN);
      if (end > 0 && text.length >= end + 4 + length) {
        const [first = '', ...others] = lines.filter((line) => !/^date:/i.test(line));
        return { head: [first, ...others.toSorted()], body: text.toString('utf8', end + 4) };
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  // Its first request, from which the server learns besides what answers to this Accept header look like.
  await ask(written({ query: '{ serverTime }' }));
  return ask;
}

function written(body: object | string, headers: Record<string, string> = {}, path = '/graphql'): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const lines = Object.entries({
    Host: '127.0.0.1:4000',
    Origin: 'http://127.0.0.1:4000',
    Accept: 'application/graphql-response+json, application/json;q=0.9',
    'Accept-Language': 'en',
    'Content-Type': 'application/json',
    'Content-Length': `${Buffer.byteLength(text)}`,
    ...headers,
  });
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`;
}

/** Somebody who has been here for a while; who has just come is asked for a proof of work. */
async function makeVoter(): Promise<Viewer> {
  const person = await makePerson(world);
  await sql(world, "update users set created_at = created_at - interval '1 day' where id = ?", [person.id]);
  return person;
}
const halves = (text: string) => [text.slice(0, 60), text.slice(60)];
const vote = (entryId: string, key: string = crypto.randomUUID()) => ({
  operationName: 'CastVote',
  query,
  variables: { input: { entryId, key } },
});
const typeIn = ({ body }: Answer): unknown =>
  (JSON.parse(body) as { data?: { castVote?: { __typename?: string } } }).data?.castVote?.__typename;

describe('a vote at the door', () => {
  test('is answered to the letter as the long way answers it, and without the HTTP server', async () => {
    const entry = await makeEntry(world, competition);
    const closed = await makeEntry(world, await makeCompetition(world, { stages: { VOTING: over } }));
    const voter = await makeVoter();
    const cookie = await cookieFor(server, voter.id);
    const member = await cookieFor(server, entry.organization.member.id);
    const first = vote(entry.id);
    const cases: [string, string, object][] = [
      ['CastVoteSuccess', cookie, first],
      ['AlreadyVotedError', cookie, vote(entry.id)],
      ['OwnOrganizationError', member, vote(entry.id)],
      ['VotingClosedError', cookie, vote(closed.id)],
    ];
    const [whole, inPieces] = [await dial(), await dial()];
    for (const [type, from, body] of cases) {
      for (const language of ['en', 'zh-CN,zh;q=0.9']) {
        const text = written(body, { Cookie: from, 'Accept-Language': language });
        const before = reached;
        const quick = await whole(text);
        expect([typeIn(quick), reached - before]).toEqual([type, 0]);
        expect(quick).toEqual(await inPieces(...halves(text)));
        expect(reached - before).toBe(1);
      }
    }
    expect(await sql(world, 'select count(*)::int as count from votes where entry_id = ?', [entry.id])).toEqual([
      { count: 1 },
    ]);
  });

  test('comes from the address that the proxy tells', async () => {
    const entry = await makeEntry(world, competition);
    const ask = await dial();
    const networkFor = async (viewer: Viewer, headers: Record<string, string>, inPieces = false) => {
      const text = written(vote(entry.id), { Cookie: await cookieFor(server, viewer.id), ...headers });
      expect(typeIn(await (inPieces ? (await dial())(...halves(text)) : ask(text)))).toBe('CastVoteSuccess');
      const rows = await sql(world, 'select network::text from votes where entry_id = ? order by cast_at', [entry.id]);
      return rows.map(({ network }) => network);
    };
    const before = reached;
    await networkFor(await makeVoter(), { 'X-Forwarded-For': '198.51.100.7' });
    await networkFor(await makeVoter(), { 'X-Forwarded-For': '8.8.8.8, 198.51.100.9' });
    const networks = await networkFor(await makeVoter(), {});
    expect(reached).toBe(before);
    // Of one /24, whatever was said before it by somebody whom nobody trusts; and nobody's word is the proxy's own.
    expect(new Set(networks).size).toBe(2);
    const all = await networkFor(await makeVoter(), { 'X-Forwarded-For': '1.1.1.1, 198.51.100.8' }, true);
    expect(new Set(all).size).toBe(2);
  });
});

describe('the long way answers', () => {
  const refusedBefore = async (text: string, status: number) => {
    const ask = await dial();
    const before = reached;
    const answer = await ask(text);
    expect(answer.head[0]).toContain(` ${status} `);
    expect(reached).toBe(before + 1);
    return answer;
  };

  test.each([
    ['a page elsewhere', 403, { Origin: 'https://elsewhere.example' }],
    ['a name that is not ours', 421, { Host: 'elsewhere.example' }],
    ['another charset', 415, { 'Content-Type': 'application/json; charset=utf-16' }],
    ['a form', 400, { 'Content-Type': 'text/plain' }],
  ])('%s with %s', async (_, status, headers) => {
    const entry = await makeEntry(world, competition);
    const cookie = await cookieFor(server, (await makePerson(world)).id);
    await refusedBefore(written(vote(entry.id), { Cookie: cookie, ...headers }), status);
    expect(await sql(world, 'select 1 from votes where entry_id = ?', [entry.id])).toEqual([]);
  });

  test.each([
    ['no JSON', '{"query":'],
    ['a poisoned prototype', `{"query":${JSON.stringify(query)},"variables":{},"__proto__":{"a":1}}`],
    ['a prototype poisoned in disguise', `{"query":${JSON.stringify(query)},"variables":{},"\\u005f_proto__":{"a":1}}`],
    ['a poisoned constructor', `{"query":${JSON.stringify(query)},"constructor":{"prototype":{"a":1}}}`],
  ])('%s', async (_, body) => {
    await refusedBefore(written(body), 400);
  });

  test('other operations, a visitor, and an entry that is not there', async () => {
    expect((await refusedBefore(written(vote(crypto.randomUUID())), 200)).body).toContain('"errors"');
    expect((await refusedBefore(written({ query: '{ viewer { id } }' }), 200)).body).toBe('{"data":{"viewer":null}}\n');
    const cookie = await cookieFor(server, (await makePerson(world)).id);
    const text = written(vote(crypto.randomUUID()), { Cookie: cookie });
    expect((await refusedBefore(text, 200)).body).toContain('NOT_FOUND');
  });
});

test('a vote that the door gives back is tried once more, not twice', async () => {
  const roomy = await makeCompetition(world, { votesPerDay: 100 });
  const [entry, other] = [await makeEntry(world, roomy), await makeEntry(world, roomy)];
  const cookie = await cookieFor(server, (await makeVoter()).id);
  const ask = await dial();
  const key = crypto.randomUUID();
  expect(typeIn(await ask(written(vote(entry.id, key), { Cookie: cookie })))).toBe('CastVoteSuccess');
  // The key was another vote's. Thirty attempts a minute are everybody's, and each of these is two.
  const answers: string[] = [];
  for (let i = 0; i < 15; i += 1) answers.push((await ask(written(vote(other.id, key), { Cookie: cookie }))).body);
  expect(answers.findIndex((body) => body.includes('OverloadedError'))).toBe(14);
});

test('a server that goes down answers what it has taken, and stores no vote that it did not acknowledge', async () => {
  const going = await makeTestServer({ clock: world.clock }, world);
  const entry = await makeEntry(world, competition);
  const voters = await Promise.all(Array.from({ length: 40 }, makeVoter));
  const cookies = await Promise.all(voters.map(({ id }) => cookieFor(going, id)));
  const kept = server;
  server = going;
  const clients = await Promise.all(cookies.map(() => dial()));
  const answers = clients.map((ask, i) => ask(written(vote(entry.id), { Cookie: cookies[i]! })));
  // They are on their way, and some have arrived.
  await answers[0];
  const types = Promise.all(
    answers.map((answer) => Promise.race([answer.then(typeIn), new Promise((resolve) => setTimeout(resolve, 3000))])),
  );
  await going.close();
  server = kept;
  const counted = (await types).filter((type) => type === 'CastVoteSuccess').length;
  expect(counted).toBeGreaterThan(0);
  const [{ count } = { count: -1 }] = await sql(world, 'select count(*)::int as count from votes where entry_id = ?', [
    entry.id,
  ]);
  expect(counted).toBe(count);
});
