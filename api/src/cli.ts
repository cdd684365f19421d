import { Console } from 'node:console';
import { endingOf, makeProgram } from './commands/program.ts';
import { signConnections, wantsTraces } from './server/env.ts';

// Libraries that write to the console, such as the migrator, report progress, not results. Some keep the console they
// find, so commands load after this.
globalThis.console = new Console(process.stderr);

function end(error: unknown): never {
  const { exitCode, message, cause } = endingOf(error);
  if (message) process.stderr.write(message);
  if (message && wantsTraces()) process.stderr.write(`${(cause instanceof Error ? cause : (error as Error)).stack}\n`);
  process.exit(exitCode);
}

process.on('uncaughtException', end);
process.on('unhandledRejection', end);
// The reader of a pipe may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? process.exit(0) : end(error)));
signConnections();
await makeProgram().parseAsync().catch(end);
process.exit(0);
