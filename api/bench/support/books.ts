import type { Cluster } from './cluster.ts';

interface Books {
  /** Rows that count, and how many different votes (voter and key) they are. */
  votes: number;
  distinct: number;
  tallied: number;
  /** What the voters' quotas say they have used today. */
  used: number;
}

/** What is stored about one competition. */
export async function booksOf(cluster: Cluster, competitionId: string): Promise<Books> {
  const [row] = await cluster.query<Record<keyof Books, string>>(
    `select
       (select count(*) from votes where competition_id = $1 and state = 'COUNTED' and retracted_at is null) as votes,
       (select count(distinct (voter_id, key)) from votes where competition_id = $1) as distinct,
       (select coalesce(sum(votes), 0) from tally_parts where competition_id = $1) as tallied,
       (select coalesce(sum(used), 0) from voter_quotas where competition_id = $1 and scope like 'day:%') as used`,
    [competitionId],
  );
  const number = (name: keyof Books) => Number(row?.[name] ?? -1);
  return { votes: number('votes'), distinct: number('distinct'), tallied: number('tallied'), used: number('used') };
}

/** Of the naive votes. */
export async function naiveBooksOf(cluster: Cluster, competitionId: string): Promise<Books> {
  const [row] = await cluster.query<{ votes: string; tallied: string }>(
    `select (select count(*) from bench_votes where competition_id = $1) as votes,
       (select sum(votes) from bench_tallies where competition_id = $1) as tallied`,
    [competitionId],
  );
  const votes = Number(row?.votes ?? -1);
  return { votes, distinct: votes, tallied: Number(row?.tallied ?? -1), used: votes };
}

/** A sentence when rows, tallies, quotas and acknowledgements are not one and the same number. */
export function imbalance({ votes, distinct, tallied, used }: Books, acknowledged: number): string | null {
  if ([votes, distinct, tallied, used].every((value) => value === acknowledged)) return null;
  return `${acknowledged} acknowledged, but ${votes} votes stored (${distinct} different), ${tallied} tallied, ${used} of quotas used`;
}
