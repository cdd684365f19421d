import { countIds, fixedClock, openOrm, readSettings, withSecret } from '@laurel/api';
import { SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import { loadDemonstration, stepsOf } from './load/demonstration.ts';
import { makeScene } from './load/scene.ts';
import { PLANS } from './scenarios/index.ts';
import type { SeedState } from './types.ts';

const { databaseUrl, state, today } = new Command('seed')
  .description('Loads the demonstration into an empty, migrated database.')
  .requiredOption('--database-url <url>', 'PostgreSQL')
  .addOption(new Option('--state <state>', 'what is open').choices(Object.keys(PLANS)).default('voting-open'))
  .option('--today <date>', 'the day the stages are laid around, such as 2026-11-21 (today)')
  .parse()
  .opts<{ databaseUrl: string; state: SeedState; today?: string }>();

countIds();
const anchor = today === undefined ? new Date() : new Date(`${today}T04:00:00Z`);
const started = performance.now();
const bar = new SingleBar({
  format: '  {bar} {percentage}% {doing}',
  barsize: 28,
  stream: process.stderr,
  noTTYOutput: true,
  notTTYSchedule: 5_000,
  hideCursor: true,
});
const orm = await openOrm(databaseUrl, { logger: () => undefined });
const { secret } = withSecret(readSettings());
const scene = makeScene(orm, fixedClock(anchor), secret, (count, doing) => bar.increment(count, { doing }));
bar.start(stepsOf(state), 0, { doing: 'regions' });
try {
  await loadDemonstration(scene, state, anchor);
} finally {
  bar.stop();
  await orm.close(true);
}
process.stderr.write(`  ${state} loaded in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
