import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { removeExpiredChallenges } from './used-challenges.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('what is over goes, in batches; what could still be replayed stays', async () => {
  const em = database.orm.em.fork();
  await em.execute(
    `insert into used_challenges (bucket, id, expires_at)
     select i % 256, 'id-' || i, timestamptz '2026-11-22T12:00:00Z' + (i - 12000) * interval '1 second'
     from generate_series(1, 13000) i`,
  );
  const now = new Date('2026-11-22T12:00:00Z');
  expect(await removeExpiredChallenges(em, now)).toBe(11_999);
  expect(await em.execute('select count(*)::int as left, min(expires_at) as first from used_challenges')).toMatchObject(
    [{ left: 1_001 }],
  );
  expect(await removeExpiredChallenges(em, now)).toBe(0);
});
