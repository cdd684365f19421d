import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { openApp } from '../../src/server/app.ts';
import { parseSettings } from '../../src/server/env.ts';
import { BenchResolver } from './bench-resolver.ts';

/**
 * The real server, put together as `laurel serve` does in production, with two mutations more. It listens on loopback
 * and believes what the loopback says about the client's address, as it would a proxy in front.
 */
const [databaseUrl = '', port = '', secret = ''] = process.argv.slice(2);
const settings = parseSettings({
  HOST: '127.0.0.1',
  PORT: port,
  LAUREL_MODE: 'production',
  LAUREL_SECRET: secret,
  // Nothing is sent; without it sign-in codes would be shown, which production refuses.
  SMTP_URL: 'smtp://127.0.0.1:9',
  TRUSTED_PROXIES: '127.0.0.1',
  // All is counted, but what a bench sends would be a flood anywhere else, and proofs would be the load's own work.
  VOTES_PER_SECOND: '9999999',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  DATABASE_URL: databaseUrl,
  LAUREL_DATA: process.env.LAUREL_DATA,
});
const app = await openApp({ ...settings, secret }, databaseUrl, [BenchResolver]);
await app.listen();
process.send?.({ type: 'listening' });

let profiler: Session | undefined;
process.on('message', (message: { type: string; file?: string }) => {
  if (message.type === 'profile') void startProfile();
  if (message.type === 'profile-end' && message.file) void endProfile(message.file);
});

async function startProfile(): Promise<void> {
  profiler = new Session();
  profiler.connect();
  await profiler.post('Profiler.enable');
  await profiler.post('Profiler.setSamplingInterval', { interval: 500 });
  await profiler.post('Profiler.start');
  process.send?.({ type: 'profiling' });
}

async function endProfile(file: string): Promise<void> {
  const { profile } = (await profiler?.post('Profiler.stop')) ?? {};
  profiler?.disconnect();
  writeFileSync(file, JSON.stringify(profile));
  process.send?.({ type: 'profiled' });
}

process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
