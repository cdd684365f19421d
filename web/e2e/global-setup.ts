import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import startPostgres from '../../api/test/global-setup.ts';
import { chromiumOptions } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the run listens, for Playwright. */
    browser: string;
  }
}

/** One PostgreSQL and one browser for the whole run; both end by themselves when the run is killed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(resolve(import.meta.dirname, '../dist/index.html'))) {
    throw new Error('The pages are not built yet; run `npm run build` first.');
  }
  rmSync(resolve(import.meta.dirname, '.output/failures'), { recursive: true, force: true });
  const stopPostgres = await startPostgres(project);
  try {
    const browser = await chromium.launchServer({ ...(await chromiumOptions()), host: '127.0.0.1' });
    project.provide('browser', browser.wsEndpoint());
    return async () => {
      await browser.close();
      await stopPostgres();
    };
  } catch (error) {
    await stopPostgres();
    throw error;
  }
}
