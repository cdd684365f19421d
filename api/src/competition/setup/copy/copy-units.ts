import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../core/graphql/node.ts';
import type { Competition } from '../../competitions/index.ts';

interface Unit {
  id: string;
  organization_id: string;
  region_id: string;
  parent_id: string | null;
  quota: number;
  closes_at: string;
}

/** Copies the sending units of another competition, shifted in time, and its clauses. */
export async function copyUnits(
  em: EntityManager,
  original: Competition,
  competition: Competition,
  later: (instant: Date) => Date,
): Promise<void> {
  const units = await em.execute<Unit[]>('select * from sending_units where competition_id = ?', [original.id]);
  const ids = new Map(units.map(({ id }) => [id, newId()]));
  const copies = units.map((unit) => ({
    ...unit,
    id: ids.get(unit.id),
    parent_id: ids.get(unit.parent_id ?? '') ?? null,
    closes_at: later(new Date(unit.closes_at)),
  }));
  await em.execute(
    `insert into sending_units (id, competition_id, organization_id, region_id, parent_id, quota, closes_at, version)
     select w.id, ?, w.organization_id, w.region_id, w.parent_id, w.quota, w.closes_at, 0
     from jsonb_to_recordset(?::jsonb) as w(id uuid, organization_id uuid, region_id uuid, parent_id uuid, quota int, closes_at timestamptz)`,
    [competition.id, JSON.stringify(copies)],
  );
  await em.execute(
    `insert into nomination_clauses (competition_id, rule, text_zh, text_en)
     select ?, rule, text_zh, text_en from nomination_clauses where competition_id = ?`,
    [competition.id, original.id],
  );
}
