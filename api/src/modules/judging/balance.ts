/**
 * Chooses judges for entries so that loads stay level: entries in their order, each given to the judges with the
 * fewest assignments who may take it; ties go round. `taken` are assignments that exist already and stay.
 */
export function balance(
  entryIds: readonly string[],
  judgeIds: readonly string[],
  judgesPerEntry: number,
  taken: readonly { entryId: string; judgeId: string }[],
  mayMark: (judgeId: string, entryId: string) => boolean,
): { entryId: string; judgeId: string }[] {
  const load = new Map(judgeIds.map((id) => [id, 0]));
  const judgesOf = new Map<string, Set<string>>();
  for (const { entryId, judgeId } of taken) {
    load.set(judgeId, (load.get(judgeId) ?? 0) + 1);
    judgesOf.set(entryId, (judgesOf.get(entryId) ?? new Set()).add(judgeId));
  }
  const turn = new Map(judgeIds.map((id, index) => [id, index]));
  const chosen: { entryId: string; judgeId: string }[] = [];
  let clock = judgeIds.length;
  for (const entryId of entryIds) {
    const has = judgesOf.get(entryId) ?? new Set<string>();
    const free = judgeIds
      .filter((id) => !has.has(id) && mayMark(id, entryId))
      .toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (turn.get(a) ?? 0) - (turn.get(b) ?? 0));
    for (const judgeId of free.slice(0, Math.max(0, judgesPerEntry - has.size))) {
      chosen.push({ entryId, judgeId });
      load.set(judgeId, (load.get(judgeId) ?? 0) + 1);
      turn.set(judgeId, clock++);
    }
  }
  return chosen;
}
