import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, findNode, toolEnvironment } from './install.mjs';
import { end, forwardSignals, root } from './quietly.mjs';

/** The `laurel` command: sees that everything is there, then hands over to the built program under Node 24. */
const needs = { serve: ['api', 'seeds', 'web'], seed: ['api', 'seeds'] };
const args = process.argv.slice(2);
try {
  await ensureInstalled();
  await ensureBuilt(needs[args[0]] ?? ['api']);
} catch (error) {
  end(error);
}

// What requests leave behind dies young: with room for it, the collector has a twentieth less to do.
const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=64'];
const child = spawn(findNode(), nodeFlags.concat(join(root, 'api/dist/cli.js'), args), {
  stdio: 'inherit',
  env: { ...process.env, ...toolEnvironment() },
});
forwardSignals(child);
child.once('error', end);
child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
