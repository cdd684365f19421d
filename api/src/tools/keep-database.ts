import { readSettings } from '../server/env.ts';
import { joinDatabase } from '../database/embedded.ts';

/** Keeps the embedded database running until told to stop, so that a server beside it may come and go quickly. */
const database = await joinDatabase({ dataFolder: readSettings().dataFolder });
const stop = () => void database.leave().finally(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
process.stdout.write('ready\n');
void database.lost.then(({ message }) => {
  process.stderr.write(`laurel: ${message}\n`);
  process.exit(1);
});
