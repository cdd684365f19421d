/** Shorter texts first, then by code unit: "E2" before "E10", the same on every machine and in every locale. */
export function compareNaturally(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
