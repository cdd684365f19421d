import { expect, test } from 'vitest';
import { BallotMethod, BallotStyle } from '../../api/src/competition/competitions/index.ts';
import { makeEntry, makePerson, type TestCompetition } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';
import { signIn } from './sign-in.ts';

const laurel = startLaurel();

const cast = ({ id }: TestCompetition) =>
  laurel.world.orm.em.fork().execute<{ title: string; points: number }[]>(
    `select e.title_en as title, v.points from votes v join entries e on e.id = v.entry_id
     where v.competition_id = ? and v.retracted_at is null order by v.ordinal`,
    [id],
  );

test('three choices are put in order, cast after signing in, kept over a reload, taken back and cast again', async () => {
  const { world } = laurel;
  const ballotRule = {
    style: BallotStyle.BALLOT,
    method: BallotMethod.RANKED,
    minChoices: 2,
    maxChoices: 3,
    votesPerDay: 1,
  };
  const competition = await openCompetition(world, { ballotRule });
  const [first] = [
    await makeEntry(world, competition, { title: '甲' }),
    await makeEntry(world, competition, { title: '乙' }),
    await makeEntry(world, competition, { title: '丙' }),
    await makeEntry(world, competition, { title: '丁' }),
  ];
  const { email } = await makePerson(world);

  // One is chosen on its own page, the others from the list, before anybody has signed in.
  const page = await laurel.visit(`/c/${competition.slug}/entries/${first.number}`);
  const bar = page.getByRole('region', { name: 'Your vote' });
  await bar.getByRole('button', { name: 'Put on my ballot' }).tap();
  await bar.getByRole('link', { name: 'My ballot' }).tap();
  const tray = page.getByRole('region', { name: 'Your ballot', exact: true });
  await tray.getByText('1 chosen').waitFor();
  await page.getByRole('button', { name: 'Put on my ballot: 乙 in English' }).tap();
  await page.getByRole('button', { name: 'Put on my ballot: 丙 in English' }).tap();
  await tray.getByText('3 chosen').waitFor();
  expect(await page.getByRole('button', { name: 'Put on my ballot: 丁 in English' }).isDisabled()).toBe(true);

  await page.reload();
  await tray.getByText('3 chosen').waitFor();
  await tray.getByRole('button', { name: 'Review and cast' }).tap();
  const sheet = page.getByRole('dialog', { name: 'My ballot' });
  // By keyboard alone: the last one goes up twice.
  const up = sheet.getByRole('button', { name: 'Move up: 丙 in English' });
  await up.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const choices = sheet.getByRole('listitem');
  expect((await choices.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
    '1 丙 in English 3 points',
    '2 甲 in English 2 points',
    '3 乙 in English 1 point',
  ]);
  await sheet.getByRole('link', { name: 'Sign in and cast' }).tap();
  await signIn(page, email);

  await tray.getByRole('button', { name: 'Review and cast' }).tap();
  await sheet.getByRole('button', { name: 'Cast my ballot' }).tap();
  const panel = page.getByRole('region', { name: 'Your ballot of today' });
  await panel.getByText('Counted').waitFor();
  expect(await panel.getByRole('listitem').getByRole('link').allInnerTexts()).toEqual([
    '丙 in English',
    '甲 in English',
    '乙 in English',
  ]);
  expect(await cast(competition)).toEqual([
    { title: '丙 in English', points: 3 },
    { title: '甲 in English', points: 2 },
    { title: '乙 in English', points: 1 },
  ]);
  await page.reload();
  await panel.getByText('Counted').waitFor();
  await expect.poll(() => tray.count()).toBe(0);

  await panel.getByRole('button', { name: 'Take the whole ballot back' }).tap();
  await page.getByText('Your ballot is taken back').waitFor();
  expect(await cast(competition)).toEqual([]);
  await tray.getByText('3 chosen').waitFor();
  await tray.getByRole('button', { name: 'Review and cast' }).tap();
  await sheet.getByRole('button', { name: 'Take off: 乙 in English' }).tap();
  await sheet.getByRole('button', { name: 'Cast my ballot' }).tap();
  await panel.getByText('2 choices').waitFor();
  expect((await cast(competition)).map(({ points }) => points)).toEqual([3, 2]);
});

test('points are given by steps, and no more than there are', async () => {
  const { world } = laurel;
  const ballotRule = {
    style: BallotStyle.BALLOT,
    method: BallotMethod.POINTS,
    minChoices: 1,
    maxChoices: 2,
    maxPoints: 3,
    maxSum: 4,
    votesPerDay: 1,
  };
  const competition = await openCompetition(world, { ballotRule });
  await makeEntry(world, competition, { title: '甲' });
  await makeEntry(world, competition, { title: '乙' });
  const as = await makePerson(world);
  const page = await laurel.visit(`/c/${competition.slug}/ballot`, { as });
  for (const title of ['甲', '乙']) await page.getByRole('button', { name: `Put on my ballot: ${title}` }).tap();
  await page.getByRole('button', { name: 'Review and cast' }).tap();
  const more = (title: string) => page.getByRole('button', { name: `One point more: ${title}` });
  await more('甲').tap();
  await more('甲').tap();
  expect(await more('甲').getAttribute('aria-disabled')).toBe('true');
  expect(await more('乙').getAttribute('aria-disabled')).toBe('true');
  await page.getByText('No points left to give').waitFor();
  await page.getByRole('button', { name: 'Cast my ballot' }).tap();
  await page.getByRole('region', { name: 'Your ballot of today' }).getByText('Counted').waitFor();
  expect((await cast(competition)).map(({ points }) => points)).toEqual([3, 1]);
});
