import { join } from 'node:path';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

const folder = join(import.meta.dirname, '../dist');

export interface Programs {
  server: string;
  load: string;
  bare: string;
}

/**
 * The server under test and the processes that measure it run as built code, as the server does in earnest: tsx
 * wraps every function it meets to keep its name, which shows at run time. Takes about a second.
 */
export async function buildPrograms(): Promise<Programs> {
  const api = join(import.meta.dirname, '../..');
  const options = Array.isArray(config) ? config[0] : config;
  if (typeof options !== 'object') throw new Error('rolldown.config.ts holds no options');
  await build({
    ...options,
    tsconfig: join(api, 'tsconfig.json'),
    logLevel: 'warn',
    input: {
      server: join(api, 'bench/server/main.ts'),
      load: join(api, 'bench/load/main.ts'),
      bare: join(api, 'bench/server/bare-insert.ts'),
    },
    output: { dir: folder, format: 'esm', sourcemap: true, cleanDir: true, chunkFileNames: '[name]-[hash].js' },
  });
  return { server: join(folder, 'server.js'), load: join(folder, 'load.js'), bare: join(folder, 'bare.js') };
}
