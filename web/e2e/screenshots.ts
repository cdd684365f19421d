import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { chromiumOptions } from './chromium.ts';
import { addresses, roleOf, type Role } from './pages.ts';
import { settled } from './settled.ts';
import { signInWithCode } from './sign-in.ts';

/**
 * Pictures of all pages of a running demonstration, on a phone and on a desk, in both languages and both schemes:
 * `npm run screenshots -w web -- http://127.0.0.1:4000`, perhaps with words that the addresses wanted have in them.
 */
const [baseURL = 'http://127.0.0.1:4000', ...wanted] = process.argv.slice(2);
const output = resolve(import.meta.dirname, '.output/screenshots');
const looks = ['light', 'dark'] as const;

mkdirSync(output, { recursive: true });
const browser = await chromium.launch(await chromiumOptions());
/** One browser for each person, since a code for signing in cannot be had every second. */
const people = new Map<Role | null, BrowserContext>();

async function contextOf(role: Role | null): Promise<BrowserContext> {
  const known = people.get(role);
  if (known) return known;
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce' });
  const numbered = role === 'judge' || role === 'voter' ? `${role}1` : role;
  if (numbered) await signInWithCode(context, `${numbered}@laurel.example`);
  people.set(role, context);
  return context;
}

try {
  const pages = await addresses(async (role, query) => {
    const answer = await (await contextOf(role)).request.post('/graphql', { data: { query } });
    return ((await answer.json()) as { data: never }).data;
  });
  for (const [route, path] of pages) {
    if (wanted.length > 0 && !wanted.some((word) => route.includes(word))) continue;
    const name = route.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '') || 'home';
    const page = await (await contextOf(roleOf(route))).newPage();
    for (const language of ['zh-CN', 'en']) {
      await page.goto('/healthz');
      await page.evaluate((chosen) => localStorage.setItem('laurel.language', chosen), language);
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
        await page.goto(path);
        for (const colorScheme of looks) {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          await page.screenshot({
            path: join(output, `${name}-${width}-${language}-${colorScheme}.png`),
            fullPage: true,
          });
        }
      }
    }
    await page.close();
  }
  process.stdout.write(`The pictures are in ${output}.\n`);
} finally {
  await browser.close();
}
