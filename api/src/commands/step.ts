const onTerminal = process.stderr.isTTY;
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Shows on stderr that something is being done, and afterwards what was and how long it took. `draws` says that the
 * work writes lines of its own, such as a progress bar.
 */
export async function step<Result>(
  doing: string,
  work: () => Promise<Result>,
  done: (result: Result) => string,
  { draws = false } = {},
): Promise<Result> {
  const began = performance.now();
  const rewrites = onTerminal && !draws;
  process.stderr.write(`… ${doing}${rewrites ? '' : '\n'}`);
  try {
    const result = await work();
    process.stderr.write(`${rewrites ? '\r\u001B[K' : ''}✓ ${done(result)}, ${seconds(began)}\n`);
    return result;
  } catch (error) {
    if (rewrites) process.stderr.write('\n');
    throw error;
  }
}
