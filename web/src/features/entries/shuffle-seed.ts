const storageKey = 'laurel.shuffle';

let seed: string | undefined;

/** Every visitor sees the entries in an order of their own, and the same one each time. */
export function shuffleSeed(): string {
  if (seed) return seed;
  const fresh = String(Math.floor(Math.random() * 1_000_000_000));
  try {
    seed = localStorage.getItem(storageKey) ?? fresh;
    localStorage.setItem(storageKey, seed);
  } catch {
    // Without storage the order lasts for this visit.
    seed = fresh;
  }
  return seed;
}
