import { expect, test } from 'vitest';
import { makeEntry, makeJudges } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';

const laurel = startLaurel();

test('a judge marks an entry with digits and Tab alone, sees the total, submits, and is at the next one', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const entries = [await makeEntry(world, competition), await makeEntry(world, competition)];
  const [judge] = await makeJudges(world, competition, 1);

  const page = await laurel.visit('/judge', { as: judge });
  const focused = page.locator(':focus');
  const tabTo = async (role: 'link' | 'button' | 'spinbutton', name: string | RegExp) => {
    const wanted = page.getByRole(role, { name }).and(focused);
    for (let step = 0; step < 40 && (await wanted.count()) === 0; step += 1) await page.keyboard.press('Tab');
    await wanted.waitFor();
  };
  await page.getByRole('link', { name: 'Start judging' }).waitFor();
  await tabTo('link', 'Start judging');
  await page.keyboard.press('Enter');
  await page.getByText('0 of 2 marked').waitFor();
  const first = await page.getByRole('heading', { level: 1 }).innerText();
  await tabTo('button', /Mark$/);
  await page.keyboard.press('Enter');

  await tabTo('spinbutton', /needs/);
  for (const [mark, total] of [
    ['8', '80.00 · 1 of 5 criteria'],
    ['7.5', '77.50 · 2 of 5 criteria'],
    ['9', '81.67 · 3 of 5 criteria'],
    ['6', '76.25 · 4 of 5 criteria'],
    ['10', '81.00 · 5 of 5 criteria'],
  ] as const) {
    await page.keyboard.type(mark);
    await page.keyboard.press('Tab');
    await page.getByText(total).waitFor();
  }
  await tabTo('button', 'Submit sheet');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Submit this sheet?' });
  await dialog.getByText('81').waitFor();
  await dialog.getByRole('button', { name: 'Submit sheet' }).and(focused).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Next entry' }).and(focused).waitFor();
  await page.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}$/).waitFor();
  await page.getByText('How to check it').tap();
  await page.getByRole('button', { name: 'Work it out on this device' }).tap();
  await page.getByText('the sheet is as you submitted it').waitFor();
  await page.getByRole('link', { name: 'Next entry' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('1 of 2 marked').waitFor();
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: first }).waitFor();

  const query = `select e.number, a.submitted_at is not null as submitted, array_agg(m.value order by c.ordinal)::text as marks
    from assignments a join entries e on e.id = a.entry_id join marks m on m.assignment_id = a.id
    join criteria c on c.id = m.criterion_id group by a.id, e.number`;
  const sheets = await world.orm.em.fork().execute<{ number: number; submitted: boolean; marks: string }[]>(query);
  expect(sheets).toEqual([
    {
      number: expect.toSatisfy((number) => entries.some((entry) => entry.number === number)),
      submitted: true,
      marks: '{8.000,7.500,9.000,6.000,10.000}',
    },
  ]);
});
