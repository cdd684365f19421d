import { expect, test } from 'vitest';
import { makeEntry, makePerson } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { complaintsAbout } from './page-check.ts';

const laurel = startLaurel();

const holdVotes = `mutation ($input: HoldVotesInput!) {
  holdVotes(input: $input) { ... on HoldVotesSuccess { case { id votes } } ... on UserError { message } }
}`;

test('a held vote says why and what happens next, takes an answer, and the balance adds up', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const held = await makeEntry(world, competition, { title: '甲' });
  const counted = await makeEntry(world, competition, { title: '乙' });
  const as = await makePerson(world);
  const page = await laurel.visit('/', { as });
  for (const { number } of [held, counted]) {
    await page.goto(`/c/${competition.slug}/entries/${number}`);
    await page.getByRole('button', { name: 'Vote', exact: true }).tap();
    await page.getByText('Counted', { exact: true }).waitFor();
  }
  const hour = 3_600_000;
  const { data } = await world.run(competition.organizer, holdVotes, {
    input: {
      entryId: held.id,
      from: new Date(Date.now() - hour).toISOString(),
      to: new Date(Date.now() + hour).toISOString(),
      reason: 'A test',
    },
  });
  expect(data).toMatchObject({ holdVotes: { case: { votes: 1 } } });

  await page.goto(`/c/${competition.slug}/entries/${held.number}`);
  await page.getByText('Held', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'My votes' }).tap();
  const row = page.getByRole('listitem').filter({ hasText: '甲' });
  await row.getByText('An organizer wants to look at the votes').waitFor();
  await row.getByText('What happens now').waitFor();
  await row.getByRole('textbox', { name: 'Your answer' }).fill('My whole class voted after the bell.');
  await row.getByRole('button', { name: 'Send the answer' }).tap();
  await row
    .getByText(/^You answered/)
    .first()
    .waitFor();
  const answers = 'select text from case_appeals';
  expect(await world.orm.em.fork().execute(answers)).toEqual([{ text: 'My whole class voted after the bell.' }]);
  await page.reload();
  await row.getByText('My whole class voted after the bell.').waitFor();

  // The other one still counts, and is taken back from here.
  await page.getByRole('button', { name: 'Undo the vote for 乙 in English' }).tap();
  await page.getByText('The vote for 乙 in English is taken back.').waitFor();
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: '乙' }).count()).toBe(0);

  await page.goto(`/c/${competition.slug}`);
  const balance = page.locator('#balance');
  await balance.getByText('One vote was taken back by its voter.').waitFor();
  expect((await balance.getByRole('definition').allInnerTexts()).map(Number)).toEqual([1, 0, 1, 0]);

  for (const language of ['zh-CN', 'en'] as const) {
    const paths = [`/c/${competition.slug}/my-votes`, `/c/${competition.slug}/entries/${held.number}`];
    expect(await complaintsAbout(laurel, paths, { language, as })).toEqual({});
  }
});
