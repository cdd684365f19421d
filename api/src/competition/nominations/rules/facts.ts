import type { EntityManager } from '@mikro-orm/postgresql';
import type { Facts } from './rules.ts';

interface Row {
  quota: number;
  closes_at: Date;
  opens_at: Date | null;
  nominated: number;
  is_submitted: boolean;
  is_inside: boolean;
  missing: string | null;
  is_nominated: boolean;
  twin: number | null;
  winner: string | null;
}

/** What decides whether a unit may nominate an entry, or, where none is named, act at all. Their rows are held. */
export async function readFacts(em: EntityManager, unitId: string, entryId: string | null): Promise<Facts> {
  const [row] = await em.execute<Row[]>(
    `select u.quota, u.closes_at, case when c.opened_at is not null then s.opens_at end as opens_at,
       (select count(*)::int from nominations n where n.unit_id = u.id and n.removed_at is null) as nominated,
       has_handed_up(u.id) as is_submitted,
       exists (select from units_above(e.id) a where a.id = u.id) as is_inside,
       missing_level(e.id, u.id) as missing,
       exists (select from nominations n where n.unit_id = u.id and n.entry_id = e.id and n.removed_at is null) as is_nominated,
       (select number from entries where id = nominated_twin(e.id)) as twin,
       earlier_winner(e.id) as winner
     from sending_units u join competitions c on c.id = u.competition_id
       left join stages s on s.competition_id = c.id and s.kind = 'SUBMISSION'
       left join entries e on e.id = ?
     where u.id = ?`,
    [entryId, unitId],
  );
  if (!row) throw new Error(`there is no sending unit ${unitId}`);
  return {
    isSubmitted: row.is_submitted,
    opensAt: row.opens_at && new Date(row.opens_at),
    closesAt: new Date(row.closes_at),
    isInside: row.is_inside,
    missingUnitId: row.missing,
    isNominated: row.is_nominated,
    twinNumber: row.twin,
    winnerId: row.winner,
    nominated: row.nominated,
    quota: row.quota,
  };
}
