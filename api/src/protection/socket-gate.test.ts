import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Admission } from './admission.ts';
import { LoadShedding, sheddingServer } from './load-shedding.ts';

const secret = 'a secret for tests, thirty-two characters';
const body = '{"query":"{ serverTime }"}';
const post = (headers = '', path = '/graphql') =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n${headers}\r\n${body}`;

const open: Socket[] = [];
const servers: Server[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});
async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('a watched connection', () => {
  let port: number;
  let shedding: LoadShedding;
  let admission: Admission;
  /** What reached the HTTP server. */
  let waiting: ServerResponse[];

  beforeEach(async () => {
    waiting = [];
    admission = new Admission(() => 0.5, 4);
    shedding = new LoadShedding(secret, admission);
    const handle = ({ url }: IncomingMessage, response: ServerResponse) => {
      if (url === '/at-once') response.end('x'.repeat(2000));
      else waiting.push(response);
    };
    port = await listen(sheddingServer(shedding)(handle, {}));
  });
  /** Newcomers have room for three. */
  const fill = async () => {
    for (let i = 0; i < 3; i += 1) dial().write(post());
    await until(() => waiting.length === 3);
  };

  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  /** A client that sees bytes as they are. */
  function dial() {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    open.push(socket);
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.on('error', () => undefined);
    const answers = () => text.split(/(?=HTTP\/1\.1 )/).filter(Boolean);
    return {
      socket,
      write: (data: string) => socket.write(data),
      answers,
      heard: async (count: number) => {
        await until(() => answers().length >= count && answers().at(-1)!.includes('\r\n\r\n'));
        return answers().at(-1)!;
      },
    };
  }
  /** Only Node itself says how long it keeps a connection. */
  const isRaw = (answer: string) => answer.startsWith('HTTP/1.1 503') && !answer.includes('Keep-Alive');

  test('a new connection hears its first refusal from Node and the next ones at the socket', async () => {
    await fill();
    const client = dial();
    client.write(post());
    expect(isRaw(await client.heard(1))).toBe(false);
    for (let i = 2; i < 6; i += 1) {
      client.write(post('Accept-Language: zh\r\n'));
      const answer = await client.heard(i);
      expect(isRaw(answer)).toBe(true);
      const [head = '', json = ''] = answer.split('\r\n\r\n');
      expect(Number(/content-length: (\d+)/.exec(head)?.[1])).toBe(Buffer.byteLength(json));
      expect(JSON.parse(json)).toMatchObject({
        errors: [
          { message: expect.stringContaining('排队位置'), extensions: { code: 'OVERLOADED', retryAfterSeconds: 1 } },
        ],
      });
    }
    expect(waiting).toHaveLength(3);
  });

  test('what is let in at the socket is answered in turn, and no refusal overtakes it', async () => {
    await fill();
    const client = dial();
    client.write(post());
    await client.heard(1);
    client.write(post());
    expect(isRaw(await client.heard(2))).toBe(true);
    waiting[0]?.end('{}');
    await until(() => waiting[0]!.closed);
    client.write(post());
    await until(() => waiting.length === 4);
    // Sent before the answer: it must not overtake it.
    client.write(post());
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(client.answers()).toHaveLength(2);
    waiting[3]?.end('{"data":1}');
    await client.heard(3);
    expect(client.answers()[2]).toContain('{"data":1}');
    expect(await client.heard(4)).toContain('OVERLOADED');
    client.write(post());
    await until(() => waiting.length === 5);
  });

  test('a place is heard at the socket as well', async () => {
    await fill();
    const client = dial();
    client.write(post());
    const place = /"place":"([^"]+)"/.exec(await client.heard(1))![1]!;
    client.write(post(`X-Laurel-Place: ${place}\r\n`));
    const again = await client.heard(2);
    expect(isRaw(again)).toBe(true);
    expect(again).toContain(`"place":"${place}"`);
  });

  test('a request in pieces is left to Node, and so is all that follows it', async () => {
    await fill();
    const client = dial();
    client.write(post());
    await client.heard(1);
    client.write(post().slice(0, 70));
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.write(post().slice(70));
    expect(isRaw(await client.heard(2))).toBe(false);
    client.write(post());
    expect(isRaw(await client.heard(3))).toBe(false);
  });

  test('a request within the body of another is not one', async () => {
    await fill();
    const client = dial();
    client.write(post());
    await client.heard(1);
    const inner = post();
    client.write(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: ${inner.length}\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.write(inner);
    await client.heard(2);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(client.answers()).toHaveLength(2);
  });

  test('room taken by a request that Node finds fault with is given back', async () => {
    await fill();
    const client = dial();
    client.write(post());
    await client.heard(1);
    for (const response of waiting) response.end('{}');
    await until(() => waiting.every(({ closed }) => closed));
    for (let i = 0; i < 20; i += 1) {
      const faulty = dial();
      faulty.write(post('', '/api/nothing'));
      await until(() => waiting.length === 4 + i);
      waiting.at(-1)!.end('{}');
      await faulty.heard(1);
      faulty.write(post().replace('Host: 127.0.0.1\r\n', ''));
      await until(() => faulty.socket.closed);
    }
    const next = dial();
    next.write(post());
    await until(() => waiting.length === 24);
  });

  describe('where somebody serves at the socket', () => {
    type Done = (bytes: string | null) => void;
    let served: { text: string; socket: Socket; done: Done }[];
    beforeEach(() => {
      served = [];
      shedding.serveBy((request, socket, done) => {
        if (!request.isFor(Buffer.from('/graphql'))) return false;
        served.push({ text: request.body(), socket, done });
        return true;
      });
    });
    const answer = (text: string) => `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    /** A connection whose first request Node has answered. */
    const begun = async () => {
      const client = dial();
      client.write(post('', '/api/nothing'));
      await until(() => waiting.length > 0 && !waiting.at(-1)!.writableEnded);
      waiting.at(-1)!.end('{}');
      await client.heard(1);
      return client;
    };

    test('what it takes is answered by it, one after the other, and never reaches Node', async () => {
      const client = await begun();
      for (let i = 0; i < 5; i += 1) {
        client.write(post());
        await until(() => served.length === i + 1);
        expect(admission.inFlight).toBe(1);
        served[i]!.done(answer(`第${i}`));
        expect(await client.heard(i + 2)).toContain(`第${i}`);
        expect(admission.inFlight).toBe(0);
      }
      expect(waiting).toHaveLength(1);
      expect(served[0]!.text).toBe(body);
    });

    test('what comes meanwhile waits for its turn, whoever it is for', async () => {
      const client = await begun();
      client.write(post());
      await until(() => served.length === 1);
      client.write(post());
      await new Promise((resolve) => setTimeout(resolve, 20));
      client.write(post('', '/api/nothing'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      client.write(post().slice(0, 30));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect([served.length, waiting.length]).toEqual([1, 1]);
      served[0]!.done(answer('first'));
      await until(() => served.length === 2);
      expect(waiting).toHaveLength(1);
      served[1]!.done(answer('second'));
      await until(() => waiting.length === 2);
      waiting[1]!.end('third');
      await client.heard(4);
      client.write(post().slice(30));
      await until(() => waiting.length === 3);
      waiting[2]!.end('fourth');
      await client.heard(5);
      expect(client.answers().map((one) => /(first|second|third|fourth)/.exec(one)?.[0])).toEqual([
        undefined,
        'first',
        'second',
        'third',
        'fourth',
      ]);
    });

    test('what it gives back goes on to Node, once, and counts once', async () => {
      const client = await begun();
      client.write(post());
      await until(() => served.length === 1);
      served[0]!.done(null);
      await until(() => waiting.length === 2);
      expect(admission.inFlight).toBe(1);
      waiting[1]!.end('{"long":"way"}');
      expect(await client.heard(2)).toContain('{"long":"way"}');
      await until(() => admission.inFlight === 0);
      client.write(post());
      await until(() => served.length === 2);
    });

    test('room is given back where the client has gone meanwhile', async () => {
      for (const bytes of [answer('late'), null]) {
        const client = await begun();
        const { length } = served;
        client.write(post());
        await until(() => served.length === length + 1);
        client.socket.resetAndDestroy();
        await new Promise((resolve) => setTimeout(resolve, 30));
        served.at(-1)!.done(bytes);
        expect(admission.inFlight).toBe(0);
      }
    });

    test('what a client that has gone left waiting reaches nobody else', async () => {
      for (const bytes of [answer('late'), null]) {
        const client = await begun();
        const { length } = served;
        client.write(post());
        await until(() => served.length === length + 1);
        client.write('POST /api/steal HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\nq=');
        await new Promise((resolve) => setTimeout(resolve, 20));
        client.socket.resetAndDestroy();
        await until(() => served.at(-1)!.socket.destroyed);
        // Node hands the parser of the one that has gone to the next that comes.
        const next = dial();
        await new Promise((resolve) => setTimeout(resolve, 20));
        served.at(-1)!.done(bytes);
        const reached = waiting.length;
        next.write(post('', '/api/mine'));
        await until(() => waiting.length === reached + 1);
        expect(waiting.at(-1)!.req.url).toBe('/api/mine');
        waiting.at(-1)!.end('mine');
        expect(await next.heard(1)).toContain('mine');
        expect(waiting).toHaveLength(reached + 1);
      }
    });

    test('thousands of requests behind one that is served wait for Node to want them', async () => {
      // Node stops reading where nobody reads its answers.
      const thrown: unknown[] = [];
      const note = (error: unknown) => void thrown.push(error);
      process.on('uncaughtException', note).on('unhandledRejection', note);
      try {
        for (const bytes of [answer('late'), null]) {
          const client = await begun();
          const { length } = served;
          client.socket.pause();
          client.write(post());
          await until(() => served.length === length + 1);
          const many = 'GET /at-once HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(3000);
          client.write(many);
          client.write(many);
          await new Promise((resolve) => setTimeout(resolve, 50));
          served.at(-1)!.done(bytes);
          await new Promise((resolve) => setTimeout(resolve, 100));
          for (const response of waiting) response.end();
          await new Promise((resolve) => setTimeout(resolve, 100));
          client.socket.destroy();
        }
      } finally {
        process.off('uncaughtException', note).off('unhandledRejection', note);
      }
      expect(thrown).toEqual([]);
    });

    test('the clock of idle connections stands still while somebody is served', async () => {
      const client = await begun();
      client.write(post());
      await until(() => served.length === 1);
      expect(served[0]!.socket.timeout).toBe(0);
      served[0]!.done(answer('first'));
      await client.heard(2);
      expect(served[0]!.socket.timeout).toBeGreaterThan(0);
    });

    test('who leaves the answers unread is let go', async () => {
      const client = await begun();
      client.socket.pause();
      const long = answer('x'.repeat(200_000));
      const isLetGo = () => served[0]?.socket.destroyed ?? false;
      // What the system keeps for a client is some megabytes.
      for (let asked = 0; asked < 200 && !isLetGo(); asked += 1) {
        client.write(post());
        await until(() => served.length > asked || isLetGo());
        served[asked]?.done(long);
      }
      expect(isLetGo()).toBe(true);
      expect(served.length).toBeLessThan(200);
      expect(admission.inFlight).toBe(0);
    });

    test('room is given back where the client only stopped talking', async () => {
      const client = await begun();
      client.write(post());
      await until(() => served.length === 1);
      client.socket.end();
      await new Promise((resolve) => setTimeout(resolve, 30));
      served[0]!.done(answer('late'));
      expect(admission.inFlight).toBe(0);
    });

    test('a connection that has told nothing whole yet is begun with Node', async () => {
      const client = dial();
      client.write(post());
      await until(() => waiting.length === 1);
      expect(served).toHaveLength(0);
    });

    test('closing waits for what it has taken, and gives it nothing more', async () => {
      const client = await begun();
      client.write(post());
      await until(() => served.length === 1);
      let isClosed = false;
      const closing = shedding.close().then(() => (isClosed = true));
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(isClosed).toBe(false);
      served[0]!.done(answer('last'));
      await closing;
      expect(await client.heard(2)).toContain('last');
      client.write(post());
      await until(() => waiting.length === 2);
      expect(served).toHaveLength(1);
    });
  });
});
