interface Candidate {
  id: string;
  rank: number | null;
}

/**
 * The entries that go to the final: the first `quota` by rank, and all that share the rank of the last, since the declared
 * ties could not separate them. Entries without a rank never go.
 */
export function shortlist(candidates: readonly Candidate[], quota: number): string[] {
  const ranked = candidates.flatMap(({ id, rank }) => (rank === null ? [] : [{ id, rank }]));
  const ordered = ranked.toSorted((a, b) => a.rank - b.rank);
  const last = ordered[Math.min(quota, ordered.length) - 1];
  return last ? ordered.filter(({ rank }) => rank <= last.rank).map(({ id }) => id) : [];
}
