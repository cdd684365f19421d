import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, findNode, toolEnvironment } from './install.mjs';
import { end, forwardSignals, root } from './quietly.mjs';

/** The `laurel` command: sees that everything is there, then hands over to the built program under Node 24. */
const args = process.argv.slice(2);
try {
  await ensureInstalled();
  await ensureBuilt(args[0] === 'serve' ? ['api', 'seeds', 'web'] : ['api', 'seeds']);
} catch (error) {
  end(error);
}

const child = spawn(findNode(), ['--enable-source-maps', join(root, 'api/dist/cli.js'), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: toolEnvironment().PATH },
});
forwardSignals(child);
child.once('error', end);
child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
