import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { Failure } from '../core/failure.ts';

export const demonstrationStates = ['submissions-open', 'voting-open', 'results-published'] as const;
export type DemonstrationState = (typeof demonstrationStates)[number];

/**
 * The seeds know the api and not the other way round, so they run as a program of their own. Whatever they write is
 * progress and goes to stderr: stdout belongs to the command's result.
 */
export async function loadDemonstration(databaseUrl: string, state: DemonstrationState, signal?: AbortSignal) {
  const program = join(root, 'seeds/dist/run.js');
  if (!existsSync(program)) throw new Failure('The seeds are not built; run npm run build.');
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [program, '--database-url', databaseUrl, '--state', state], {
      stdio: ['ignore', process.stderr, process.stderr],
    });
    signal?.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    if (signal?.aborted) child.kill('SIGTERM');
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Failure('The demonstration could not be loaded; it is begun anew the next time.');
}
