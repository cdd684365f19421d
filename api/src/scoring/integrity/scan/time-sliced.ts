import { setImmediate } from 'node:timers/promises';

/** The longest time for which requests have to wait. */
const longestMs = 4;

/** Runs work in slices: where it yields after the limit, the event loop goes first. */
export async function timeSliced<T>(work: Generator<void, T>): Promise<T> {
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
