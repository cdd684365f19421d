import { expect, test } from 'vitest';
import { makeCompetition } from '../../api/src/test/factories.ts';
import { desk, startLaurel } from './laurel.ts';
import { complaintsAbout } from './page-check.ts';

const laurel = startLaurel();

const year = new Date().getUTCFullYear();
const window = (from: string, to: string) => ({
  opensAt: new Date(`${year - 2}-${from}T00:00:00Z`),
  closesAt: new Date(`${year - 2}-${to}T00:00:00Z`),
});

test('an organizer copies an earlier competition, sees what is missing, mends it, and opens it', async () => {
  const { organizer, slug } = await makeCompetition(laurel.world, {
    stages: {
      SUBMISSION: window('01-10', '02-10'),
      VOTING: window('02-20', '03-10'),
      REVIEW: window('02-20', '03-12'),
      PUBLICATION: window('03-20', '04-20'),
    },
  });
  const page = await laurel.visit('/organize', { as: organizer, viewport: desk });
  await page.getByRole('textbox', { name: 'Address' }).first().fill('jilin-next');
  await page
    .getByText('This address is free.')
    .or(page.getByRole('button', { name: 'Copy and go on' }))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Copy and go on' }).click();

  // A year after those dates lies in the past whatever today is, and the checklist says so.
  await page.getByRole('heading', { name: 'What it is' }).waitFor();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: /Open/ }).click();
  const late = page.getByRole('link', { name: /deadline for submissions has passed/ });
  await late.waitFor();
  expect(await page.getByRole('button', { name: 'Open the competition' }).isEnabled()).toBe(false);

  await late.click();
  await page.getByRole('heading', { name: 'When what happens' }).waitFor();
  for (const [index, [from, to]] of [
    ['01-10T09:00', '02-10T18:00'],
    ['02-20T00:00', '03-10T00:00'],
    ['02-20T00:00', '03-12T00:00'],
    ['03-20T00:00', '04-20T00:00'],
  ].entries()) {
    await page
      .getByLabel('Opens', { exact: true })
      .nth(index)
      .fill(`${year + 1}-${from}`);
    await page
      .getByLabel('Closes', { exact: true })
      .nth(index)
      .fill(`${year + 1}-${to}`);
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();

  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: /Form/ }).click();
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByLabel('Question (English)').fill('Are volunteers insured?');
  await page.getByLabel('An answer is').selectOption({ label: 'One of several choices' });
  await page.getByRole('button', { name: 'Save' }).click();
  // The two choices say nothing yet.
  await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  await page.getByLabel('Choice 1 (English)').fill('Yes');
  await page.getByLabel('Choice 2 (English)').fill('No');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();

  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: /Open/ }).click();
  await page.getByText('All that is required is there.').waitFor();
  const visitor = await laurel.visit('/c/jilin-next');
  await visitor.getByRole('heading').first().waitFor();
  expect(await visitor.getByText('Test competition').count()).toBe(0);
  await page.getByRole('button', { name: 'Open the competition' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the competition' }).click();
  await page
    .getByText(/Everybody sees it/)
    .first()
    .waitFor();
  await visitor.reload();
  await visitor.getByRole('heading', { name: 'Test competition', level: 1 }).waitFor();

  // From now on a date moves in the open.
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button', { name: /Stages/ })
    .click();
  await page.getByRole('button', { name: 'Move Submissions' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Closes').fill(`${year + 1}-02-15T18:00`);
  await dialog.getByLabel('Reason').fill('Half of the counties were offline.');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await visitor.reload();
  await visitor.getByText('Half of the counties were offline.').waitFor();
  expect(slug).not.toBe('jilin-next');

  // And all of it can be gone through beforehand.
  await page.goto('/organize/jilin-next/rehearsal');
  await page.getByRole('button', { name: 'Start the rehearsal' }).click();
  await page.getByText('The made-up content is there.').waitFor();
  await page.getByText(/everything here is made up/).waitFor();
  await page.getByRole('button', { name: 'Go to “Public vote”' }).click();
  await page.getByRole('link', { name: '40 votes' }).waitFor();
  await page.getByRole('link', { name: /18 of 18 sheets/ }).waitFor();
  expect(
    await complaintsAbout(laurel, ['/organize/jilin-next-rehearsal/rehearsal'], { language: 'zh-CN', as: organizer }),
  ).toEqual({});
  await page.getByRole('button', { name: 'End and throw away' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End and throw away' }).click();
  await page.getByRole('button', { name: 'Start the rehearsal' }).waitFor();
  const steps = ['categories', 'questions', 'stages', 'submissions', 'units', 'awards', 'open'];
  const paths = ['/organize', ...steps.map((step) => `/organize/jilin-next/setup/${step}`)];
  expect(await complaintsAbout(laurel, paths, { language: 'zh-CN', as: organizer })).toEqual({});
});
