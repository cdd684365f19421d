import fc from 'fast-check';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { clientAddress, deviceHash, networkHash, networkOf, trustOf } from './client-network.ts';

const secret = 'a secret for tests, thirty-two characters';

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['192.0.2.78', '192.0.2.0/24'],
  ['192.0.3.77', '192.0.3.0/24'],
  ['::ffff:192.0.2.9', '192.0.2.0/24'],
  ['::ffff:c000:209', '192.0.2.0/24'],
  ['192.0.2.9:5123', '192.0.2.0/24'],
  ['2001:db8:7:1::1', '2001:db8:7::/48'],
  ['2001:db8:7:ffff:1:2:3:4', '2001:db8:7::/48'],
  ['2001:0DB8:0007::1', '2001:db8:7::/48'],
  ['[2001:db8:7::1]:443', '2001:db8:7::/48'],
  ['2001:db8:8::1', '2001:db8:8::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['::1', '0:0:0::/48'],
  ['', 'unknown'],
  ['unknown', 'unknown'],
  ['1', 'unknown'],
  ['0x7f.1', 'unknown'],
  ['999.1.1.1', 'unknown'],
  ['<script>', 'unknown'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('any text has a network, and what is no address adds none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(networkOf(text)).toMatch(/^(unknown|\d+\.\d+\.\d+\.0\/24|[\da-f:]+::\/48)$/);
    }),
  );
});

describe('hashes', () => {
  test('fit a signed 64-bit column, stay within the day, and change with the day, the network and the secret', () => {
    const hash = networkHash(secret, '2026-11-22', '192.0.2.0/24');
    expect(BigInt.asIntN(64, hash)).toBe(hash);
    expect(networkHash(secret, '2026-11-22', '192.0.2.0/24')).toBe(hash);
    expect(networkHash(secret, '2026-11-23', '192.0.2.0/24')).not.toBe(hash);
    expect(networkHash(secret, '2026-11-22', '192.0.3.0/24')).not.toBe(hash);
    expect(networkHash(`${secret}!`, '2026-11-22', '192.0.2.0/24')).not.toBe(hash);
    expect(networkHash(secret, '2026-11-22', '192.0.2.0/24')).toBe(hash);
  });

  test('of devices stay the same over the days', () => {
    const hash = deviceHash(secret, 'd1');
    expect(BigInt.asIntN(64, hash)).toBe(hash);
    expect(deviceHash(secret, 'd1')).toBe(hash);
    expect(deviceHash(secret, 'd2')).not.toBe(hash);
  });
});

/** Networks that a server with these proxies sees in 10,000 requests, each with an address of its own invention. */
async function networksSeen(trustedProxies: string[], forwardedFor: (i: number) => string): Promise<Set<string>> {
  const trust = trustOf(trustedProxies);
  const app = Fastify({ trustProxy: trust ?? false });
  const seen = new Set<string>();
  app.get('/', (request, reply) => {
    seen.add(networkOf(request.ip));
    const { remoteAddress = '' } = request.socket;
    expect(clientAddress(remoteAddress, String(request.headers['x-forwarded-for']), trust)).toBe(request.ip);
    void reply.send('');
  });
  const forge = async (i: number) => {
    const headers = {
      'x-forwarded-for': forwardedFor(i),
      'x-real-ip': `10.9.8.${i % 250}`,
      forwarded: `for=9.9.9.${i}`,
    };
    await app.inject({ url: '/', headers, remoteAddress: '203.0.113.5' });
  };
  await Promise.all(Array.from({ length: 10_000 }, (_, i) => forge(i)));
  await app.close();
  return seen;
}

const invented = (i: number) => `${(i % 220) + 1}.${i % 199}.${i % 251}.7`;

describe('10,000 requests with a forged X-Forwarded-For', () => {
  test('are one network without trusted proxies', async () => {
    const seen = await networksSeen([], invented);
    process.stdout.write(`  10,000 forged addresses: ${seen.size} network\n`);
    expect([...seen]).toEqual(['203.0.113.0/24']);
  });

  test('are one network when they come from elsewhere than the proxy', async () => {
    expect([...(await networksSeen(['198.51.100.0/24'], invented))]).toEqual(['203.0.113.0/24']);
  });

  test('are one network through the proxy, which adds the real client behind what was forged', async () => {
    const seen = await networksSeen(['203.0.113.5'], (i) => `${invented(i)}, 192.0.2.44`);
    expect([...seen]).toEqual(['192.0.2.0/24']);
  });
});

test('through a trusted proxy each real client counts for itself', async () => {
  const seen = await networksSeen(['203.0.113.5'], (i) => `192.0.${i % 100}.1`);
  expect(seen.size).toBe(100);
});
