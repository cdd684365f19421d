import { expect, test } from 'vitest';
import { declareSubmissionRule, makeOrganization, makeProject } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { desk, startLaurel } from './laurel.ts';

const laurel = startLaurel();
const minute = 60_000;

test('a member whose clock is ten minutes ahead hands in by the clock of the server, and then within the grace', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const organization = await makeOrganization(world);
  const projectId = await makeProject(world, organization, '邻里守护');
  const closeIn = (ms: number) =>
    world.orm.em
      .fork()
      .execute(
        "update stages set closes_at = now() + ? * interval '1 ms' where competition_id = ? and kind = 'SUBMISSION'",
        [ms, competition.id],
      );
  await closeIn(5 * minute);

  const page = await laurel.visit('/', { as: organization.member });
  await page.clock.install({ time: Date.now() + 10 * minute });
  await page.goto(`/projects/${projectId}?part=submit`);
  const deadline = page.getByRole('region', { name: 'Deadline' });
  await deadline.getByText('The last hour.').waitFor();
  expect(await deadline.getByRole('timer').getAttribute('aria-label')).toMatch(/^0 hours [34] minutes$/);
  await page.getByRole('radio', { name: 'Education' }).check();
  await page.getByRole('button', { name: 'Submit entry' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit entry' }).tap();
  await page.getByRole('heading', { name: 'Submitted' }).waitFor();
  await page.getByText('In time', { exact: true }).waitFor();
  const pdf = await page.request.get(
    (await page.getByRole('link', { name: 'Receipt as PDF' }).getAttribute('href')) ?? '',
  );
  expect(pdf.headers()['content-type']).toBe('application/pdf');

  await declareSubmissionRule(world, competition, { graceMinutes: 30 });
  await closeIn(-minute);
  await page.goto(`/projects/${projectId}?part=needs`);
  await page.getByRole('textbox', { name: 'Needs' }).fill('Two hundred elders live alone.');
  await page.getByText(/^Saved \d\d:\d\d/).waitFor();
  await page.goto(`/projects/${projectId}?part=submit`);
  await page
    .getByText(/Until the grace ends an entry is still taken/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Hand in again as it is now' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in again' }).tap();
  await page.getByRole('heading', { name: 'Handed in anew: revision 2' }).waitFor();
  await page.getByText('Late, within the grace').waitFor();

  // The organizer gives them more time, which everybody reads; every hand-in stands on the page of the entry.
  const visit = { as: competition.organizer, viewport: desk };
  const extensions = await laurel.visit(`/organize/${competition.slug}/extensions`, visit);
  await extensions.getByLabel('Name of the organization').fill(organization.slug);
  await extensions.getByRole('button', { name: `Organization ${organization.slug}` }).click();
  const tomorrow = new Date(Date.now() + 24 * 60 * minute).toISOString().slice(0, 16);
  await extensions.getByLabel('Until').fill(tomorrow);
  await extensions.getByLabel('Reason').fill('A flood cut the county off.');
  await extensions.getByRole('button', { name: 'Give the extension' }).click();
  await extensions.getByText(/may hand in until .* Its members have been told/).waitFor();
  await extensions.goto(`/c/${competition.slug}/entries/1`);
  await extensions.locator('#receipts').getByText('Revision 2').waitFor();
  const visitor = await laurel.visit(`/c/${competition.slug}`);
  await visitor.getByText('1 organization has been given an extension.').waitFor();
});
