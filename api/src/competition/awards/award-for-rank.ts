/**
 * The award that goes with a rank: quotas are filled from the highest tier down, so with quotas 10 and 20 the ranks 1
 * to 10 take the first and 11 to 30 the second. Entries that share the last rank of a tier all receive it.
 */
export function awardForRank<T extends { quota: number }>(awards: readonly T[], rank: number): T | null {
  let line = 0;
  for (const award of awards) {
    line += award.quota;
    if (rank <= line) return award;
  }
  return null;
}
