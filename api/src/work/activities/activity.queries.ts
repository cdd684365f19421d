import { load, type Context } from '../../core/context.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { make } from '../../core/graphql/user-error.ts';
import { unlessBlind } from '../projects/index.ts';
import { Activity } from './activity.entity.ts';
import { MeasureView } from './activity.types.ts';
import { hoursOf } from './evidence.ts';

export const ActivityConnection = connectionOf(() => Activity, 'Activity');

/** Newest first, of an organization, a team or a project; without those of a project that the viewer judges blind. */
export const activitiesOf = async (
  context: Context,
  parent: 'organization' | 'team' | 'project',
): Promise<PageSource<Activity>> => ({
  entity: Activity,
  name: `${parent}.activities`,
  from: 'activities a',
  alias: 'a',
  parent: `a.${parent}_id`,
  where: await unlessBlind(context, 'a.project_id'),
  order: { sql: 'a.starts_at', type: 'timestamptz', descending: true },
});

interface ActivityTotals {
  volunteers: number;
  hours: string;
}

export async function totalsOf(context: Context, activityId: string): Promise<ActivityTotals> {
  return await load(
    context,
    'activity.totals',
    activityId,
    async (ids) => {
      const rows = await context.em.execute<{ activity_id: string; volunteers: number; minutes: number }[]>(
        `select activity_id, count(distinct volunteer_id)::int as volunteers, sum(minutes)::int as minutes
         from participations where activity_id = any(?::uuid[]) group by activity_id`,
        [`{${ids.join(',')}}`],
      );
      return new Map(rows.map((r) => [r.activity_id, { volunteers: r.volunteers, hours: hoursOf(r.minutes) }]));
    },
    { volunteers: 0, hours: '0' },
  );
}

export async function measuresOf(context: Context, activityId: string): Promise<MeasureView[]> {
  return await load<MeasureView[]>(
    context,
    'activity.measures',
    activityId,
    async (ids) => {
      const column = context.locale === 'en' ? 'en' : 'zh';
      const other = column === 'en' ? 'zh' : 'en';
      const rows = await context.em.execute<
        { activity_id: string; name: string; unit: string | null; value: string }[]
      >(
        `select activity_id, coalesce(name_${column}, name_${other}) as name, coalesce(unit_${column}, unit_${other}) as unit, value
         from activity_measures where activity_id = any(?::uuid[]) order by id`,
        [`{${ids.join(',')}}`],
      );
      const found = new Map<string, MeasureView[]>();
      for (const { activity_id, name, unit, value } of rows) {
        const list = found.get(activity_id) ?? [];
        list.push(make(MeasureView, { name, unit: unit ?? '', value }));
        found.set(activity_id, list);
      }
      return found;
    },
    [],
  );
}
