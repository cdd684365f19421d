import type { Page } from 'playwright-core';

/** Waits until the page is drawn as it will stay: a heading is there, and nothing is on its way or in motion. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') &&
      !document.querySelector('[data-skeleton], .mantine-Skeleton-root, [aria-busy=true]'),
  );
  // However short, a transition shows its old colors for a frame.
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    do await frame();
    while ((await frame()) && document.getAnimations().length > 0);
  });
}
