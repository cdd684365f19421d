import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { turbo } from './install.mjs';
import { Failure, ProgramFailure, quietly, root } from './quietly.mjs';

const results = { api: 'api/dist/cli.js', seeds: 'seeds/dist/run.js', web: 'web/dist/index.html' };
const stampFile = join(root, 'node_modules/.cache/laurel-build.json');
const ignored = new Set(['node_modules', 'dist', 'gql', '.turbo', 'bin', 'bench', 'e2e', 'coverage']);

/**
 * Builds these workspaces, if their sources changed since. turbo knows that too, but takes a second to say so, and
 * a second start should be quick; so names, sizes and times of the files are compared first.
 */
export async function ensureBuilt(workspaces) {
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const stamp = fingerprint();
  const stale = workspaces.filter((name) => stamps[name] !== stamp || !existsSync(join(root, results[name])));
  if (stale.length === 0) return;
  const filters = stale.map((name) => `--filter=@laurel/${name}`);
  try {
    await quietly(`Building ${stale.join(', ')}`, turbo('build', ...filters), () => `Built ${stale.join(', ')}`);
  } catch (error) {
    if (error instanceof ProgramFailure && /ENOSPC|no space left/i.test(error.output)) {
      throw new Failure('The disk is full; free some space and try again.');
    }
    throw error;
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  const built = Object.fromEntries(stale.map((name) => [name, stamp]));
  writeFileSync(stampFile, JSON.stringify({ ...stamps, ...built }));
}

function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const file = statSync(join(root, path));
    if (!file.isDirectory()) return hash.update(`${path} ${file.size} ${file.mtimeMs}\n`);
    for (const name of readdirSync(join(root, path)).toSorted()) {
      if (!ignored.has(name) && !name.endsWith('.test.ts') && !name.endsWith('.test.tsx')) visit(`${path}/${name}`);
    }
    return undefined;
  };
  for (const path of ['package-lock.json', 'tsconfig.base.json', 'schema', 'api', 'seeds', 'web']) visit(path);
  return hash.digest('hex');
}
