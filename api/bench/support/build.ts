import { join } from 'node:path';
import { buildPrograms as build } from '../../src/test/build-programs.ts';

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
  const { folder, remove } = await build({
    server: 'bench/server/main.ts',
    load: 'bench/load/main.ts',
    bare: 'bench/server/bare-insert.ts',
  });
  return { server: join(folder, 'server.js'), load: join(folder, 'load.js'), bare: join(folder, 'bare.js'), remove };
}
