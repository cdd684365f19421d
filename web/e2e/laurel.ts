import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, type TestContext } from 'vitest';
import { openApp, type App } from '../../api/src/server/app.ts';
import { parseSettings, withSecret } from '../../api/src/server/env.ts';
import { makeWorld, secret, type World } from '../../api/src/test/world.ts';
import { signInWithCode } from './sign-in.ts';

const failures = resolve(import.meta.dirname, '.output/failures');
export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

interface Visit {
  language?: 'zh-CN' | 'en';
  viewport?: { width: number; height: number };
  /** Whoever sits in front of it, already signed in. */
  as?: { email: string };
}

export interface Laurel {
  /** Where the test prepares what a journey begins with, through the use cases. */
  world: World;
  url: string;
  /** A browser of somebody's own, on a phone unless the test says otherwise. */
  visit(path: string, visit?: Visit): Promise<Page>;
}

/**
 * A whole Laurel for the tests of one file: database, server, built pages. After each test its browsers close, having
 * left a picture if it failed; a page that complained on its console fails the test.
 */
export function startLaurel(): Laurel {
  const laurel = {} as Laurel;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  let app: App | undefined;
  let files: string | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    laurel.world = await makeWorld(new Date().toISOString());
    const port = await freePort();
    files = mkdtempSync(join(tmpdir(), 'laurel-e2e-'));
    const settings = { PORT: String(port), LAUREL_SECRET: secret, LAUREL_DATA: files, LOG_LEVEL: 'error' };
    const env = withSecret(parseSettings(settings));
    app = await openApp(env, laurel.world.databaseUrl);
    await app.listen();
    laurel.url = env.publicUrl;
    browser = await chromium.connect(inject('browser'));
  });

  laurel.visit = async (path, { language = 'en', viewport = phone, as } = {}) => {
    if (!browser) throw new Error('visit() works inside tests only');
    const context = await browser.newContext({
      baseURL: laurel.url,
      viewport,
      hasTouch: viewport.width < 600,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      // What moves has half its colour; still pages are also faster.
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    context.on('console', (message) => {
      // The browser itself says so where a test has taken the network away.
      if (message.text().includes('ERR_INTERNET_DISCONNECTED')) return;
      if (message.type() === 'error') complaints.push(`${message.page()?.url()}: ${message.text()}`);
    });
    context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`));
    if (as) await signInWithCode(context, as.email);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };

  afterEach(async ({ task }: TestContext) => {
    const hasFailed = task.result?.state === 'fail';
    const pages = contexts.flatMap((context) => context.pages());
    for (const [index, page] of hasFailed ? pages.entries() : []) {
      const title = `${task.suite?.name ?? ''} ${task.name}`.replaceAll(/\W+/g, '-');
      const name = `${title.slice(-80)}${index + 1}.png`;
      await page.screenshot({ path: join(failures, name), fullPage: true }).catch(() => undefined);
    }
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0), 'the pages complained on the console').toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
    // What failed to open has already been reported.
    await (laurel.world as World | undefined)?.close();
    if (files) rmSync(files, { recursive: true, force: true });
  });
  return laurel;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
