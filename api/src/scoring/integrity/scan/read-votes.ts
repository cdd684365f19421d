import type { EntityManager } from '@mikro-orm/postgresql';
import { VoteTableBuilder, type VoteTable } from '../detectors/index.ts';
import { timeSliced } from './time-sliced.ts';
import type { VoteKey } from '../cases/move-votes.ts';

/** The newest votes of a competition, as many as a scan may keep in memory: some 200 bytes each while it runs. */
const mostVotes = 500_000;
const rowsPerFetch = 5_000;

interface VotesRead {
  table: VoteTable;
  /** Which vote a row of the table is; null where it has been in a case already. */
  keyOf: (row: number) => VoteKey | null;
}

interface Row {
  voter_id: string;
  key: string;
  ordinal: number;
  entry_id: string;
  at: number;
  network: string | null;
  device: string | null;
  identity_age_days: number | null;
  level: string;
  is_free: boolean;
}

/**
 * The features of the votes that stand, newest first through a cursor, so that never more than a page of rows is held
 * beside the columns. Ballots that staff entered are left out: when and from where they were typed says nothing. Void
 * votes are left out as well, lest they speak against the entry for ever.
 */
export async function readVotes(em: EntityManager, competitionId: string): Promise<VotesRead> {
  await em.execute(
    `declare votes_to_scan no scroll cursor for
     select voter_id, key, ordinal, entry_id, (extract(epoch from cast_at) * 1000)::float8 as at, network, device,
       identity_age_days, level, case_id is null as is_free
     from votes where competition_id = ? and retracted_at is null and state <> 'VOIDED' and level <> 'IMPORTED'
     order by cast_at desc limit ?`,
    [competitionId, mostVotes],
  );
  const builder = new VoteTableBuilder();
  const settled = new Set<string>();
  for (;;) {
    const rows = await em.execute<Row[]>(`fetch forward ${rowsPerFetch} from votes_to_scan`);
    for (const row of rows) {
      const id = `${row.key}/${row.ordinal}`;
      if (!row.is_free) settled.add(`${row.voter_id}/${id}`);
      builder.add({
        id,
        entryId: row.entry_id,
        voterId: row.voter_id,
        castAt: row.at,
        network: row.network,
        device: row.device,
        identityAgeDays: row.identity_age_days,
        level: row.level,
      });
    }
    if (rows.length < rowsPerFetch) break;
  }
  await em.execute('close votes_to_scan');
  const table = await timeSliced(builder.building());
  const keyOf = (row: number): VoteKey | null => {
    const id = table.ids[row] ?? '';
    const voterId = table.voterIds[table.voter[row] ?? 0] ?? '';
    if (settled.has(`${voterId}/${id}`)) return null;
    const [key = '', ordinal = ''] = id.split('/');
    // The bucket is the first byte of the pseudonym; see voter.ts of the vote.
    return { bucket: Number.parseInt(voterId.slice(0, 2), 16), voterId, key, ordinal: Number(ordinal) };
  };
  return { table, keyOf };
}
