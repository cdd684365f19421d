import { expect, test } from 'vitest';
import { makeEntry } from '../../api/src/test/factories.ts';
import { compareEntries } from '../../api/src/competition/eligibility/index.ts';
import { jobDeps } from '../../api/src/test/jobs.ts';
import { openCompetition } from './competition.ts';
import { desk, startLaurel } from './laurel.ts';

const laurel = startLaurel();

test('an entry is returned, corrected on a phone and accepted; ten others are accepted at once', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const { organizer, slug } = competition;
  const entry = await makeEntry(world, competition, { isAccepted: false, title: '银龄守护' });

  const queue = await laurel.visit(`/organize/${slug}/entries`, { as: organizer, viewport: desk });
  await queue.getByRole('heading', { level: 2, name: '银龄守护' }).waitFor();
  await queue.keyboard.press('t');
  const question = queue.getByRole('dialog', { name: 'Return entry no. 1 for correction?' });
  await question.getByLabel('What is to be corrected').fill('Say how many were reached.');
  await question.getByText('Remarks on single parts').click();
  await question.getByLabel('Remark on “Outcomes”').fill('Hours and people, please.');
  await question.getByRole('button', { name: 'Return' }).click();
  await queue.getByText('No. 1 is returned').waitFor();

  const page = await laurel.visit('/projects', { as: entry.organization.member });
  await page.getByText('To be corrected').waitFor();
  await page.getByText('Correct it by').waitFor();
  await page.getByRole('link', { name: 'Go on writing' }).tap();
  await page.getByRole('button', { name: 'To what they ask for' }).tap();
  await page.getByText('Say how many were reached.').waitFor();
  await page.getByRole('button', { name: 'Outcomes' }).tap();
  await page.getByText('Hours and people, please.').waitFor();
  await page.getByRole('textbox', { name: 'Outcomes' }).fill('312 elders in 1,904 hours.');
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'To what they ask for' }).tap();
  await page.getByRole('button', { name: 'Hand in again' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in again' }).tap();
  await page.getByText('hand-in no. 2').waitFor();

  for (let made = 0; made < 10; made += 1) await makeEntry(world, competition, { isAccepted: false });
  await queue.goto(`/organize/${slug}/entries?entry=1`);
  await queue.getByRole('link', { name: 'What changed since it was returned' }).click();
  await queue.getByRole('heading', { level: 1, name: 'What changed in no. 1' }).waitFor();
  await queue.getByText('312 elders in 1,904 hours.').waitFor();
  await queue.getByText('asked for', { exact: true }).waitFor();
  await queue.getByRole('link', { name: 'Back to the entry' }).click();
  const pane = queue.getByRole('article');
  await pane.getByText('return for correction').waitFor();
  await pane.getByRole('button', { name: 'Accept' }).click();
  await queue.getByText('No. 1 is accepted.').waitFor();

  await queue.getByRole('button', { name: 'Select all 10 shown' }).click();
  await queue.getByRole('region', { name: '10 selected' }).getByRole('button', { name: 'Accept' }).click();
  const many = queue.getByRole('dialog', { name: 'Accept 10 entries?' });
  await many.getByRole('button', { name: 'Accept' }).click();
  await queue.getByText('10 entries are dealt with.').waitFor();
  await queue.getByText('All reviewed').waitFor();
  const rows = await world.orm.em
    .fork()
    .execute<{ count: number }[]>(
      "select count(*)::int as count from entries where status = 'ACCEPTED' and competition_id = ?",
      [competition.id],
    );
  expect(rows[0]?.count).toBe(11);
});

test('what goes on with an earlier entry under another name is marked beside it, and the mark is taken back', async () => {
  const { world } = laurel;
  const earlier = await openCompetition(world);
  const before = await makeEntry(world, earlier, { title: '银龄守护' });
  const competition = await openCompetition(world);
  const entry = await makeEntry(world, competition, { isAccepted: false, title: '暮年相伴' });
  // As it is done every minute.
  await compareEntries.run(jobDeps(world), {});
  const { organizer, slug } = competition;
  const queue = await laurel.visit(`/organize/${slug}/entries?entry=${entry.number}`, { as: organizer });
  await queue.locator(`a[href$="/alike/${before.id}"]`).tap();
  await queue.getByRole('button', { name: 'Mark as going on' }).tap();
  await queue.getByText('Marked by').waitFor();
  await queue.getByRole('link', { name: 'Back to the entry' }).tap();
  await queue.getByText('Marked by').waitFor();
  await queue.getByRole('button', { name: 'Take back' }).tap();
  await queue.getByText('Marked by').waitFor({ state: 'detached' });
});
