import { expect, test } from 'vitest';
import { Challenges, type Purpose } from '../../api/src/platform/protection/challenges/challenge.ts';
import { solveInPlace } from '../src/features/voting/proof/solve-challenge.ts';

test('what the page works out is what the server accepts', async () => {
  const challenges = new Challenges('a secret for tests, thirty-two characters');
  const purpose: Purpose = { action: 'vote', competition: 'c1', subject: 'v1' };
  const began = performance.now();
  const proof = await solveInPlace(challenges.issue(purpose, 20_000, new Date()));
  process.stdout.write(`  a first proof took ${(performance.now() - began).toFixed(0)} ms here\n`);
  expect(challenges.verify(proof, purpose, new Date())).not.toBeNull();
  expect(challenges.verify(proof, { ...purpose, subject: 'v2' }, new Date())).toBeNull();
});
