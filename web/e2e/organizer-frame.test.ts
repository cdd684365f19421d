import type { Page } from 'playwright-core';
import { matchPath } from 'react-router';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeEntry, makeJudges, type TestCompetition } from '../../api/src/test/factories.ts';
import { markEntries, openCompetition } from './competition.ts';
import { desk, phone, startLaurel } from './laurel.ts';
import { complaintsAbout, excessWidth } from './page-check.ts';
import { routes } from './pages.ts';
import { settled } from './settled.ts';

const laurel = startLaurel();
let competition: TestCompetition;
let home: string;

beforeAll(async () => {
  competition = await openCompetition(laurel.world, { hasFinal: true });
  home = `/organize/${competition.slug}`;
  const marked = await makeEntry(laurel.world, competition);
  await makeJudges(laurel.world, competition, 1);
  await markEntries(laurel.world, competition, new Map([[marked.id, '8']]));
});

/** Pages about one entry are reached from that entry. */
const own = routes.filter((path) => path.startsWith('/organize/:slug') && !path.includes('/entries/:number'));

async function links(page: Page): Promise<string[]> {
  await settled(page);
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  const found = await page.locator('a:visible').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  return [...new Set(found.map((href) => href.replace(/[?#].*/, '')))];
}

const sizes = [
  ['a desk', desk],
  ['a phone', phone],
] as const;

describe.each(sizes)('on %s', (_, viewport) => {
  test('each page of a competition is two taps away from its first, also when nothing waits', async () => {
    const page = await laurel.visit(home, { as: competition.organizer, viewport });
    const near = await links(page);
    const reached = new Set(near);
    const missing = () => own.filter((path) => ![...reached].some((link) => matchPath(path, link)));
    for (const path of near.toReversed()) {
      if (missing().length === 0) break;
      await page.goto(path);
      for (const link of await links(page)) reached.add(link);
    }
    expect(missing()).toEqual([]);
    expect(near).toEqual(
      expect.arrayContaining([`${home}/entries`, `${home}/what-if/review`, `/c/${competition.slug}`]),
    );
  });

  test('the keyboard gets to any page, past the menu to its content, and knows where it is', async () => {
    const page = await laurel.visit(home, { as: competition.organizer, viewport });
    await settled(page);
    const menu = page.getByRole('button', { name: 'Menu' });
    const isPhone = await menu.isVisible();
    const goTo = async (name: string) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
      }
      expect.fail(`Tab does not get to ${name}`);
    };
    if (isPhone) {
      await goTo('Menu');
      await page.keyboard.press('Enter');
      expect(await menu.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Menu');
      await page.keyboard.press('Enter');
    }
    await goTo('What if');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/what-if/review');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    if (isPhone) await menu.click();
    expect(
      await page.getByRole('navigation', { name: 'Pages of this competition' }).locator('[aria-current]').innerText(),
    ).toBe('What if');
  });
});

test('no page is wider than the screen, from 320 to 1440 px', async () => {
  const page = await laurel.visit(home, { language: 'zh-CN', as: competition.organizer, viewport: desk });
  const wide: string[] = [];
  for (const path of ['', '/ranking', '/judging', '/publish', '/entries', '/panels', '/vote', '/setup', '/rubric']) {
    await page.goto(`${home}${path}`);
    for (const width of [320, 390, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      if ((await excessWidth(page)) > 0) wide.push(`${path} at ${width} px`);
    }
  }
  expect(wide).toEqual([]);
});

// On a phone, and with its menu open, the test of every page does it.
test('the frame of a desk has no barrier', async () => {
  const visit = { language: 'zh-CN', as: competition.organizer, viewport: desk } as const;
  expect(await complaintsAbout(laurel, [home, `${home}/ranking`], visit)).toEqual({});
});

test('an organizer of several competitions goes from one to another in the frame', async () => {
  const { organizer } = competition;
  const other = await openCompetition(laurel.world);
  await laurel.world.orm.em
    .fork()
    .execute('insert into competition_organizers (competition_id, user_id) select ?, id from users where email = ?', [
      other.id,
      organizer.email,
    ]);
  const page = await laurel.visit(`${home}/panels`, { as: organizer, viewport: desk });
  await page.getByText('Switch competition').click();
  await page.locator(`nav a[href="/organize/${other.slug}"]`).click();
  await page.waitForURL(`**/organize/${other.slug}`);
  await page.getByRole('heading', { level: 1, name: 'What needs you today' }).waitFor();
  await page.getByRole('banner').getByRole('link', { name: 'Organize' }).click();
  await page.getByRole('heading', { name: 'Yours' }).waitFor();
});
