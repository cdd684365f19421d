import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { turbo } from './install.mjs';
import { Failure, ProgramFailure, quietly, root } from './quietly.mjs';

const sources = { api: ['schema', 'api'], seeds: ['schema', 'api', 'seeds'], web: ['schema', 'web'] };
const results = { api: 'api/dist/cli.js', seeds: 'seeds/dist/run.js', web: 'web/dist/index.html' };
const stampFile = join(root, 'node_modules/.cache/laurel-build.json');
const ignored = new Set(['node_modules', 'dist', 'gql', '.turbo', 'bin', 'bench', 'e2e', 'coverage']);

/**
 * Builds these workspaces, if their sources changed since. turbo knows that too, but takes a second to say so, and
 * a second start should be quick; so names, sizes and times of the files are compared first.
 */
export async function ensureBuilt(workspaces) {
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const found = Object.fromEntries(workspaces.map((name) => [name, fingerprint(sources[name])]));
  const stale = workspaces.filter((name) => stamps[name] !== found[name] || !existsSync(join(root, results[name])));
  if (stale.length === 0) return;
  const filters = stale.map((name) => `--filter=@laurel/${name}`);
  try {
    await quietly(`Building ${stale.join(', ')}`, turbo('build', ...filters), () => `Built ${stale.join(', ')}`);
  } catch (error) {
    if (!(error instanceof ProgramFailure) || error.signal) throw error;
    if (/ENOSPC|no space left/i.test(error.output)) {
      throw new Failure('The disk is full; free some space and try again.');
    }
    error.message = `The build of ${stale.join(', ')} failed, as told above.`;
    throw error;
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ ...stamps, ...found }));
}

function fingerprint(folders) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const file = statSync(join(root, path));
    if (!file.isDirectory()) return hash.update(`${path} ${file.size} ${file.mtimeMs}\n`);
    for (const name of readdirSync(join(root, path)).toSorted()) {
      if (!ignored.has(name) && !name.endsWith('.test.ts') && !name.endsWith('.test.tsx')) visit(`${path}/${name}`);
    }
    return undefined;
  };
  for (const path of ['package-lock.json', 'tsconfig.base.json', ...folders]) visit(path);
  return hash.digest('hex');
}
