import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, tool, turbo } from './install.mjs';
import { end, ProgramFailure, quietly, root, seconds } from './quietly.mjs';

/**
 * Everything that must hold, round by round: what is small runs side by side, and each of the large suites, which keeps
 * every processor busy by itself, runs alone; the first failure ends the run. `npm test -- lint api` runs the steps of
 * these names alone.
 */
const began = performance.now();
const reports = mkdtempSync(join(tmpdir(), 'laurel-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const vitest = (name, cwd, ...args) => ({
  report: join(reports, `${name.replaceAll(' ', '-')}.json`),
  command() {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${this.report}`];
    return { ...tool('vitest/vitest.mjs', 'run', ...args, ...reporters), cwd: join(root, cwd) };
  },
});

const steps = {
  codegen: { says: 'Generated types', command: () => turbo('codegen') },
  format: { says: 'Format', command: () => tool('oxfmt/bin/oxfmt', '--check', '.') },
  lint: {
    says: 'Types, lint and borders',
    command: () => tool('oxlint/bin/oxlint', '--type-aware', '--type-check', '--deny-warnings'),
  },
  exports: { says: 'Exports that are imported', command: () => tool('knip/bin/knip.js', '--no-progress') },
  check: { says: 'Schema, migrations and generated types current', command: () => turbo('check') },
  build: { says: 'Build', command: () => turbo('build') },
  api: { says: 'API tests', ...vitest('api', 'api') },
  seeds: { says: 'Seeds tests', ...vitest('seeds', 'seeds') },
  web: { says: 'Web tests', ...vitest('web', 'web') },
  browser: { says: 'Browser tests', ...vitest('browser', 'web', '-c', 'vitest.e2e.config.ts') },
};

/** Numbers of tests, as vitest reports them; a run that failed otherwise counts as one failed. */
function count({ report }, hasFailed) {
  const none = { passed: 0, failed: hasFailed ? 1 : 0 };
  if (!report || !existsSync(report)) return none;
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, failed: Math.max(failed, none.failed) };
}

const total = { passed: 0, failed: 0 };
function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

/** The last line is read by machines. */
function summarize(ran) {
  const left = Object.keys(steps).length - ran;
  process.stdout.write(`\n${ran} steps in ${seconds(began)}${left > 0 ? `, ${left} not run` : ''}\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
}

/** What most others stand on comes first, and what is soon told before what takes minutes. */
const rounds = [
  ['codegen', 'format'],
  ['lint', 'exports'],
  ['check', 'build'],
  ['seeds'],
  ['web'],
  ['api'],
  ['browser'],
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps[name]);
if (unknown.length > 0) {
  process.stderr.write(
    `laurel: There is no step ${unknown.join(', ')}; the steps are ${Object.keys(steps).join(', ')}.\n`,
  );
  process.exit(2);
}

await ensureInstalled().catch(end);
const ending = new AbortController();
let wasInterrupted = false;
process.on('SIGINT', () => (wasInterrupted = true));
let ran = 0;
let failure;

async function run(step) {
  const words = () => (step.report ? `${step.says}: ${count(step, false).passed} passed` : step.says);
  try {
    await quietly(step.says, { ...step.command(), signal: ending.signal }, words);
    add(count(step, false));
  } catch (error) {
    // Whatever was ended because of another failure is neither passed nor failed.
    if (ending.signal.aborted) return;
    failure = error;
    add(count(step, true));
    ending.abort();
  }
  ran += 1;
}

for (const round of rounds) {
  if (failure) break;
  const names = round.filter((name) => asked.length === 0 || asked.includes(name));
  await Promise.all(names.map((name) => run(steps[name])));
}
if (failure instanceof ProgramFailure) process.stdout.write(`\n${failure.output.trim()}\n`);
else if (failure) process.stderr.write(`laurel: ${failure.message}\n`);
summarize(ran);
if (failure) process.exit(wasInterrupted || failure.signal === 'SIGINT' || failure.code === 130 ? 130 : 1);
