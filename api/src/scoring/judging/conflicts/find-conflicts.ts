import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../core/graphql/node.ts';
import type { ConflictKind } from './conflict.entity.ts';

interface FoundConflict {
  judgeId: string;
  entryId: string;
  kind: ConflictKind;
}

/**
 * The judges of a stage and the entries that they must not mark according to the records: entries of their organization, of
 * teams or activities they took part in, of regions that their organization nominates from, and, where the rule says so, of
 * their own region. A person who left an organization after `formerSince` still counts as one of its members. A declared or
 * listed conflict of one seat holds for all seats of that person.
 */
export async function findConflicts(
  em: EntityManager,
  stage: { id: string; competitionId: string; excludesSameRegion: boolean; formerSince: Date },
): Promise<FoundConflict[]> {
  const rows = await em.execute<{ judge_id: string; entry_id: string; kind: ConflictKind }[]>(
    `with j as (
       select j.id, j.user_id from judges j join panels p on p.id = j.panel_id where p.stage_id = ? and j.retired_at is null),
     e as (select id, organization_id, project_id, region_id from entries where competition_id = ? and status = 'ACCEPTED'),
     m as (select organization_id, user_id from organization_members where left_at is null or left_at > ?)
     select j.id as judge_id, e.id as entry_id, 'EMPLOYER' as kind
     from j join m on m.user_id = j.user_id join e on e.organization_id = m.organization_id
     union select j.id, e.id, 'TEAM'
     from j join volunteers v on v.user_id = j.user_id join teams t on t.id = v.team_id join e on e.organization_id = t.organization_id
     union select j.id, e.id, 'ACTIVITY'
     from j join volunteers v on v.user_id = j.user_id join participations p on p.volunteer_id = v.id
       join activities a on a.id = p.activity_id join e on e.project_id = a.project_id
     union select j.id, e.id, 'REGION'
     from j join m on m.user_id = j.user_id join organizations o on o.id = m.organization_id
       join e on e.region_id = o.region_id
     where ?
     union select j.id, e.id, 'SENDING_UNIT'
     from j join m on m.user_id = j.user_id join sending_units u on u.organization_id = m.organization_id and u.competition_id = ?
       join e on lies_in(e.region_id, u.region_id)
     union select j.id, c.entry_id, c.kind
     from j join judges other on other.user_id = j.user_id join conflicts c on c.judge_id = other.id join e on e.id = c.entry_id
     where c.kind in ('MENTOR', 'DECLARED')`,
    [stage.id, stage.competitionId, stage.formerSince, stage.excludesSameRegion, stage.competitionId],
  );
  return rows.map((row) => ({ judgeId: row.judge_id, entryId: row.entry_id, kind: row.kind }));
}

/** Records conflicts in one statement; existing ones stay as they are. */
export async function recordConflicts(
  em: EntityManager,
  conflicts: readonly FoundConflict[],
  { note, recordedBy, now }: { note: string; recordedBy: string | null; now: Date },
): Promise<void> {
  if (conflicts.length === 0) return;
  await em.execute(
    `insert into conflicts (id, judge_id, entry_id, kind, note, recorded_by_id, recorded_at)
     select id, judge, entry, kind, ?, ?, ? from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[]) as c(id, judge, entry, kind)
     on conflict (judge_id, entry_id, kind) do nothing`,
    [
      note,
      recordedBy,
      now,
      array(conflicts.map(() => newId())),
      array(conflicts.map((conflict) => conflict.judgeId)),
      array(conflicts.map((conflict) => conflict.entryId)),
      array(conflicts.map((conflict) => conflict.kind)),
    ],
  );
}

const array = (values: readonly string[]) => `{${values.join(',')}}`;
