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

  const screen = await laurel.visit(`/organize/${competition.slug}`, { as: competition.organizer, viewport: desk });
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
  const submitted = performance.now();
  await comes;
  const delay = Math.round(performance.now() - submitted);
  process.stdout.write(`A submitted sheet was on the organizer’s screen after ${delay} ms.\n`);
  expect(delay).toBeLessThan(1000);
  await expect.poll(shown).toEqual([
    ['1', '95.00'],
    ['2', '70.00'],
  ]);
  await rows.nth(1).getByRole('link', { name: 'Coming' }).waitFor();
  expect(loads).toBe(0);
  expect(await screen.evaluate(() => document.documentElement.scrollWidth)).toBe(desk.width);
});
