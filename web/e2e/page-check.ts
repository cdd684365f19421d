import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Laurel, phone } from './laurel.ts';
import { settled } from './settled.ts';

const locales = resolve(import.meta.dirname, '../src/locales/en');

const words = readdirSync(locales).flatMap((file) => wordsOf(JSON.parse(readFileSync(join(locales, file), 'utf8'))));
const said = new Set(words.map(([, text]) => text));
/** What would stand on a page that lacks the words for it; a key that is also a word, such as "now", cannot tell. */
const keys = new Set(words.map(([key]) => key).filter((key) => !said.has(key)));

function wordsOf(group: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? wordsOf(value, `${prefix}${name}.`)
      : [[`${prefix}${name.replace(/_(zero|one|other)$/, '')}`, String(value)]],
  );
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Every page in both languages: once as links lead to it, once loaded by itself, with the words that it asked for alone. */
export const visits = [{ language: 'zh-CN', asLinksLead: true }, { language: 'en' }] as const;

/** A path, perhaps with something to press there first. */
export type Stop = string | { path: string; press: string };

/**
 * Opens the pages one after the other on a phone, in light and (once, since colors do not depend on the language) in
 * dark, and returns what is wrong with each: barriers that axe calls serious or critical, words that are missing, and a
 * page wider than the screen.
 */
export async function complaintsAbout(
  laurel: Laurel,
  stops: Stop[],
  visit: { language: 'zh-CN' | 'en'; as?: { email: string }; viewport?: typeof phone; asLinksLead?: boolean },
): Promise<Record<string, string[]>> {
  const complaints: Record<string, string[]> = {};
  const page = await laurel.visit('/healthz', visit);
  // Handing axe to each page anew takes ten times as long as its work there.
  await page.addInitScript({ path: axe });
  for (const [index, stop] of stops.entries()) {
    const { path, press } = typeof stop === 'string' ? { path: stop, press: undefined } : stop;
    if (visit.asLinksLead && index > 0) await go(page, path);
    else await page.goto(path);
    await settled(page);
    if (press) {
      await page.locator(press).tap();
      await settled(page);
    }
    const found = [...(await barriers(page)), ...(await misfits(page))];
    if (visit.language === 'zh-CN' && !press) found.push(...(await inTheDark(page)));
    const language = await page.locator('html').getAttribute('lang');
    if (language !== visit.language) found.push(`says it is in ${language}`);
    if (found.length > 0) complaints[press ? `${path} after ${press}` : path] = found;
  }
  return complaints;
}

/**
 * As a link does, which takes half the time of loading all anew. By way of a page that there is not, whatever stood on
 * the one before is gone, also where both are the same page.
 */
async function go(page: Page, path: string): Promise<void> {
  for (const stop of ['/nowhere-between', path]) {
    await page.evaluate((to) => {
      for (const heading of document.querySelectorAll('h1')) heading.dataset.left = '';
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, stop);
    await page.locator('h1:not([data-left])').waitFor({ state: 'attached' });
  }
}

/**
 * Barriers that axe calls serious or critical. Only they are put into words and sent over: describing all that is well,
 * as axe's own builder does, takes longer than finding it.
 */
async function barriers(page: Page, options: RunOptions = {}): Promise<string[]> {
  const violations = await page.evaluate(
    async (asked) => {
      const inPage = (window as unknown as { axe: { run(how: RunOptions): Promise<AxeResults> } }).axe;
      return (await inPage.run(asked)).violations;
    },
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

async function inTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('[data-mantine-color-scheme=dark]').waitFor();
  await settled(page);
  // In the other scheme only colors can go wrong.
  const found = await barriers(page, { runOnly: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return found.map((line) => `dark: ${line}`);
}

/** How much wider than the screen a page is, in pixels; below 0 it is narrower. */
export const excessWidth = async (page: Page): Promise<number> =>
  await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth);

async function misfits(page: Page): Promise<string[]> {
  const excess = await excessWidth(page);
  const texts = await page.evaluate(() => {
    const seen: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) seen.push(walker.currentNode.textContent?.trim() ?? '');
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) seen.push(element.getAttribute(name) ?? '');
    }
    return seen;
  });
  const wordless = texts.filter((text) => text.includes('{{') || keys.has(text.replace(/^\w+:/, '')));
  return [
    ...wordless.map((text) => `has no words for ${text}`),
    ...(excess > 0 ? [`is wider than the screen by ${excess} px`] : []),
  ];
}
