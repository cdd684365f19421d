import { hash } from 'node:crypto';
import type { Challenge } from 'altcha-lib/types';

/** What a browser sends back, as ALTCHA's widget writes it. */
export const payloadOf = (challenge: Partial<Challenge>, counter: number): string =>
  Buffer.from(JSON.stringify({ challenge, solution: { counter, derivedKey: '', time: 0 } })).toString('base64');

/** Solves a challenge as a browser would; for tests, which want it at once. */
export function solved(text: string): string {
  const challenge = JSON.parse(text) as Challenge;
  const { nonce, salt, keyPrefix } = challenge.parameters;
  const block = Buffer.from(`${salt}${nonce}00000000`, 'hex');
  for (let counter = 0; ; counter += 1) {
    block.writeUInt32BE(counter, 32);
    if (hash('sha256', block, 'hex').startsWith(keyPrefix)) return payloadOf(challenge, counter);
  }
}
