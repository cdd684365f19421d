import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { chromiumOptions } from './chromium.ts';
import { settled } from './settled.ts';
import { signInWithCode } from './sign-in.ts';

/**
 * Pictures of the main pages of a running demonstration, on a phone and on a desk, in both languages:
 * `npm run screenshots -w web -- http://127.0.0.1:4000`
 */
const [baseURL = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const output = resolve(import.meta.dirname, '.output/screenshots');

/** Where to go; to a page whose address nobody knows beforehand, the first of some links on the page before. */
type Stop = [name: string, to: string | { link: string }];

async function stops(): Promise<[email: string | null, stops: Stop[]][]> {
  const query = `{ competitions(first: 20) { edges { node { slug entries(first: 1) { edges { node { number } } } } } } }`;
  const response = await fetch(`${baseURL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: { competitions: { edges: { node: { slug: string; entries: { edges: { node: { number: number } }[] } } }[] } };
  };
  const competition = data.competitions.edges[0]?.node;
  if (!competition) throw new Error(`${baseURL} has no competition; load the demonstration first.`);
  const home = `/c/${competition.slug}`;
  const organize = `/organize/${competition.slug}`;
  return [
    [
      null,
      [
        ['home', '/'],
        ['competition', home],
        ['entries', `${home}/entries`],
        ['entry', `${home}/entries/${competition.entries.edges[0]?.node.number}`],
        ['results', `${home}/results`],
        ['sign-in', '/sign-in'],
      ],
    ],
    [
      'member@laurel.example',
      [
        ['projects', '/projects'],
        ['project', { link: 'h3 a' }],
      ],
    ],
    [
      'region@laurel.example',
      [
        ['verify', '/verify'],
        ['organization', { link: 'h2 a' }],
        ['register', '/organizations/new'],
      ],
    ],
    [
      'judge1@laurel.example',
      [
        ['judge', '/judge'],
        ['sheet', { link: 'ol a' }],
      ],
    ],
    [
      'organizer@laurel.example',
      [
        ['organize', organize],
        ['review', `${organize}/entries`],
        ['panels', `${organize}/panels`],
        ['scoring-rule', `${organize}/scoring-rule/review`],
        ['robustness', `${organize}/robustness/review`],
        ['what-if', `${organize}/what-if/review`],
        ['extensions', `${organize}/extensions`],
        ['transfers', `${organize}/transfers`],
        ['nominations', `${organize}/nominations`],
        ['unit', { link: 'a[href*="/nominations/"]' }],
        ['messages', `${organize}/messages`],
        ['set-up', `${organize}/setup`],
        ['rehearsal', `${organize}/rehearsal`],
      ],
    ],
  ];
}

async function take(context: BrowserContext, list: Stop[], suffix: string): Promise<void> {
  const page = await context.newPage();
  for (const [name, to] of list) {
    const path = typeof to === 'string' ? to : await page.locator(`main ${to.link}`).first().getAttribute('href');
    await page.goto(path ?? '/');
    await settled(page);
    await page.screenshot({ path: join(output, `${name}-${suffix}.png`), fullPage: true });
  }
}

mkdirSync(output, { recursive: true });
const browser = await chromium.launch(await chromiumOptions());
try {
  for (const [email, list] of await stops()) {
    for (const locale of ['zh-CN', 'en']) {
      for (const width of [390, 1440]) {
        const viewport = { width, height: width < 600 ? 844 : 900 };
        const context = await browser.newContext({ baseURL, locale, viewport, reducedMotion: 'reduce' });
        if (email) await signInWithCode(context, email);
        await take(context, list, `${width}-${locale}`);
        await context.close();
      }
    }
  }
  process.stdout.write(`The pictures are in ${output}.\n`);
} finally {
  await browser.close();
}
