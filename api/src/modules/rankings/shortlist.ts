export interface Candidate {
  entryId: string;
  rank: number | null;
  votes: number;
}

/**
 * Who goes to the final: the first `quota` by rank; among those who share the rank at the line, those with more public
 * votes; among those who share these too, all. What has no rank never goes.
 */
export function shortlist(candidates: readonly Candidate[], quota: number): string[] {
  const ranked = candidates.flatMap(({ entryId, rank, votes }) => (rank === null ? [] : [{ entryId, rank, votes }]));
  const ordered = ranked.toSorted((a, b) => a.rank - b.rank || b.votes - a.votes);
  const last = ordered[Math.min(quota, ordered.length) - 1];
  if (!last) return [];
  return ordered
    .filter(({ rank, votes }) => rank < last.rank || (rank === last.rank && votes >= last.votes))
    .map(({ entryId }) => entryId);
}
