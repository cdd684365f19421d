/** SQLSTATEs of a deadlock and of a serialization failure: nothing was done, and a retry may succeed. */
const transient = new Set(['40P01', '40001']);

export async function retrying<T>(work: () => Promise<T>, attempts = 3): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (attempts <= 1 || !transient.has((error as { code?: string }).code ?? '')) throw error;
    return await retrying(work, attempts - 1);
  }
}
