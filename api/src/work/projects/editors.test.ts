import { expect, test } from 'vitest';
import { playEditors } from '../../test/editors.ts';
import { sharedWorld } from '../../test/shared-world.ts';

/** `npm run bench -w api -- editors` plays ten thousand. */
// oxlint-disable-next-line node/no-process-env -- A test takes no arguments.
const schedules = Number(process.env['EDITOR_SCHEDULES'] ?? 120);

const world = sharedWorld();

test(`${schedules} pairs of editors overwrite nothing silently and lose no word`, { timeout: 3_600_000 }, async () => {
  // oxlint-disable-next-line node/no-process-env -- A run that failed is played once more.
  const seed = Number(process.env['EDITOR_SEED'] ?? Math.floor(Math.random() * 1e9));
  const { example, ...report } = await playEditors(world, { schedules, seed });
  process.stdout.write(`  EDITOR_SEED=${seed}: ${JSON.stringify(report)}\n${example ?? ''}`);
  expect(report).toMatchObject({ schedules, overwrites: 0, lostWords: 0, forgotten: 0 });
  // The schedules do come to what they are about.
  for (const what of ['stale', 'joined', 'conflicts', 'lostAnswers', 'lostRequests'] as const) {
    expect(report[what], what).toBeGreaterThan(0);
  }
});
