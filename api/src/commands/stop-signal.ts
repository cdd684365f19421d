import { setTimeout as delay } from 'node:timers/promises';

interface StopSignal {
  requested: Promise<void>;
  signal: AbortSignal;
  /** Signals have their usual effect again. */
  ignore: () => void;
}

/** What shells expect of a program that a Ctrl-C has ended. */
export const INTERRUPTED = 130;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export class Interruption extends Error {}

/** The first Ctrl-C (or SIGTERM) asks for a clean stop, the second one takes it by force. */
export function onStopSignal(): StopSignal {
  const controller = new AbortController();
  const requested = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  let first = 0;
  const ask = () => {
    const now = performance.now();
    // npm and our own wrapper pass on the Ctrl-C that the terminal has sent us already: several at once are one.
    if (!first) first = now;
    else if (now - first > 1000) process.exit(INTERRUPTED);
    controller.abort();
  };
  for (const name of signals) process.on(name, ask);
  const ignore = () => signals.forEach((name) => process.off(name, ask));
  return { requested, signal: controller.signal, ignore };
}

/** Waits for the end of the work, good or bad, but not for long. */
export async function within(milliseconds: number, work: Promise<unknown> | undefined): Promise<void> {
  await Promise.race([work?.catch(() => undefined), delay(milliseconds, undefined, { ref: false })]);
}
