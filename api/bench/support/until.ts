import { setTimeout as delay } from 'node:timers/promises';

/** Waits for something to be so, but not for ever; tells whether it is. */
export async function until(isSo: () => boolean, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; !isSo() && Date.now() < end;) await delay(5);
  return isSo();
}
