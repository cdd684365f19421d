import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGate, post, until } from '../../../test/raw-gate.ts';

let gate: Awaited<ReturnType<typeof openGate>>;
beforeEach(async () => {
  gate = await openGate();
});
afterEach(() => gate.close());

describe('a watched connection', () => {
  /** Only Node itself says how long it keeps a connection. */
  const isRaw = (answer: string) => answer.startsWith('HTTP/1.1 503') && !answer.includes('Keep-Alive');

  test('a new connection hears its first refusal from Node and the next ones at the socket', async () => {
    await gate.fill();
    const client = gate.dial();
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
    expect(gate.waiting).toHaveLength(3);
  });

  test('what is let in at the socket is answered in turn, and no refusal overtakes it', async () => {
    await gate.fill();
    const client = gate.dial();
    client.write(post());
    await client.heard(1);
    client.write(post());
    expect(isRaw(await client.heard(2))).toBe(true);
    gate.waiting[0]?.end('{}');
    await until(() => gate.waiting[0]!.closed);
    client.write(post());
    await until(() => gate.waiting.length === 4);
    // Sent before the answer: it must not overtake it.
    client.write(post());
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(client.answers()).toHaveLength(2);
    gate.waiting[3]?.end('{"data":1}');
    await client.heard(3);
    expect(client.answers()[2]).toContain('{"data":1}');
    expect(await client.heard(4)).toContain('OVERLOADED');
    client.write(post());
    await until(() => gate.waiting.length === 5);
  });

  test('a place is heard at the socket as well', async () => {
    await gate.fill();
    const client = gate.dial();
    client.write(post());
    const place = /"place":"([^"]+)"/.exec(await client.heard(1))![1]!;
    client.write(post(`X-Laurel-Place: ${place}\r\n`));
    const again = await client.heard(2);
    expect(isRaw(again)).toBe(true);
    expect(again).toContain(`"place":"${place}"`);
  });

  test('a request in pieces is left to Node, and so is all that follows it', async () => {
    await gate.fill();
    const client = gate.dial();
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
    await gate.fill();
    const client = gate.dial();
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
    await gate.fill();
    const client = gate.dial();
    client.write(post());
    await client.heard(1);
    for (const response of gate.waiting) response.end('{}');
    await until(() => gate.waiting.every(({ closed }) => closed));
    for (let i = 0; i < 20; i += 1) {
      const faulty = gate.dial();
      faulty.write(post('', '/api/nothing'));
      await until(() => gate.waiting.length === 4 + i);
      gate.waiting.at(-1)!.end('{}');
      await faulty.heard(1);
      faulty.write(post().replace('Host: 127.0.0.1\r\n', ''));
      await until(() => faulty.socket.closed);
    }
    const next = gate.dial();
    next.write(post());
    await until(() => gate.waiting.length === 24);
  });
});
