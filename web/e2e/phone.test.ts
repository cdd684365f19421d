import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeActivity, makeEntry, makePerson } from '../../api/src/test/factories.ts';
import { openCompetition } from './competition.ts';
import { startLaurel } from './laurel.ts';

const laurel = startLaurel();

/** Of JavaScript, as it travels; what a voter on the edge of 3G is ready to wait for. */
const budget = 200 * 1000;

/** A cheap phone in a county town: Chromium's "slow 4G", and a quarter of this machine's speed. */
const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

interface Load {
  /** Addresses of everything that ran. */
  scripts: string[];
  /** What all of it took on its way, headers included, as the server compresses it. */
  transferred: number;
  largestPaint: number;
}

/** Opens a page on that phone, with nothing cached, and measures what came and when it was drawn. */
async function load(page: Page, path: string): Promise<Load> {
  const phone = await page.context().newCDPSession(page);
  await phone.send('Network.enable');
  await phone.send('Network.setCacheDisabled', { cacheDisabled: true });
  await phone.send('Network.emulateNetworkConditions', network);
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const scripts = new Map<string, string>();
  let transferred = 0;
  phone.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.endsWith('.js')) scripts.set(requestId, response.url);
  });
  phone.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) transferred += encodedDataLength;
  });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1);
      if (last) Object.assign(window, { largestPaint: last.startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const largestPaint = await page.evaluate(() => (window as { largestPaint?: number }).largestPaint ?? Number.NaN);
  return { scripts: [...scripts.values()], transferred, largestPaint };
}

/** By gzip, whatever the server and the browser agree on, so that the number means the same everywhere. */
async function zippedSize(url: string): Promise<number> {
  return gzipSync(await (await fetch(url)).text()).length;
}

test('a voter’s first page is light and soon there on a slow phone, and a tap is soon acknowledged', async () => {
  const { world } = laurel;
  const competition = await openCompetition(world, { votesPerDay: 5 });
  const entry = await makeEntry(world, competition);
  await makeActivity(world, entry);
  const page = await laurel.visit('/sign-in', { language: 'zh-CN', as: await makePerson(world) });
  // What that page still waits for is not this one's.
  await page.goto('about:blank');
  const { scripts, transferred, largestPaint } = await load(page, `/c/${competition.slug}/entries/${entry.number}`);

  const bar = page.getByRole('region', { name: '投票' });
  const vote = bar.getByRole('button', { name: '投票', exact: true });
  const acknowledged: number[] = [];
  for (let tap = 0; tap < 3; tap += 1) {
    await vote.waitFor();
    // Measured inside the page, from the tap to the seal, so that the test's own way there does not count.
    const time = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let from = 0;
          addEventListener('click', () => (from = performance.now()), { capture: true, once: true });
          const watch = new MutationObserver(() => {
            if (!document.body.innerText.includes('已计票')) return;
            watch.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - from));
          });
          watch.observe(document.body, { childList: true, subtree: true, characterData: true });
        }),
    );
    await vote.tap();
    acknowledged.push(Math.round(await time));
    await bar.getByRole('button', { name: '撤回' }).tap();
  }
  const sizes = await Promise.all(scripts.map(zippedSize));
  const size = sizes.reduce((sum, one) => sum + one, 0);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  process.stdout.write(
    `  entry page on a slow phone (4 × slower, 1.6 Mbit/s, 150 ms): ${kilobytes(size)} of JavaScript by gzip in ` +
      `${scripts.length} files (${kilobytes(transferred)} on the wire), largest paint after ` +
      `${Math.round(largestPaint)} ms, tap to acknowledged ${acknowledged.join(', ')} ms (the first with a proof of work)\n`,
  );
  expect(size).toBeGreaterThan(50_000);
  expect(size).toBeLessThanOrEqual(budget);
});
