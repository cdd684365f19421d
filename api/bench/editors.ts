import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The property test of the API, at length: it has its own PostgreSQL and prints what happened. */
export async function benchEditors(schedules: number): Promise<boolean> {
  const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', 'src/work/projects/editors.test.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, EDITOR_SCHEDULES: String(schedules) },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
