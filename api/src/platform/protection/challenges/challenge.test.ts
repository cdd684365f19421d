import { createChallenge, solveChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { describe, expect, test } from 'vitest';
import { Challenges, signingSecret, type Purpose } from './challenge.ts';
import { difficulty } from './difficulty.ts';
import { payloadOf, solved } from '../testing.ts';

const secret = 'a secret for tests, thirty-two characters';
const now = new Date('2026-11-22T12:00:00Z');
const purpose: Purpose = { action: 'vote', competition: 'c1', subject: 'v1' };
const challenges = new Challenges(secret);
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('a solved challenge is accepted for its purpose until it expires', () => {
  const proof = solved(challenges.issue(purpose, 100, now));
  const proven = challenges.verify(proof, purpose, later(9));
  expect(proven).toEqual({ challengeId: expect.stringMatching(/^[\da-f]{32}$/), challengeExpiresAt: later(10) });
  expect(challenges.verify(proof, purpose, later(11))).toBeNull();
});

test('altcha-lib solves what we make, accepts what we accept, and makes what we accept', async () => {
  const hmacSignatureSecret = signingSecret(secret);
  const data = { action: 'vote', competition: 'c1', most: 100, subject: 'v1' };
  for (let i = 0; i < 20; i += 1) {
    const ours = JSON.parse(challenges.issue(purpose, 50, new Date())) as Challenge;
    const theirs = await createChallenge({
      algorithm: 'SHA-256',
      cost: 1,
      counter: i,
      data,
      deriveKey,
      expiresAt: new Date(Date.now() + 60_000),
      hmacSignatureSecret,
    });
    for (const challenge of [ours, theirs]) {
      const solution = (await solveChallenge({ challenge, deriveKey }))!;
      const verdict = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret });
      expect(verdict.verified).toBe(true);
      expect(challenges.verify(payloadOf(challenge, solution.counter), purpose, new Date())).not.toBeNull();
    }
  }
});

describe('refused', () => {
  const text = challenges.issue(purpose, 100, now);
  const proof = solved(text);
  const challenge = JSON.parse(text) as Challenge;
  const { counter } = (JSON.parse(Buffer.from(proof, 'base64').toString()) as { solution: { counter: number } })
    .solution;
  const easy = JSON.parse(challenges.issue(purpose, 1, now)) as Challenge;
  const withParameters = (changes: object) =>
    payloadOf({ ...challenge, parameters: { ...challenge.parameters, ...changes } }, counter);
  const flipped = (hex: string) => `${hex[0] === '0' ? '1' : '0'}${hex.slice(1)}`;

  const meaning = (payload: Buffer): string => {
    const { challenge: c, solution } = JSON.parse(payload.toString()) as {
      challenge: Challenge;
      solution: { counter: number };
    };
    const { nonce, salt, keyPrefix, expiresAt, data } = c.parameters;
    return JSON.stringify([nonce, salt, keyPrefix, expiresAt, data?.most, c.signature, solution.counter]);
  };

  test.each<[string, Purpose]>([
    ['another voter', { ...purpose, subject: 'v2' }],
    ['another competition', { ...purpose, competition: 'c2' }],
    ['another action', { ...purpose, action: 'device' }],
    ['the same letters cut elsewhere', { ...purpose, competition: 'c1v', subject: '1' }],
  ])('for %s', (_, other) => {
    expect(challenges.verify(proof, other, now)).toBeNull();
  });

  test.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['null', Buffer.from('null').toString('base64')],
    ['the bare challenge', Buffer.from(text).toString('base64')],
    ['a megabyte', 'A'.repeat(1_000_000)],
    ['a wrong number', payloadOf(challenge, counter + 1)],
    ['a negative number', payloadOf(challenge, -1)],
    ['a number with a fraction', payloadOf(challenge, 0.5)],
    ['a number of 33 bits', payloadOf(challenge, counter + 2 ** 32)],
    ['a later expiry', withParameters({ expiresAt: challenge.parameters.expiresAt! + 600 })],
    ['another nonce', withParameters({ nonce: flipped(challenge.parameters.nonce) })],
    ['another salt', withParameters({ salt: flipped(challenge.parameters.salt) })],
    ['an easier prefix', withParameters({ keyPrefix: '00' })],
    ['no prefix', withParameters({ keyPrefix: '' })],
    ['another bound', withParameters({ data: { ...challenge.parameters.data, most: 2 } })],
    ['no signature', payloadOf({ parameters: challenge.parameters }, counter)],
    ['the signature of another challenge', payloadOf({ ...challenge, signature: easy.signature! }, counter)],
    [
      'the parameters of an easier challenge under this signature',
      solved(JSON.stringify({ ...easy, signature: challenge.signature })),
    ],
    [
      'a challenge signed by somebody else',
      solved(new Challenges('another secret, also thirty-two long').issue(purpose, 100, now)),
    ],
  ])('%s', (_, forged) => {
    expect(challenges.verify(forged, purpose, now)).toBeNull();
  });

  test('every single flipped bit of the payload', () => {
    const bytes = Buffer.from(proof, 'base64');
    let accepted = 0;
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const copy = Buffer.from(bytes);
      copy[bit >> 3]! ^= 1 << (bit & 7);
      // What is not read (the name of the algorithm, the purpose we know ourselves) may say anything.
      if (challenges.verify(copy.toString('base64'), purpose, now) && meaning(copy) !== meaning(bytes)) accepted += 1;
    }
    expect(accepted).toBe(0);
  });
});

test('the work is what was asked: never above twice, and on average as much', () => {
  const counters = Array.from({ length: 2_000 }, () => {
    const proof = solved(challenges.issue(purpose, 50, now));
    return (JSON.parse(Buffer.from(proof, 'base64').toString()) as { solution: { counter: number } }).solution.counter;
  });
  expect(Math.max(...counters)).toBeLessThan(100);
  const mean = counters.reduce((sum, counter) => sum + counter, 0) / counters.length;
  expect(mean).toBeGreaterThan(45);
  expect(mean).toBeLessThan(55);
});

test('the price climbs with the excess', () => {
  expect([0, 1.3, 2, 4, 10, 50, 1_000].map(difficulty)).toEqual([
    20_000, 20_000, 20_000, 60_000, 200_000, 600_000, 2_000_000,
  ]);
});
