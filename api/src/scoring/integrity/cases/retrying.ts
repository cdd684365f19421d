/** A deadlock, or a transaction that lost to another: nothing was done, and it may go better the next time. */
const passing = new Set(['40P01', '40001']);

export async function retrying<T>(work: () => Promise<T>, attempts = 3): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (attempts <= 1 || !passing.has((error as { code?: string }).code ?? '')) throw error;
    return await retrying(work, attempts - 1);
  }
}
