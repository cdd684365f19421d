/** The server trims, so a space at the end is no change. */
export const isSame = (one: string, other: string): boolean => one.trim() === other.trim();

/**
 * Joins two people's changes to one text. What only one of them changed is theirs; what both changed differently is null:
 * for a person to decide, with both before their eyes. `sent` is what went out and was not answered: where that is what
 * stands there now, it is no other person's text but one's own that did arrive.
 */
export function joinText(base: string, mine: string, theirs: string, sent: readonly string[] = []): string | null {
  if (sent.some((one) => isSame(one, theirs))) return mine;
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  return isSame(mine, base) ? theirs : null;
}
