import { expect, test } from 'vitest';
import { makeEntry, makeJudges } from '../../api/src/test/factories.ts';
import { markEntries, openCompetition } from './competition.ts';
import { desk, startLaurel } from './laurel.ts';

const laurel = startLaurel();

test('the ranking on the organizer’s screen follows a sheet that a judge submits elsewhere, without a reload', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const leading = await makeEntry(world, competition, { title: 'Leading' });
  await makeEntry(world, competition, { title: 'Coming' });
  const [judge] = await makeJudges(world, competition, 1);
  await markEntries(world, competition, new Map([[leading.id, '7']]));

  const screen = await laurel.visit(`/organize/${competition.slug}/ranking`, {
    as: competition.organizer,
    viewport: desk,
  });
  const rows = screen.getByRole('region', { name: 'Live ranking' }).getByRole('row');
  const shown = async () => {
    const cells = (await rows.all()).slice(1).map((row) => row.getByRole('cell').allInnerTexts());
    // Beside a rank that changed stands by how much.
    return (await Promise.all(cells)).map(([rank, score]) => [rank?.trim().split(/\s/)[0], score]);
  };
  await expect.poll(shown).toEqual([
    ['1', '70.00'],
    ['–', 'no sheet yet'],
  ]);
  await screen.getByText('Live: a submitted sheet shows at once').waitFor();
  let loads = 0;
  screen.on('load', () => (loads += 1));

  const sheet = await laurel.visit('/judge', { as: judge });
  await sheet.getByRole('link', { name: 'Continue judging' }).tap();
  await sheet.getByRole('heading', { level: 1, name: 'Coming' }).waitFor();
  await sheet.getByRole('button', { name: /Mark$/ }).tap();
  for (const box of await sheet.getByRole('spinbutton').all()) await box.fill('9.5');
  await sheet.getByRole('button', { name: 'Submit sheet' }).tap();
  const comes = screen.waitForFunction(() => document.querySelector('tbody th')?.textContent?.startsWith('Coming'));
  await sheet.getByRole('dialog').getByRole('button', { name: 'Submit sheet' }).tap();
  await comes;
  await expect.poll(shown).toEqual([
    ['1', '95.00'],
    ['2', '70.00'],
  ]);
  await rows.nth(1).getByRole('link', { name: 'Coming' }).waitFor();
  expect(loads).toBe(0);
  expect(await screen.evaluate(() => document.documentElement.scrollWidth)).toBe(desk.width);

  // How firm it is, and how a score came about.
  await screen.locator('[data-robustness]').getByText('First prizes: unchanged in').waitFor();
  const [, score] = (await shown())[0] ?? [];
  await rows.nth(1).getByRole('link', { name: 'How this score came about' }).click();
  await screen.getByRole('heading', { level: 1, name: 'How the score of no. 2 came about' }).waitFor();
  expect(await screen.locator('[data-total]').innerText()).toBe(score);
  expect(await screen.getByRole('listitem').filter({ hasText: 'J1' }).count()).toBeGreaterThanOrEqual(5);
});

test('a what-if moves ranks at once, and neither keeps nor publishes anything', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const even = await makeEntry(world, competition, { title: 'Even' });
  await makeEntry(world, competition, { title: 'Other' });
  await makeJudges(world, competition, 2);
  await markEntries(world, competition, new Map([[even.id, '7']]));

  const screen = await laurel.visit(`/organize/${competition.slug}/what-if/review`, {
    as: competition.organizer,
    viewport: desk,
  });
  await screen.getByRole('heading', { name: 'What if – not the result' }).waitFor();
  await screen.getByText('Nothing moves').waitFor();
  await screen.getByRole('slider', { name: 'needs' }).fill('40');
  await screen.getByText('(declared 20)').waitFor();
  await screen.getByRole('button', { name: 'J1', exact: true }).click();
  await screen.getByRole('list', { name: 'The order as supposed, not the result' }).getByText('Even').waitFor();
  expect(await screen.getByRole('button', { name: /publish/i }).count()).toBe(0);
  await screen.reload();
  await screen.getByText('Nothing moves').waitFor();
  expect(await screen.getByText('(declared 20)').count()).toBe(0);
});
