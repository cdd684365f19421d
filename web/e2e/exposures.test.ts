import { expect, test } from 'vitest';
import { makeEntry, type TestCompetition } from '../../api/src/test/factories.ts';
import { endStages, openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';

const laurel = startLaurel();

const shownIn = async ({ id }: TestCompetition) => {
  const query = 'select entry_id, shown::int as shown from exposure_parts where competition_id = ?';
  return await laurel.world.orm.em.fork().execute<{ entry_id: string; shown: number }[]>(query, [id]);
};

test('entries that were seen for a second are noted once while voting is open, those below the edge are not', async () => {
  const competition = await openCompetition(laurel.world);
  const entries = [];
  for (let n = 0; n < 6; n += 1) entries.push(await makeEntry(laurel.world, competition));
  const page = await laurel.visit(`/c/${competition.slug}/entries`);
  await page.getByRole('article').first().waitFor();
  await expect.poll(async () => (await shownIn(competition)).length).toBeGreaterThan(0);
  const first = await shownIn(competition);
  // A phone shows one card, perhaps two.
  expect(first.length).toBeLessThan(3);
  await page.getByRole('article').last().scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500);
  // On the way to another page, too.
  await page.getByRole('article').last().getByRole('link').tap();
  await expect.poll(async () => (await shownIn(competition)).length).toBeGreaterThan(first.length);
  expect((await shownIn(competition)).every(({ shown }) => shown === 1)).toBe(true);
});

test('nothing is noted once voting is over', async () => {
  const competition = await openCompetition(laurel.world);
  await makeEntry(laurel.world, competition);
  await endStages(laurel.world, competition);
  const page = await laurel.visit(`/c/${competition.slug}/entries`);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page.getByRole('article').first().waitFor();
  await page.waitForTimeout(1500);
  await page.getByRole('article').first().getByRole('link').tap();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(sent.some((body) => body.includes('RecordExposures'))).toBe(false);
});
