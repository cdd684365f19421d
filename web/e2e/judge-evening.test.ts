import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeEntry, makeJudges, makeOrganization } from '../../api/src/test/factories.ts';
import { atRest } from './at-rest.ts';
import { openCompetition } from './competition.ts';
import { desk, startLaurel } from './laurel.ts';

const laurel = startLaurel();
const entryCount = 20;
/** The judge knows the people of the fourth entry of the queue. */
const tooClose = 4;
const withoutNetwork = new Set([8, 9, 10, 11, 12]);

/** Other marks for every entry, so that none can be taken for another's. */
const marksFor = (number: number) => [
  `${number % 10}.5`,
  ...[1, 2, 3, 4].map((k) => String((number * 3 + k * k) % 11)),
];

const numberOn = async (page: Page) => {
  const line = await page.getByText(/^No\. \d+ · /).innerText();
  return Number(/\d+/.exec(line)?.[0]);
};

/** Keys alone, from reading to the button that leads on. */
async function mark(page: Page, marks: string[]): Promise<void> {
  const focused = page.locator(':focus');
  for (const value of marks) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Submit sheet' }).and(focused).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Submit this sheet?' });
  await dialog.getByRole('button', { name: 'Submit sheet' }).and(focused).waitFor();
  await page.keyboard.press('Enter');
}

async function next(page: Page, name: string): Promise<void> {
  const before = page.url();
  await page.getByRole('link', { name }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => String(url) !== before);
  await page.getByRole('spinbutton').first().waitFor();
}

async function giveBack(page: Page, note: string): Promise<void> {
  const before = page.url();
  const focused = page.locator(':focus');
  await page.getByRole('spinbutton').first().focus();
  const button = page.getByRole('button', { name: 'I am too close to this entry' }).and(focused);
  for (let step = 0; step < 12 && (await button.count()) === 0; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).and(focused).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type(note);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => String(url) !== before);
  // Of the next sheet: this one shows no boxes any more.
  await page.getByRole('spinbutton').first().waitFor();
}

test('an evening of twenty entries by keys alone: one given back, five without the network, one with the tab closed', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world);
  const organization = await makeOrganization(world);
  for (let n = 0; n < entryCount; n += 1) await makeEntry(world, competition, { organization });
  const [judge] = await makeJudges(world, competition, 1);
  const page = await laurel.visit('/judge', { as: judge, viewport: desk });
  const context = page.context();
  const began = performance.now();
  await page.getByRole('link', { name: 'Start judging' }).focus();
  await next(page, 'Start judging');

  /** By the number of the entry, as the sheets showed them. */
  const codes = new Map<number, string>();
  let closed = 0;
  for (let place = 1; place <= entryCount; place += 1) {
    const number = await numberOn(page);
    if (place === tooClose) {
      await giveBack(page, 'My old school');
      closed = number;
      continue;
    }
    const isLast = place === entryCount;
    if (place === Math.min(...withoutNetwork) || isLast) {
      // What comes next is on this device by then.
      await atRest(page);
      await context.setOffline(true);
    }
    await mark(page, marksFor(number));
    if (withoutNetwork.has(place)) {
      const waiting = place - Math.min(...withoutNetwork) + 1;
      await page.getByText(new RegExp(`^Kept on this device, ${waiting} sheets? waiting for the network`)).waitFor();
      if (place === Math.max(...withoutNetwork)) {
        await context.setOffline(false);
        await page.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}$/).waitFor();
      }
    } else if (!isLast) {
      codes.set(number, await page.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}$/).innerText());
    }
    if (!isLast) await next(page, 'Next entry');
  }
  await page.getByText('Kept on this device, 1 sheet waiting').waitFor();
  await page.close();
  await context.setOffline(false);
  const tab = await context.newPage();
  await tab.goto('/judge?status=SUBMITTED');
  await tab.getByText(/^Saved \d\d:\d\d/).waitFor();
  await tab.reload();
  await tab.getByRole('img', { name: '19 in all: 19 submitted, 0 begun' }).waitFor();
  process.stdout.write(`  the evening took ${((performance.now() - began) / 1000).toFixed(1)} s\n`);

  await tab
    .locator('ol a')
    .nth(entryCount - 2)
    .waitFor();
  const rows = await tab.locator('ol a').allInnerTexts();
  const listed = rows.map((row) => [Number(/^\d+/.exec(row)?.[0]), /[0-9A-F]{4}-[0-9A-F]{4}/.exec(row)?.[0]] as const);
  const em = world.orm.em.fork();
  const sealed = await em.execute<{ number: number; code: string; marks: string[] }[]>(
    `select e.number, upper(left(a.seal, 4) || '-' || substr(a.seal, 5, 4)) as code,
       array_agg(trim_scale(m.value)::text order by c.ordinal) as marks
     from assignments a join entries e on e.id = a.entry_id join marks m on m.assignment_id = a.id
     join criteria c on c.id = m.criterion_id where a.submitted_at is not null and a.released_at is null
     group by a.id, e.number order by e.number`,
  );
  expect(sealed).toHaveLength(entryCount - 1);
  expect(sealed.map(({ number, marks }) => [number, marks])).toEqual(
    sealed.map(({ number }) => [number, marksFor(number)]),
  );
  expect(new Map(listed)).toEqual(new Map(sealed.map(({ number, code }) => [number, code])));
  for (const [number, code] of codes) expect([number, code]).toEqual([number, new Map(listed).get(number)]);
  expect(codes.size).toBe(entryCount - 2 - withoutNetwork.size);

  const released = await em.execute(
    `select e.number, a.release_reason, k.kind, k.note from assignments a join entries e on e.id = a.entry_id
     join conflicts k on k.entry_id = a.entry_id and k.judge_id = a.judge_id where a.released_at is not null`,
  );
  expect(released).toEqual([{ number: closed, release_reason: 'CONFLICT', kind: 'DECLARED', note: 'My old school' }]);
  const acts = `select act, count(*)::int, count(distinct subject_id)::int as sheets from audit_events
    where act in ('submitSheet', 'declareConflict') group by act order by act`;
  expect(await em.execute(acts)).toEqual([
    { act: 'declareConflict', count: 1, sheets: 1 },
    { act: 'submitSheet', count: entryCount - 1, sheets: entryCount - 1 },
  ]);
}, 120_000);
