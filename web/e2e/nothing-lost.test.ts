import { expect, test } from 'vitest';
import { saveSection } from '../../api/src/work/projects/index.ts';
import { makeOrganization, makeProject } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { signIn } from './sign-in.ts';

const laurel = startLaurel();

test('a member writes on a phone, loses network, sign-in and tab half-way, meets another device, and loses nothing', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world, {
    questions: [
      {
        key: 'insured',
        kind: 'CHOICE',
        prompt: { en: 'Are volunteers insured?' },
        isRequired: true,
        options: [{ key: 'yes', en: 'Yes' }],
      },
      { key: 'partners', kind: 'TEXT', prompt: { en: 'With whom?' }, isRequired: false },
    ],
  });
  const organization = await makeOrganization(world);
  const { member } = organization;
  const projectId = await makeProject(world, organization, '邻里守护', { sections: { outcomes: 'Falls went down.' } });
  const texts = async () => {
    const { data } = await world.run(member, 'query ($id: ID!) { project(id: $id) { sections { key text } } }', {
      id: projectId,
    });
    const sections = data.project.sections as { key: string; text: string }[];
    return Object.fromEntries(sections.map(({ key, text }) => [key, text]));
  };

  let page = await laurel.visit(`/projects/${projectId}?part=needs`, { as: member });
  const context = page.context();
  const box = (name: string) => page.getByRole('textbox', { name });
  await box('Needs').fill('Two hundred elders live alone.');
  await page.getByText(/^Saved \d\d:\d\d, version \d+$/).waitFor();

  // The network goes while they write on, and comes back.
  await context.setOffline(true);
  await box('Needs').fill('Two hundred elders live alone in five villages.');
  await page.getByRole('button', { name: 'Next' }).tap();
  await box('Goals').fill('Each is visited twice a week.');
  await page.getByText('Not saved – retrying. Your text is kept on this device.').waitFor();
  await context.setOffline(false);
  await page.getByText(/^Saved \d\d:\d\d/).waitFor();
  expect(await texts()).toMatchObject({
    needs: 'Two hundred elders live alone in five villages.',
    goals: 'Each is visited twice a week.',
  });

  // The sign-in runs out: the door comes to the page, not the other way round.
  await page.evaluate(() => Object.assign(window, { isStillHere: true }));
  await context.clearCookies();
  await page.getByRole('button', { name: 'Next' }).tap();
  await box('Implementation').fill('Twelve volunteers, two teams, a rota.');
  await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
  await signIn(page, member.email);
  await page.getByText(/^Saved \d\d:\d\d/).waitFor();
  expect(await page.evaluate(() => 'isStillHere' in window)).toBe(true);
  expect(await box('Implementation').inputValue()).toBe('Twelve volunteers, two teams, a rota.');
  expect((await texts())['implementation']).toBe('Twelve volunteers, two teams, a rota.');

  // Without the network another device saves the same section, and then the tab is closed.
  await page.getByRole('button', { name: 'Next' }).tap();
  await context.setOffline(true);
  await box('Outcomes').fill('Falls went from nine to two.');
  const other = { projectId, key: 'outcomes', version: 1, text: 'Falls went down by half.' };
  expect((await saveSection(world.contextOf(member), other)).constructor.name).toBe('SaveSectionSuccess');
  await page.close();
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto(`/projects/${projectId}?part=outcomes`);
  const question = page.getByRole('dialog', { name: 'Two texts for one place' });
  await question.getByText('Falls went down by half.').waitFor();
  await question.getByText('Falls went from nine to two.').waitFor();
  expect((await texts())['outcomes']).toBe('Falls went down by half.');
  await question.getByRole('radio', { name: /Yours/ }).check();
  await question.getByRole('button', { name: 'Save it this way' }).tap();
  await page.getByText(/^Saved \d\d:\d\d/).waitFor();
  expect((await texts())['outcomes']).toBe('Falls went from nine to two.');
  // What gave way is in the history.
  await page.getByRole('button', { name: 'Earlier versions' }).tap();
  const history = page.getByRole('dialog', { name: 'Earlier versions of Outcomes' });
  await history.getByRole('button', { name: 'Version 1' }).tap();
  await history.getByText('Falls went down.').waitFor();
  await history.getByRole('button', { name: 'Close' }).tap();

  await page.getByRole('button', { name: 'Next' }).tap();
  await box('Features').fill('Neighbours do it.');
  await page.getByRole('button', { name: 'Next' }).tap();
  await page.getByRole('heading', { level: 2, name: 'Pictures and documents' }).waitFor();
  await page.getByRole('button', { name: 'To submission' }).tap();
  await page.getByText('Everything is there. You can submit.').waitFor();
  await page.getByRole('radio', { name: 'Education' }).check();
  await page.getByText('Not answered yet: Are volunteers insured?').waitFor();
  await page.getByLabel('Are volunteers insured?').selectOption('Yes');
  await box('With whom?').fill('The canteen.');
  await page.getByRole('button', { name: 'Submit entry' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit entry' }).tap();
  await page.getByRole('heading', { name: 'Submitted' }).waitFor();
  const { data } = await world.run(
    member,
    'query ($slug: String!) { entry(competitionSlug: $slug, number: 1) { answers { key value } sections { text } } }',
    { slug: competition.slug },
  );
  expect(data.entry.answers).toEqual([
    { key: 'insured', value: 'Yes' },
    { key: 'partners', value: 'The canteen.' },
  ]);
  expect(data.entry.sections[3].text).toBe('Falls went from nine to two.');
});
