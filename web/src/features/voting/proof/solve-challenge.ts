import { sha256 } from '@noble/hashes/sha2.js';
import { solveChallenge as solve, type Challenge, type DeriveKeyFunction } from 'altcha-lib';

/**
 * One hash. The library's own goes through crypto.subtle, a trip to another thread for each of some ten thousand of
 * them: ten times slower, and not to be had on a page without https.
 */
const deriveKey: DeriveKeyFunction = async (_parameters, salt, password) => {
  const block = new Uint8Array(salt.length + password.length);
  block.set(salt);
  block.set(password, salt.length);
  return { derivedKey: sha256(block) };
};

/** The answer to one of the server's challenges, in the form in which ALTCHA sends it. */
export async function solveInPlace(text: string): Promise<string> {
  const challenge = JSON.parse(text) as Challenge;
  // Without end: the server says how much work it is, and whoever no longer wants to wait stops the worker.
  const solution = await solve({ challenge, deriveKey, timeout: 0 });
  if (!solution) throw new Error('The challenge has no answer');
  return btoa(JSON.stringify({ challenge, solution }));
}
