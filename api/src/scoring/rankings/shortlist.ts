export interface Candidate {
  id: string;
  rank: number | null;
}

/**
 * Who goes to the final: the first `quota` by rank, and with the last of them all who share its rank: the declared
 * ladder has told apart whom it could. What has no rank never goes.
 */
export function shortlist(candidates: readonly Candidate[], quota: number): string[] {
  const ranked = candidates.flatMap(({ id, rank }) => (rank === null ? [] : [{ id, rank }]));
  const ordered = ranked.toSorted((a, b) => a.rank - b.rank);
  const last = ordered[Math.min(quota, ordered.length) - 1];
  return last ? ordered.filter(({ rank }) => rank <= last.rank).map(({ id }) => id) : [];
}
