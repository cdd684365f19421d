import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

const api = join(import.meta.dirname, '../..');

/**
 * Builds programs as the real build does, into a folder that goes with this process: another run on the machine may
 * build something else while ours still lasts, and where no tool that walks the sources comes by. Takes about a second, and a built program starts in a third of the
 * time that tsx needs to start its sources. Returns the folder and how to remove it before that.
 */
export async function buildPrograms(input: Record<string, string>): Promise<{ folder: string; remove: () => void }> {
  const folder = join(api, 'node_modules/.cache/laurel-programs', randomUUID());
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const options = Array.isArray(config) ? config[0] : config;
  if (typeof options !== 'object') throw new Error('rolldown.config.ts holds no options');
  await build({
    ...options,
    tsconfig: join(api, 'tsconfig.json'),
    logLevel: 'warn',
    // Whatever looks for files from where it lies finds them as the real build does.
    transform: { define: { 'import.meta.dirname': JSON.stringify(join(api, 'dist')) } },
    input: {
      ...Object.fromEntries(Object.entries(input).map(([name, file]) => [name, join(api, file)])),
      'robustness-worker': join(api, 'src/scoring/rankings/explain/robustness-worker.ts'),
      'read-table-worker': join(api, 'src/competition/transfers/table/read-table-worker.ts'),
    },
    output: { dir: folder, format: 'esm', sourcemap: true, chunkFileNames: '[name]-[hash].js' },
  });
  return { folder, remove };
}
