import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

export interface Programs {
  server: string;
  load: string;
  bare: string;
  remove: () => void;
}

/**
 * The server under test and the processes that measure it run as built code, as the server does in earnest: tsx
 * wraps every function it meets to keep its name, which shows at run time. Takes about a second.
 */
export async function buildPrograms(): Promise<Programs> {
  // Of this stage alone: another bench on the machine may build something else while ours still runs.
  const folder = join(import.meta.dirname, '../dist', randomUUID());
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const api = join(import.meta.dirname, '../..');
  const options = Array.isArray(config) ? config[0] : config;
  if (typeof options !== 'object') throw new Error('rolldown.config.ts holds no options');
  await build({
    ...options,
    tsconfig: join(api, 'tsconfig.json'),
    logLevel: 'warn',
    // Whatever looks for files from where it lies finds them as the real build does.
    transform: { define: { 'import.meta.dirname': JSON.stringify(join(api, 'dist')) } },
    input: {
      server: join(api, 'bench/server/main.ts'),
      load: join(api, 'bench/load/main.ts'),
      bare: join(api, 'bench/server/bare-insert.ts'),
      'robustness-worker': join(api, 'src/modules/rankings/explain/robustness-worker.ts'),
    },
    output: { dir: folder, format: 'esm', sourcemap: true, chunkFileNames: '[name]-[hash].js' },
  });
  return { server: join(folder, 'server.js'), load: join(folder, 'load.js'), bare: join(folder, 'bare.js'), remove };
}
