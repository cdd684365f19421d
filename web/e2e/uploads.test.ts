import { expect, test } from 'vitest';
import { makeOrganization, makeProject } from '../../api/src/test/factories.ts';
import { pdf } from '../../api/src/test/files/documents.ts';
import { photo } from '../../api/src/test/files/pictures.ts';
import { decideEntry, ReviewVerdict } from '../../api/src/competition/eligibility/index.ts';
import { openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';

const laurel = startLaurel();

test('a member brings pictures and a document on the phone, over a connection that breaks; voters see them', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world, {
    questions: [{ key: 'budget', kind: 'FILE', prompt: { en: 'Your budget, as a table' }, isRequired: true }],
  });
  const organization = await makeOrganization(world);
  const projectId = await makeProject(world, organization, '邻里守护');
  const page = await laurel.visit(`/projects/${projectId}?part=attachments`, { as: organization.member });
  const pictures = page.getByRole('region', { name: 'Pictures', exact: true });
  await pictures.getByText('JPEG, PNG or WebP').waitFor();

  let isLost = true;
  await page.route('**/api/uploads/**', async (route) => {
    if (!isLost) return await route.continue();
    isLost = false;
    await route.abort('internetdisconnected');
  });
  const input = (purpose: string) => page.locator(`input[type=file][data-purpose=${purpose}]`);
  await input('PICTURE').setInputFiles([
    { name: 'visit.jpg', mimeType: 'image/jpeg', buffer: await photo(1600, 1200) },
    { name: 'script.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') },
    { name: 'movie.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') },
  ]);
  await pictures.getByText('Files of this kind are not taken').waitFor();
  await pictures.getByText('What is in this file is not what its name says').waitFor();
  const first = pictures.getByRole('textbox', { name: 'Caption of visit.jpg' });
  await first.fill('A visit in autumn');
  await first.press('Enter');
  await input('PICTURE').setInputFiles({ name: 'group.jpg', mimeType: 'image/jpeg', buffer: await photo(800, 600) });
  await pictures.getByRole('button', { name: 'Move group.jpg up' }).tap();
  await page.getByText('group.jpg is now in place 1.').waitFor({ state: 'attached' });
  await input('DOCUMENT').setInputFiles({ name: '方案.pdf', mimeType: 'application/pdf', buffer: pdf() });
  await page.getByRole('textbox', { name: 'Caption of 方案.pdf' }).waitFor();

  await page.getByRole('button', { name: 'To submission' }).tap();
  await page.getByRole('radio', { name: 'Education' }).check();
  const asked = page.getByRole('group', { name: 'Your budget, as a table' });
  await asked
    .locator('input[type=file]')
    .setInputFiles({ name: 'budget.pdf', mimeType: 'application/pdf', buffer: pdf() });
  await asked.getByRole('link', { name: 'budget.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Submit entry' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit entry' }).tap();
  await page.getByRole('heading', { name: 'Submitted' }).waitFor();

  const [entry] = await world.orm.em.fork().execute<{ id: string }[]>('select id from entries');
  const verdict = { entryId: entry?.id ?? '', verdict: ReviewVerdict.ACCEPT };
  await decideEntry(world.contextOf(competition.organizer), verdict);
  const voter = await laurel.visit(`/c/${competition.slug}/entries/1`);
  const shown = voter.getByRole('img', { name: 'A visit in autumn' });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
  const saving = voter.waitForEvent('download');
  await voter.getByRole('link', { name: '方案.pdf' }).tap();
  expect((await saving).suggestedFilename()).toBe('方案.pdf');
});
