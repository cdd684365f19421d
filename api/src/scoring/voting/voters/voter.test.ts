import { expect, test } from 'vitest';
import { AssuranceLevel } from '../../../competition/competitions/index.ts';
import { canonicalEmail } from '../../../platform/identity/index.ts';
import { voterOf as pseudonym } from './voter.ts';

const context = { secret: 'a secret for tests, thirty-two characters' };
const voterOf = (secret: { secret: string }, competitionId: string, { email }: { email: string }) =>
  pseudonym(secret, competitionId, {
    level: AssuranceLevel.EMAIL,
    key: `email:${canonicalEmail(email)}`,
    since: null,
    isThrowaway: false,
  });
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

test('one address is one voter in a competition, however it is written', () => {
  const voter = voterOf(context, 'c1', { email: 'Somebody@Example.org ' });
  expect(voterOf(context, 'c1', { email: 'somebody@example.org' })).toEqual(voter);
  expect(voter.id).toMatch(uuid);
  expect(voter.bucket).toBe(Number.parseInt(voter.id.slice(0, 2), 16));
});

test('another competition or another secret gives a pseudonym that has nothing to do with it', () => {
  const email = 'somebody@example.org';
  const ids = [
    voterOf(context, 'c1', { email }).id,
    voterOf(context, 'c2', { email }).id,
    voterOf({ secret: 'another secret, thirty-two characters' }, 'c1', { email }).id,
  ];
  expect(new Set(ids).size).toBe(3);
});

test('pseudonyms never change: votes that were cast depend on it', () => {
  expect(voterOf(context, 'c1', { email: 'somebody@example.org' })).toMatchInlineSnapshot(`
    {
      "bucket": 46,
      "id": "2ec1b033-3d43-865c-ac07-dc660c1ec046",
    }
  `);
});

test('voters spread over all buckets', () => {
  const buckets = new Set(
    Array.from({ length: 4000 }, (_, i) => voterOf(context, 'c1', { email: `v${i}@example.org` }).bucket),
  );
  expect(buckets.size).toBe(256);
});
