import { Agent, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Admission } from './admission.ts';
import { LoadShedding, sheddingServer } from './load-shedding.ts';
import { Places } from './places.ts';

const secret = 'a secret for tests, thirty-two characters';

let server: Server;
let agent: Agent;
let reached: IncomingMessage[];
/** Requests that were let in and have no answer yet. */
let open: ServerResponse[];

beforeEach(async () => {
  reached = [];
  open = [];
  agent = new Agent({ keepAlive: true });
  // Four have room, and newcomers three of them.
  const handle = (incoming: IncomingMessage, response: ServerResponse) => {
    reached.push(incoming);
    if (incoming.headers['x-at-once']) response.end('{}');
    else open.push(response);
  };
  server = sheddingServer(new LoadShedding(secret, new Admission(() => 0.5, 4)))(handle, {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const response of open) response.end();
  agent.destroy();
  await new Promise((resolve) => server.close(resolve));
});

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

function send(headers: Record<string, string> = {}, path = '/graphql', method = 'POST'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const outgoing = request({ port, host: '127.0.0.1', path, method, agent, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    outgoing.on('error', reject).end(method === 'POST' ? '{"query":"{ serverTime }"}' : undefined);
  });
}

const atOnce = { 'x-at-once': '1' };
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
};

/** Fills the room newcomers have. */
async function fill(): Promise<void> {
  for (let i = 0; i < 3; i += 1) void send().catch(() => undefined);
  await until(() => open.length === 3);
}

const extensionsOf = ({ body }: Answer) =>
  (
    JSON.parse(body) as {
      errors: {
        message: string;
        extensions: { code: string; retryAfterSeconds: number; ahead: number; place: string };
      }[];
    }
  ).errors[0]!.extensions;

describe('a full server', () => {
  beforeEach(fill);

  test('refuses with 503, when to come back, a place and a sentence, and asks nobody', async () => {
    const answer = await send({ 'accept-language': 'en-GB' });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(answer.body)).toEqual({
      errors: [
        {
          message: 'Very many people are here at this moment. Your place in the line is kept.',
          extensions: {
            code: 'OVERLOADED',
            retryAfterSeconds: 1,
            ahead: 1,
            place: expect.stringMatching(/^[\w-]{8}\.1\.[\w-]{22}$/),
          },
        },
      ],
    });
    expect(reached).toHaveLength(3);
  });

  test('speaks Chinese, and the length is that of its bytes', async () => {
    const answer = await send({ 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ message: expect.stringContaining('排队位置') }] });
    expect(Number(answer.headers['content-length'])).toBe(Buffer.byteLength(answer.body));
  });

  test.each([
    ['the page', '/', 'GET'],
    ['health', '/healthz', 'GET'],
    ['a query by GET', '/graphql?query={serverTime}', 'GET'],
    ['signing in', '/api/auth/sign-in/email-otp', 'POST'],
  ])('still serves %s', async (_, path, method) => {
    expect((await send(atOnce, path, method)).status).toBe(200);
  });

  test.each(['/graphql?x=1', '/graphql/', '/%67raphql', '//graphql', '/graphql#'])('sheds %s as well', async (path) => {
    expect((await send(atOnce, path)).status).toBe(503);
  });

  test('keeps the connection, and answers what is sent on it next', async () => {
    const others = agent;
    agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let i = 0; i < 50; i += 1) expect((await send()).status).toBe(503);
    open[0]?.end('{}');
    await until(() => open[0]?.closed === true);
    expect((await send(atOnce)).status).toBe(200);
    others.destroy();
  });

  test('lets in who was called before whoever comes new', async () => {
    const { place } = extensionsOf(await send());
    open[0]?.end('{}');
    await until(() => open[0]?.closed === true);
    // Room for one newcomer, who takes it; a tick later the number of the one who waits is called.
    await new Promise((resolve) => setTimeout(resolve, 120));
    void send().catch(() => undefined);
    await until(() => open.length === 4);
    expect((await send()).status).toBe(503);
    expect((await send({ ...atOnce, 'x-laurel-place': place })).status).toBe(200);
    // Once.
    expect((await send({ ...atOnce, 'x-laurel-place': place })).status).toBe(503);
  });

  test('keeps the place of who comes too early, and gives another one to who brings none of ours', async () => {
    const first = extensionsOf(await send());
    const again = extensionsOf(await send({ 'x-laurel-place': first.place }));
    expect(again.place).toBe(first.place);
    const foreign = new Places(secret).write(1);
    const forged = first.place.replace(/\.1\./, '.2.');
    for (const place of [foreign, forged, `${first.place}x`, 'x', '', '1']) {
      expect(extensionsOf(await send({ 'x-laurel-place': place })).place).not.toBe(first.place);
    }
  });

  test('has room again when a client gives up', async () => {
    const before = open.length;
    for (const response of open) response.destroy();
    await until(() => open.every(({ closed }) => closed));
    expect((await send(atOnce)).status).toBe(200);
    expect(before).toBe(3);
  });
});

test('places are unforgeable, and read back', () => {
  const places = new Places(secret);
  for (const place of [1, 35, 36, 1e6, 2 ** 40]) expect(places.read(places.write(place))).toBe(place);
  const text = places.write(1_234);
  for (let i = 0; i < text.length; i += 1) {
    const other = text[i] === 'a' ? 'b' : 'a';
    expect(places.read(text.slice(0, i) + other + text.slice(i + 1))).toBeNull();
  }
  expect(places.read(['a'])).toBeNull();
});
