import { setImmediate } from 'node:timers/promises';

/** So long may a server be kept from its requests at a time. */
const longestMs = 4;

/** Runs work that yields now and then, and lets everything else go first as often as that. */
export async function inBreaths<T>(work: Generator<void, T>): Promise<T> {
  let since = performance.now();
  let step = work.next();
  while (!step.done) {
    if (performance.now() - since > longestMs) {
      await setImmediate();
      since = performance.now();
    }
    step = work.next();
  }
  return step.value;
}
