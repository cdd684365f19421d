import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, tool, turbo } from './install.mjs';
import { end, quietly, root } from './quietly.mjs';

/**
 * The API, rebuilt and restarted at each change, and the pages under Vite, side by side; one Ctrl-C stops both.
 * A third process keeps the embedded database running, which the API would otherwise stop at each restart.
 */
const web = 'http://127.0.0.1:5173';
const api = `http://127.0.0.1:${process.env.PORT || 4000}`;
try {
  await ensureInstalled();
  await quietly('Generating types', turbo('codegen'), () => 'Types generated');
  await ensureBuilt(['seeds']);
} catch (error) {
  end(error);
}

const children = new Set();
let exitCode = 0;

function start(name, cwd, { file, args, env }, stdio = 'inherit') {
  const child = spawn(file, args, { cwd: join(root, cwd), env: { ...process.env, ...env }, stdio });
  children.add(child);
  child.once('error', end);
  child.once('exit', (code) => {
    children.delete(child);
    if (!isStopping) {
      exitCode = code || 1;
      process.stderr.write(`laurel: ${name} ended, so the rest is stopped.\n`);
    }
    stop();
  });
  return child;
}

let isStopping = false;
function stop() {
  if (!isStopping) for (const child of children) child.kill('SIGTERM');
  isStopping = true;
  if (children.size === 0) process.exit(exitCode);
}
// The terminal has told the children already; they are told again, in case it was not the terminal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

if (!process.env.DATABASE_URL) {
  const keeper = start('The database', 'api', tool('tsx/dist/cli.mjs', 'src/tools/keep-database.ts'), [
    'ignore',
    'pipe',
    'inherit',
  ]);
  await new Promise((resolve) => keeper.stdout.once('data', resolve));
}
// People come by way of Vite, which passes on to the API what is the API's.
const server = tool('../api/bin/watch.mjs');
start('The API', 'api', { ...server, env: { PUBLIC_URL: web, ...server.env } });
start('Vite', 'web', tool('vite/bin/vite.js', '--clearScreen=false'));
process.stderr.write(`\n  Pages  ${web}  (changes appear at once)\n  API    ${api}  (reloads by itself)\n\n`);

// A changed operation changes the generated types.
let timer;
watch(join(root, 'web/src'), { recursive: true }, (_event, name) => {
  if (!name?.endsWith('.graphql')) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const { file, args, env } = tool('../web/codegen.ts');
    spawn(file, args, {
      cwd: join(root, 'web'),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }, 100);
});
