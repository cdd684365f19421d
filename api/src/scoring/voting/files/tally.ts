import type { EntityManager } from '@mikro-orm/postgresql';
import { stringify } from 'csv-stringify/sync';
import { labelEntries } from './entry-labels.ts';

interface TallyLine {
  entry: string;
  /** Counted ballots that name the entry. */
  votes: number;
  /** The sum of what they give it under the declared rule. */
  score: number;
}

export interface EntryOfTally extends TallyLine {
  id: string;
  title: string;
}

/**
 * The public count, best first. Entries that compete, and those that no longer do but have votes: the count of votes
 * is whole.
 */
export async function readTally(em: EntityManager, competitionId: string): Promise<EntryOfTally[]> {
  const rows = await em.execute<
    { id: string; key: string | null; number: number; status: string; title: string; votes: string; score: string }[]
  >(
    `select e.id, e.key, e.number, e.status, coalesce(e.title_zh, e.title_en) as title,
       coalesce(t.votes, 0)::text as votes, coalesce(t.points, 0)::text as score
     from entries e
     left join (select entry_id, sum(votes) as votes, sum(points) as points from tally_parts
                where competition_id = ? group by entry_id) t on t.entry_id = e.id
     where e.competition_id = ? and (e.status = 'ACCEPTED' or t.votes > 0)`,
    [competitionId, competitionId],
  );
  return [...labelEntries(rows)]
    .map(([entry, { id, title, votes, score }]) => ({ id, entry, title, votes: Number(votes), score: Number(score) }))
    .toSorted((a, b) => b.score - a.score || b.votes - a.votes || (a.entry < b.entry ? -1 : 1));
}

/** `entry,votes,score`, a line each. */
export const writeTally = (lines: readonly TallyLine[]): string =>
  stringify([['entry', 'votes', 'score'], ...lines.map(({ entry, votes, score }) => [entry, votes, score])], {
    quoted_match: /^\s|\s$|[\r\n]/,
    record_delimiter: '\n',
  });
