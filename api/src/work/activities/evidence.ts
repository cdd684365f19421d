import { load, type Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { HourEvidence } from './activity.entity.ts';
import { Evidence, EvidenceHours } from './activity.types.ts';

/** The measure that counts people served, in the two languages it may be written in. */
const peopleServedMeasure = { zh: '服务人次', en: 'people served' };

interface Row {
  project_id: string;
  activities: number;
  volunteers: number;
  served: number;
  minutes: Record<string, number> | null;
  first_at: string | null;
  last_at: string | null;
}

const none = make(Evidence, {
  activityCount: 0,
  volunteerCount: 0,
  peopleServed: 0,
  hours: '0',
  hoursByEvidence: [],
});

/** Minutes as hours to two decimals; minutes are whole, so half up is exact in integers. */
export const hoursOf = (minutes: number): string => (Math.round((minutes * 100) / 60) / 100).toFixed(2);

/** Evidence of a project; of many projects in one statement. */
export async function evidenceOf(context: Context, projectId: string): Promise<Evidence> {
  return await load(context, 'project.evidence', projectId, (ids) => readEvidence(context, ids), none);
}

async function readEvidence(context: Context, ids: readonly string[]): Promise<Map<string, Evidence>> {
  const list = `{${ids.join(',')}}`;
  const rows = await context.em.execute<Row[]>(
    `with a as (select id, project_id, starts_at, ends_at from activities where project_id = any(?::uuid[])),
       p as (select a.project_id, p.volunteer_id, p.evidence, p.minutes from a join participations p on p.activity_id = a.id),
       by_grade as (select project_id, evidence, sum(minutes)::int as minutes from p group by 1, 2)
     select a.project_id, count(*)::int as activities, min(a.starts_at) as first_at, max(a.ends_at) as last_at,
       (select count(distinct volunteer_id)::int from p where p.project_id = a.project_id) as volunteers,
       (select coalesce(sum(m.value), 0)::bigint::int from activity_measures m join a b on b.id = m.activity_id
         where b.project_id = a.project_id and (m.name_zh = ? or m.name_en = ?)) as served,
       (select jsonb_object_agg(evidence, minutes) from by_grade g where g.project_id = a.project_id) as minutes
     from a group by a.project_id`,
    [list, peopleServedMeasure.zh, peopleServedMeasure.en],
  );
  return new Map(rows.map((row) => [row.project_id, evidence(row)]));
}

function evidence(row: Row): Evidence {
  const minutes = row.minutes ?? {};
  return make(Evidence, {
    activityCount: row.activities,
    volunteerCount: row.volunteers,
    peopleServed: row.served,
    hours: hoursOf(Object.values(minutes).reduce((sum, value) => sum + value, 0)),
    hoursByEvidence: Object.values(HourEvidence)
      .filter((grade) => minutes[grade])
      .map((grade) => make(EvidenceHours, { evidence: grade, hours: hoursOf(minutes[grade] ?? 0) })),
    firstActivityAt: row.first_at === null ? null : new Date(row.first_at),
    lastActivityAt: row.last_at === null ? null : new Date(row.last_at),
  });
}
