import type { EntityManager } from '@mikro-orm/postgresql';
import { rank, type RankCriterion, type Ranked } from './rank.ts';

export interface RankedRow extends Ranked {
  number: number;
  categoryId: string;
  sheetsAssigned: number;
  sheetsSubmitted: number;
  lowest: string | null;
  highest: string | null;
}

interface SheetRow {
  entry_id: string;
  number: number;
  category_id: string;
  assigned: number;
  submitted: number;
  lowest: string | null;
  highest: string | null;
  criteria: Record<string, { sum: string; count: number }> | null;
}

/**
 * The ranking of a judging stage from its submitted sheets, in one statement and one pass. `isFinal` ranks only the
 * shortlisted entries. Ties keep the order of entry numbers.
 */
export async function readRanking(
  em: EntityManager,
  stage: { id: string; competitionId: string; isFinal: boolean },
  criteria: readonly RankCriterion[],
  categoryKey: string | null,
): Promise<RankedRow[]> {
  const rows = await em.execute<SheetRow[]>(
    `with e as (
       select id, number, category_id from entries
       where competition_id = ? and status = 'ACCEPTED'
         ${stage.isFinal ? 'and shortlisted_at is not null' : ''}
         ${categoryKey === null ? '' : 'and category_id in (select id from categories where competition_id = ? and key = ?)'}),
     a as (select id, entry_id, submitted_at from assignments where stage_id = ?),
     m as (
       select a.entry_id, a.id as sheet, m.criterion_id, m.value, m.value / c.maximum * c.weight as weighted, c.weight
       from a join marks m on m.assignment_id = a.id join criteria c on c.id = m.criterion_id where a.submitted_at is not null),
     sheets as (select entry_id, sum(weighted) / sum(weight) * 100 as total from m group by entry_id, sheet),
     spans as (select entry_id, min(total) as lowest, max(total) as highest from sheets group by entry_id),
     sums as (select entry_id, criterion_id, sum(value) as sum, count(*)::int as count from m group by 1, 2),
     means as (
       select entry_id, jsonb_object_agg(criterion_id, jsonb_build_object('sum', sum::text, 'count', count)) as criteria
       from sums group by entry_id),
     work as (
       select entry_id, count(*)::int as assigned, count(submitted_at)::int as submitted from a group by entry_id)
     select e.id as entry_id, e.number, e.category_id, coalesce(work.assigned, 0) as assigned,
       coalesce(work.submitted, 0) as submitted, round(spans.lowest, 2)::text as lowest,
       round(spans.highest, 2)::text as highest, means.criteria
     from e left join work on work.entry_id = e.id left join spans on spans.entry_id = e.id
       left join means on means.entry_id = e.id
     order by e.number`,
    [stage.competitionId, ...(categoryKey === null ? [] : [stage.competitionId, categoryKey]), stage.id],
  );
  const byId = new Map(rows.map((row) => [row.entry_id, row]));
  const ranked = rank(
    criteria,
    rows.map((row) => ({ entryId: row.entry_id, criteria: new Map(Object.entries(row.criteria ?? {})) })),
  );
  return ranked.flatMap((row) => {
    const sheet = byId.get(row.entryId);
    if (!sheet) return [];
    return [
      {
        ...row,
        number: sheet.number,
        categoryId: sheet.category_id,
        sheetsAssigned: sheet.assigned,
        sheetsSubmitted: sheet.submitted,
        lowest: sheet.lowest,
        highest: sheet.highest,
      },
    ];
  });
}
