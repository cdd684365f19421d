import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** The processes a bench has started. None outlives it: they are killed, each by its number, when it ends. */
const children = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

interface ForkOptions {
  args?: string[];
  execArgv?: string[];
  env?: NodeJS.ProcessEnv;
  /** A descriptor. */
  output?: number;
}

/** A Node process with a channel for messages; what it prints goes to stderr, or to a file. */
export function forkOwn(
  file: string,
  { args = [], execArgv = [], env = {}, output = 2 }: ForkOptions = {},
): ChildProcess {
  const child = fork(file, args, {
    execArgv,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
    serialization: 'advanced',
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

export const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Asks it to end, and after a while sees to it. */
export async function endOwn(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([gone, delay(3000, undefined, { ref: false })]);
  if (!hasEnded(child)) child.kill('SIGKILL');
  await gone;
}

/** The next message of a kind; rejects when the child ends first or takes too long. */
export async function answerOf<T extends { type: string }>(
  child: ChildProcess,
  type: T['type'],
  what: string,
  withinMs: number,
): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => done(() => reject(new Error(`${what} took longer than ${withinMs} ms`))), withinMs);
    const onMessage = (message: T) => {
      if (message.type === type) done(() => resolve(message));
    };
    const onExit = (code: number | null, signal: string | null) =>
      done(() => reject(new Error(`${what} ended (${signal ?? `exit code ${code}`})`)));
    const done = (settle: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      settle();
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}
