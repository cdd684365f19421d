import {
  createHmac,
  createSecretKey,
  hash,
  randomBytes,
  randomInt,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import type { Challenge } from 'altcha-lib/types';
import { z } from 'zod';

/** What a proof is good for, and for whom: nothing else takes it. */
export interface Purpose {
  action: 'vote' | 'device' | 'sign-in';
  /** Id of the competition; empty where it is about none. */
  competition: string;
  /** The voter's pseudonym; empty where nobody is known yet. */
  subject: string;
}

/** A valid proof. The caller stores the id until it expires, so that a proof serves once. */
export interface Proven {
  challengeId: string;
  challengeExpiresAt: Date;
}

/** Long enough for an old phone, a call and a lift; short enough that nobody lays in a stock. */
const lifeMs = 10 * 60_000;

/** What of ALTCHA's payload is read; all the rest of the challenge is ours to know. */
const payloadShape = z.object({
  challenge: z.object({
    parameters: z.object({
      nonce: z.string().regex(/^[\da-f]{32}$/),
      salt: z.string().regex(/^[\da-f]{32}$/),
      keyPrefix: z.string().regex(/^[\da-f]{32}$/),
      expiresAt: z.int(),
      data: z.object({ most: z.int() }),
    }),
    signature: z.string().regex(/^[\da-f]{64}$/),
  }),
  solution: z.object({ counter: z.int().min(0).max(0xffff_ffff) }),
});

const derive = (salt: string, nonce: string, counter: number): string => {
  const block = Buffer.alloc(36);
  block.write(salt, 0, 'hex');
  block.write(nonce, 16, 'hex');
  block.writeUInt32BE(counter, 32);
  return hash('sha256', block, 'hex');
};

/** As text, because altcha-lib takes no other. */
export const signingSecret = (secret: string): string =>
  createHmac('sha256', secret).update('protection/challenge').digest('hex');

interface Drawn {
  nonce: string;
  salt: string;
  keyPrefix: string;
  expiresAt: number;
  /** The largest number the answer can be, so that a page can say how far it is. */
  most: number;
}

/** In the order of the alphabet, as ALTCHA signs them. */
const parametersOf = ({ action, competition, subject }: Purpose, drawn: Drawn) => ({
  algorithm: 'SHA-256',
  cost: 1,
  data: { action, competition, most: drawn.most, subject },
  expiresAt: drawn.expiresAt,
  keyLength: 32,
  keyPrefix: drawn.keyPrefix,
  nonce: drawn.nonce,
  salt: drawn.salt,
});

/**
 * ALTCHA's challenges, second version: somebody finds the number whose hash begins as ours did. The signed parameters
 * name the purpose, so no part of one challenge fits another.
 *
 * Made and verified here and not by altcha-lib, which signs through WebCrypto: a trip to another thread for every
 * answer costs as much as several votes, and a flood of wrong answers would feed on it. The library solves in the
 * browser, and the tests check both against each other.
 */
export class Challenges {
  readonly #key: KeyObject;

  constructor(secret: string) {
    this.#key = createSecretKey(Buffer.from(signingSecret(secret)));
  }

  /** The JSON of a challenge that takes `hashes` on average and never more than twice that. */
  issue(purpose: Purpose, hashes: number, now: Date): string {
    const most = 2 * hashes;
    const nonce = randomBytes(16).toString('hex');
    const salt = randomBytes(16).toString('hex');
    const keyPrefix = derive(salt, nonce, randomInt(most)).slice(0, 32);
    const expiresAt = Math.floor((now.getTime() + lifeMs) / 1000);
    const parameters = parametersOf(purpose, { nonce, salt, keyPrefix, expiresAt, most });
    return JSON.stringify({ parameters, signature: this.#sign(parameters).toString('hex') } satisfies Challenge);
  }

  /** Null unless the proof answers a challenge of ours, for this purpose, that is not over. Asks nobody whether it was used. */
  verify(proof: string, purpose: Purpose, now: Date): Proven | null {
    // What we hand out comes back with some 700 characters.
    if (proof.length > 2_000) return null;
    const payload = payloadShape.safeParse(decode(proof));
    if (!payload.success) return null;
    const { challenge, solution } = payload.data;
    const { data, ...drawn } = challenge.parameters;
    if (drawn.expiresAt * 1000 < now.getTime()) return null;
    if (!derive(drawn.salt, drawn.nonce, solution.counter).startsWith(drawn.keyPrefix)) return null;
    const signature = this.#sign(parametersOf(purpose, { ...drawn, most: data.most }));
    if (!timingSafeEqual(signature, Buffer.from(challenge.signature, 'hex'))) return null;
    return { challengeId: drawn.nonce, challengeExpiresAt: new Date(drawn.expiresAt * 1000) };
  }

  #sign(parameters: ReturnType<typeof parametersOf>): Buffer {
    return createHmac('sha256', this.#key).update(JSON.stringify(parameters)).digest();
  }
}

function decode(proof: string): unknown {
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString());
  } catch {
    return null;
  }
}
