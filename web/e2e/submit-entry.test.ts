import { expect, test } from 'vitest';
import { makeOrganization } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { desk, startLaurel } from './laurel.ts';
import { signIn } from './sign-in.ts';

const laurel = startLaurel();

const sections = {
  Needs: 'Two hundred elders live alone in five villages.',
  Goals: 'Every one of them is visited twice a week by December.',
  Implementation: 'Twelve volunteers, two teams, a rota and a first-aid course.',
  Outcomes: 'The visits are recorded; falls went from nine to two.',
  Features: 'Neighbours do it, so it goes on when we leave.',
};

test('a member writes a project on the phone and submits it; the organizer finds it in the queue and accepts it', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const { member } = await makeOrganization(world);

  const page = await laurel.visit('/projects');
  await signIn(page, member.email);
  await page.getByRole('button', { name: 'New project' }).tap();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByLabel('Title in Chinese').fill('邻里守护');
  await dialog.getByLabel('Title in English').fill('Neighbours on Call');
  await dialog.getByRole('button', { name: 'Create and start writing' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Neighbours on Call' }).waitFor();

  await page.getByLabel('Summary in Chinese').fill('邻居上门，照看独居老人。');
  await page.getByLabel('Summary in English').fill('Neighbours look after elders who live alone.');
  for (const [name, text] of Object.entries(sections)) {
    await page.getByRole('button', { name: 'Next' }).tap();
    await page.getByRole('heading', { level: 2, name }).waitFor();
    await page.getByRole('textbox', { name }).fill(text);
  }
  await page.getByRole('button', { name: 'Next' }).tap();
  await page.getByRole('heading', { level: 2, name: 'Pictures and documents' }).waitFor();
  await page.getByRole('button', { name: 'To submission' }).tap();
  await page.getByText('Everything is there. You can submit.').waitFor();
  await page.getByRole('radio', { name: 'Education' }).check();
  await page.getByRole('button', { name: 'Submit entry' }).tap();
  const question = page.getByRole('dialog', { name: 'Submit this entry?' });
  await question.getByText('Neighbours on Call').waitFor();
  await question.getByRole('button', { name: 'Submit entry' }).tap();
  await page.getByRole('heading', { name: 'Submitted' }).waitFor();
  expect(await page.getByRole('definition').first().innerText()).toBe('1');

  const queue = await laurel.visit(`/organize/${competition.slug}`, { as: competition.organizer, viewport: desk });
  await queue.getByRole('link', { name: 'Review entries' }).click();
  const entry = queue.getByRole('article');
  await entry.getByRole('heading', { name: 'Neighbours on Call' }).waitFor();
  await entry.getByText(sections.Outcomes).waitFor();
  await entry.getByRole('button', { name: 'Accept' }).click();
  await queue.getByText('No. 1 is accepted.').waitFor();
  await queue.getByText('All reviewed').waitFor();

  await page.getByRole('link', { name: 'See the entry' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Neighbours on Call' }).waitFor();
  const visitor = await laurel.visit(`/c/${competition.slug}/entries`, { language: 'zh-CN' });
  await visitor.getByRole('link', { name: '邻里守护' }).waitFor();
});
