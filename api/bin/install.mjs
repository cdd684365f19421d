import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure, ProgramFailure, quietly, root } from './quietly.mjs';

const NODE = 24;
const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules/.laurel-lock');

/** Installs the packages of package-lock.json where they are missing or others. Needs nothing but Node 20 and npm. */
export async function ensureInstalled() {
  const stamp = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!isInstalledByHand()) await install();
  writeFileSync(stampFile, stamp);
}

/** npm leaves its own account of what it installed; if that says the same as the lock, there is nothing to do. */
function isInstalledByHand() {
  const account = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(account)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(account, 'utf8')).packages;
  return Object.entries(wanted)
    .filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
    .every(([path, { version, optional }]) => (present[path] ? present[path].version === version : optional));
}

async function install() {
  // Under npm its own program is known; on Windows npm itself can only be started through a shell.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...npm.slice(1), 'ci', '--loglevel=error', '--no-progress'];
  try {
    await quietly('Installing packages', { file: npm[0], args }, () => 'Packages installed');
  } catch (error) {
    throw explain(error);
  }
}

const reasons = [
  [/ENOSPC|no space left/i, 'The disk is full; free some space and try again.'],
  [/EUSAGE|can only install packages when/, 'package.json and package-lock.json disagree; run npm install.'],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network/i,
    'The packages could not be fetched; see whether this machine reaches the npm registry.',
  ],
  [/EACCES|EPERM|EROFS/, `npm may not write in ${root}; see who owns it.`],
];

function explain(error) {
  if (error.code === 'ENOENT') return new Failure('npm is not installed; it comes with Node from nodejs.org.');
  if (!(error instanceof ProgramFailure) || error.signal) return error;
  const reason = reasons.find(([pattern]) => pattern.test(error.output));
  if (reason) return new Failure(reason[1]);
  const said = error.output.split('\n').find((line) => /^npm err/i.test(line)) ?? error.message;
  return new Failure(`npm could not install the packages: ${said.replace(/^npm \w+ */i, '')}`);
}

/** The Node that comes as a package, else the one that runs this, if it is new enough. */
export function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const packaged = join(root, 'node_modules', `node-${platform}-${process.arch}`, file);
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= NODE) return process.execPath;
  throw new Failure(`Laurel needs Node ${NODE} or newer, and this is ${process.version}; see nodejs.org.`);
}

/** What programs among the packages need to find each other and our Node, and to be sparing with words. */
export function toolEnvironment() {
  return {
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    // Compiled packages are kept from one start to the next, which saves a quarter of it.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node'),
    ...(process.env.CI || !process.stderr.isTTY ? { NO_COLOR: '1' } : {}),
  };
}

/** A program of the packages, given by its script, under our Node. */
export const tool = (script, ...args) => ({
  file: findNode(),
  args: [join(root, 'node_modules', script), ...args],
  env: toolEnvironment(),
});

export const turbo = (...args) =>
  tool('turbo/bin/turbo', 'run', ...args, '--output-logs=errors-only', '--log-prefix=none', '--no-update-notifier');
