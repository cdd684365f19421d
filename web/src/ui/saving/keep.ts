/** Text kept on this device until the server has it. Storage may be full or forbidden; then nothing is kept. */

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As above.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

/** What was kept, if it still has the shape that this version of the page writes. */
export function kept<T>(key: string, isShape: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isShape(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
