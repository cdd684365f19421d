/**
 * When to save what somebody is writing: a moment after they pause, at the latest a few
 * seconds into a long stretch, again and again while the network is away, and never twice
 * at once. It knows nothing of what is saved.
 */

/** `stopped` waits for a person: signing in, a choice between two texts, a correction. */
export type SaveOutcome = 'saved' | 'failed' | 'stopped';

interface AutosaveOptions {
  /** Sends whatever is unsaved now; told `saved` when there was nothing to send. */
  save: () => Promise<SaveOutcome>;
  /** Milliseconds of quiet before saving. */
  pause?: number;
  /** Milliseconds after which even somebody who keeps typing is saved. */
  longest?: number;
  /** Milliseconds before each further try; the last one repeats. */
  retries?: readonly number[];
}

export interface Autosave {
  /** Something changed. */
  touch(): void;
  /** Save now; resolves when that is done or has failed once. */
  flush(): Promise<void>;
  /** No more timers. What is unsaved stays unsaved. */
  dispose(): void;
}

export function makeAutosave({
  save,
  pause = 1500,
  longest = 5000,
  retries = [2000, 5000, 10_000, 30_000],
}: AutosaveOptions): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let isDirty = false;
  let isDisposed = false;
  let dirtySince = 0;
  let failures = 0;

  const later = (milliseconds: number) => {
    clearTimeout(timer);
    if (!isDisposed) timer = setTimeout(() => void run(), milliseconds);
  };

  async function once(): Promise<void> {
    isDirty = false;
    const outcome = await save().catch((): SaveOutcome => 'failed');
    if (outcome === 'failed') {
      isDirty = true;
      later(retries[Math.min(failures, retries.length - 1)] ?? 0);
      failures += 1;
      return;
    }
    failures = 0;
    // Typed while it was on its way.
    if (isDirty) later(pause);
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    if (!running) {
      if (!isDirty) return Promise.resolve();
      running = once().finally(() => {
        running = undefined;
      });
    }
    return running;
  }

  return {
    touch() {
      if (!isDirty) dirtySince = Date.now();
      isDirty = true;
      // While one save is on its way, its end decides about the next.
      if (running) return;
      later(Math.max(0, Math.min(pause, dirtySince + longest - Date.now())));
    },
    async flush() {
      if (running) await running;
      await run();
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
