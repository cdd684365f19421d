import type { readHistory } from '../load/history.ts';
import { numberOf } from '../load/plans.ts';
import type { Cluster } from './cluster.ts';

/** What became of the votes that clients remember. */
export interface Verdict {
  acknowledged: number;
  refused: number;
  /** Had no clear outcome at some time, and those that never got one. */
  doubtful: number;
  unsettled: number;
  /** Acknowledged and not stored. */
  lost: number;
  /** Stored more than once. */
  doubled: number;
  refusedButStored: number;
  neverSent: number;
}

export async function verdictOn(
  cluster: Cluster,
  competitionId: string,
  { fates, doubt }: ReturnType<typeof readHistory>,
): Promise<Verdict> {
  const rows = await cluster.query<{ key: string; count: number }>(
    `select key::text, count(*)::int as count from votes where competition_id = $1 and retracted_at is null group by key`,
    [competitionId],
  );
  const stored = new Map(rows.map(({ key, count }) => [numberOf(key), count]));
  const verdict: Verdict = {
    acknowledged: 0,
    refused: 0,
    doubtful: doubt.size,
    unsettled: 0,
    lost: 0,
    doubled: [...stored.values()].filter((count) => count > 1).length,
    refusedButStored: 0,
    neverSent: [...stored.keys()].filter((n) => !fates.has(n)).length,
  };
  for (const [n, fate] of fates) {
    if (fate === 'ok') {
      verdict.acknowledged += 1;
      if (!stored.has(n)) verdict.lost += 1;
    } else if (fate === 'fail') {
      verdict.refused += 1;
      if (stored.has(n)) verdict.refusedButStored += 1;
    } else verdict.unsettled += 1;
  }
  return verdict;
}
