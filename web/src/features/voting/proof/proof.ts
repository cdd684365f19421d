type Answer = { proof: string } | { error: string };

/**
 * Does the work the server asks for before a vote, beside the page, which stays as quick as it was. Load it when it is
 * needed; most votes are never asked.
 */
export async function solveChallenge(challenge: string, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted();
  if (typeof Worker === 'undefined') return await solveInPage(challenge);
  const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<string>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if ('proof' in data) resolve(data.proof);
        else reject(new Error(data.error));
      });
      // A browser that starts no modules in workers gets here.
      worker.addEventListener('error', () => void solveInPage(challenge).then(resolve, reject));
      // Unlike a window, a worker has no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(challenge);
    });
  } finally {
    worker.terminate();
  }
}

/** The same in the page, a fifth of a second at a time. */
async function solveInPage(challenge: string): Promise<string> {
  const { solveInPlace } = await import('./solve-challenge');
  return await solveInPlace(challenge);
}
