import type { Page, Request } from 'playwright-core';

const quietMs = 500;

/** Waits until the page has asked for nothing for half a second; "networkidle" tells that of the load alone. */
export async function atRest(page: Page): Promise<void> {
  const underWay = new Set<Request>();
  let changedAt = performance.now();
  const begins = (request: Request) => {
    underWay.add(request);
    changedAt = performance.now();
  };
  const ends = (request: Request) => {
    underWay.delete(request);
    changedAt = performance.now();
  };
  page.on('request', begins).on('requestfinished', ends).on('requestfailed', ends);
  while (underWay.size > 0 || performance.now() - changedAt < quietMs) await page.waitForTimeout(50);
  page.off('request', begins).off('requestfinished', ends).off('requestfailed', ends);
}
