/** The server trims, so a space at the end is no change. */
export const isSame = (one: string, other: string): boolean => one.trim() === other.trim();

/**
 * Joins two people's changes to one text. What only one of them changed is theirs; what both changed differently is null:
 * for a person to decide, with both before their eyes.
 */
export function joinText(base: string, mine: string, theirs: string): string | null {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  return isSame(mine, base) ? theirs : null;
}
