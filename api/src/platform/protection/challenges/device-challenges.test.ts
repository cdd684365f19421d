import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../core/clock.ts';
import { makeDeviceChallenges } from './device-challenges.ts';
import { makeProtection } from '../protection.ts';
import { solved } from '../testing.ts';

const secret = 'a secret for tests, thirty-two characters';
const clock = fixedClock('2026-11-22T12:00:00Z');

test('a device costs one proof, and the proof buys one', async () => {
  const devices = makeDeviceChallenges(secret, clock, () => 50);
  const proof = solved(await devices.issue('192.0.2.1'));
  expect(devices.accept(proof)).toMatchObject({ challengeId: expect.any(String) });
  expect(devices.accept(proof)).toBeNull();
  expect(devices.accept('nonsense')).toBeNull();
});

test('a network that asks for many devices pays more for each, and others do not', async () => {
  const excesses: number[] = [];
  const devices = makeDeviceChallenges(secret, clock, (excess) => {
    excesses.push(excess);
    return 1;
  });
  for (let i = 0; i < 600; i += 1) await devices.issue(`192.0.2.${i % 200}`);
  await devices.issue('198.51.100.1');
  expect(excesses[0]).toBeLessThan(1);
  expect(excesses[599]).toBe(5);
  expect(excesses[600]).toBeLessThan(1);
});

test('the challenge of the route is taken as the price of a device', async () => {
  const protection = makeProtection({ secret, clock });
  const app = Fastify();
  protection.registerRoutes(app);
  const answer = await app.inject({ url: '/api/challenge?for=device', remoteAddress: '192.0.2.1' });
  expect(answer.headers['cache-control']).toBe('no-store');
  const proof = solved(answer.json<{ challenge: string }>().challenge);
  expect(protection.devicePrice({})).toBe(false);
  expect(protection.devicePrice({ proof: 7 })).toBe(false);
  expect(protection.devicePrice({ proof })).toBe(true);
  expect(protection.devicePrice({ proof })).toBe(false);
  expect((await app.inject('/api/challenge')).statusCode).toBe(400);
  expect((await app.inject('/api/challenge?for=vote')).statusCode).toBe(400);
  await app.close();
});
