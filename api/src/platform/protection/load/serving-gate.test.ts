import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { body, openGate, post, until } from '../../../test/raw-gate.ts';

let gate: Awaited<ReturnType<typeof openGate>>;
beforeEach(async () => {
  gate = await openGate();
});
afterEach(() => gate.close());

describe('where somebody serves at the socket', () => {
  type Done = (bytes: string | null) => void;
  let served: { text: string; socket: Socket; done: Done }[];
  beforeEach(() => {
    served = [];
    gate.shedding.serveBy((request, socket, done) => {
      if (!request.isFor(Buffer.from('/graphql'))) return false;
      served.push({ text: request.body(), socket, done });
      return true;
    });
  });
  const answer = (text: string) => `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  /** A connection whose first request Node has answered. */
  const begun = async () => {
    const client = gate.dial();
    client.write(post('', '/api/nothing'));
    await until(() => gate.waiting.length > 0 && !gate.waiting.at(-1)!.writableEnded);
    gate.waiting.at(-1)!.end('{}');
    await client.heard(1);
    return client;
  };

  test('what it takes is answered by it, one after the other, and never reaches Node', async () => {
    const client = await begun();
    for (let i = 0; i < 5; i += 1) {
      client.write(post());
      await until(() => served.length === i + 1);
      expect(gate.admission.inFlight).toBe(1);
      served[i]!.done(answer(`第${i}`));
      expect(await client.heard(i + 2)).toContain(`第${i}`);
      expect(gate.admission.inFlight).toBe(0);
    }
    expect(gate.waiting).toHaveLength(1);
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
    expect([served.length, gate.waiting.length]).toEqual([1, 1]);
    served[0]!.done(answer('first'));
    await until(() => served.length === 2);
    expect(gate.waiting).toHaveLength(1);
    served[1]!.done(answer('second'));
    await until(() => gate.waiting.length === 2);
    gate.waiting[1]!.end('third');
    await client.heard(4);
    client.write(post().slice(30));
    await until(() => gate.waiting.length === 3);
    gate.waiting[2]!.end('fourth');
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
    await until(() => gate.waiting.length === 2);
    expect(gate.admission.inFlight).toBe(1);
    gate.waiting[1]!.end('{"long":"way"}');
    expect(await client.heard(2)).toContain('{"long":"way"}');
    await until(() => gate.admission.inFlight === 0);
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
      expect(gate.admission.inFlight).toBe(0);
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
      const next = gate.dial();
      await new Promise((resolve) => setTimeout(resolve, 20));
      served.at(-1)!.done(bytes);
      const reached = gate.waiting.length;
      next.write(post('', '/api/mine'));
      await until(() => gate.waiting.length === reached + 1);
      expect(gate.waiting.at(-1)!.req.url).toBe('/api/mine');
      gate.waiting.at(-1)!.end('mine');
      expect(await next.heard(1)).toContain('mine');
      expect(gate.waiting).toHaveLength(reached + 1);
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
        for (const response of gate.waiting) response.end();
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
    expect(gate.admission.inFlight).toBe(0);
  });

  test('room is given back where the client only stopped talking', async () => {
    const client = await begun();
    client.write(post());
    await until(() => served.length === 1);
    client.socket.end();
    await new Promise((resolve) => setTimeout(resolve, 30));
    served[0]!.done(answer('late'));
    expect(gate.admission.inFlight).toBe(0);
  });

  test('a connection that has told nothing whole yet is begun with Node', async () => {
    const client = gate.dial();
    client.write(post());
    await until(() => gate.waiting.length === 1);
    expect(served).toHaveLength(0);
  });

  test('closing waits for what it has taken, and gives it nothing more', async () => {
    const client = await begun();
    client.write(post());
    await until(() => served.length === 1);
    let isClosed = false;
    const closing = gate.shedding.close().then(() => (isClosed = true));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isClosed).toBe(false);
    served[0]!.done(answer('last'));
    await closing;
    expect(await client.heard(2)).toContain('last');
    client.write(post());
    await until(() => gate.waiting.length === 2);
    expect(served).toHaveLength(1);
  });
});
