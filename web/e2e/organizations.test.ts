import { expect, test } from 'vitest';
import { makePerson, makeRegion } from '../../api/src/test/factories.ts';
import { makeVerifier } from '../../api/src/test/organizations.ts';
import { desk, startLaurel } from './laurel.ts';
import { complaintsAbout } from './page-check.ts';
import { signIn } from './sign-in.ts';

const laurel = startLaurel();

test('somebody registers an organization, its region verifies it, an editor is invited, comes and opens its projects', async () => {
  const { world } = laurel;
  const regionId = await makeRegion(world);
  const verifier = await makeVerifier(world, regionId);
  const founder = await makePerson(world);

  const page = await laurel.visit('/projects', { as: founder });
  await page.getByRole('link', { name: 'Register your organization' }).tap();
  await page.getByLabel('Name in Chinese').fill('松江公益社');
  await page.getByLabel('Name in English').fill('Songjiang Commons');
  await page.getByLabel('Kind').selectOption('CHARITY');
  await page.getByRole('button', { name: 'Jilin' }).tap();
  await page.getByRole('button', { name: 'Changchun' }).tap();
  await page.getByText('Jilin › Changchun').waitFor();
  await page.getByLabel('Contact person').fill('Wang');
  await page.getByLabel('Phone').fill('12');
  await page.getByRole('button', { name: 'Register', exact: true }).tap();
  await page.getByLabel('Phone').fill('0431-8800 0000');
  await page.getByRole('button', { name: 'Register', exact: true }).tap();
  await page.getByRole('heading', { level: 1, name: 'Songjiang Commons' }).waitFor();
  await page.getByText('Waits to be verified').waitFor();

  expect(await complaintsAbout(laurel, ['/verify'], { language: 'zh-CN', as: verifier })).toEqual({});
  const queue = await laurel.visit('/', { as: verifier, viewport: desk });
  await queue.getByRole('link', { name: 'Verify organizations' }).click();
  await queue.getByText(founder.email).waitFor();
  await queue.getByRole('button', { name: 'Verify Songjiang Commons' }).click();
  await queue.getByText('Nobody waits').waitFor();

  await page.reload();
  await page.getByText('Verified', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Invite somebody' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('E-mail').fill('editor@example.org');
  await dialog.getByRole('button', { name: 'Send the invitation' }).tap();
  await page.getByText('The invitation to editor@example.org is on its way.').waitFor();

  let link = '';
  await expect
    .poll(
      async () => {
        const mails = await (await fetch(`${laurel.url}/dev/mail`)).text();
        [link = ''] = /\/invitations\/[\w-]+/.exec(mails) ?? [];
        return link;
      },
      { timeout: 10_000 },
    )
    .not.toBe('');
  expect(await complaintsAbout(laurel, [link], { language: 'zh-CN' })).toEqual({});
  const guest = await laurel.visit(link);
  await guest.getByRole('heading', { level: 1, name: 'Songjiang Commons invites you' }).waitFor();
  await guest.getByRole('link', { name: 'Sign in and go on' }).tap();
  await signIn(guest, 'editor@example.org');
  await guest.getByRole('button', { name: 'Join' }).tap();
  await guest.getByRole('link', { name: 'To the projects' }).tap();
  await guest.getByRole('heading', { level: 2, name: 'Songjiang Commons' }).waitFor();

  const slug = new URL(page.url()).pathname.split('/').at(-1);
  const own = ['/organizations', '/organizations/new', `/organizations/${slug}`, `/o/${slug}`];
  for (const language of ['zh-CN', 'en'] as const) {
    expect(await complaintsAbout(laurel, own, { language, as: founder })).toEqual({});
  }
});
