import { expect, test } from 'vitest';
import { makeOrganization } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { desk, startLaurel } from './laurel.ts';

const laurel = startLaurel();

test('an organizer brings a table, mends what is wrong with it, imports it, takes it back, and takes all entries out', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const organization = await makeOrganization(world);
  const [region] = await world.orm.em
    .fork()
    .execute<{ code: string }[]>('select code from regions where id = ?', [organization.regionId]);
  const table = (category: string) => ({
    name: 'entries.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        'Category,Title (Chinese),Organization ID,Region code,Needs,Goals,Implementation,Outcomes,Features',
        `Education,银龄守护,${organization.slug},${region?.code},a,b,c,d,e`,
        `${category},邻里课堂,${organization.slug},${region?.code},a,b,c,d,e`,
      ].join('\r\n'),
    ),
  });
  const page = await laurel.visit(`/organize/${competition.slug}/transfers`, {
    as: competition.organizer,
    viewport: desk,
  });
  const input = page.locator('input[type=file]');
  await input.waitFor({ state: 'attached' });
  await input.setInputFiles(table('Educaton'));
  await page.getByText('1 problem. Mend it').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Did you mean “Education”?' });
  expect(await row.getByRole('rowheader').innerText()).toBe('3');
  await input.setInputFiles(table('Education'));
  await page.getByText('Nothing is wrong. It can be imported.').waitFor();
  await page.getByRole('button', { name: 'Import 2 entries' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Take this import back' }).click();
  await page.getByRole('button', { name: 'Withdraw them' }).click();
  await page.getByText('taken back').waitFor();

  await page.getByRole('button', { name: 'CSV table' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the file' }).click();
  expect((await saving).suggestedFilename()).toBe(`${competition.slug}-entries.csv`);
});
