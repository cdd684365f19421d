import { load, type Context } from '../../core/context.ts';
import { Activity } from '../../work/activities/index.ts';
import { unlessBlind } from '../../work/projects/index.ts';

/** The latest activities with a report, of the competing projects (unless judged blind) and of the host. */
export async function storiesOf(context: Context, competitionId: string): Promise<Activity[]> {
  return await load<Activity[]>(
    context,
    'competition.stories',
    competitionId,
    async (ids) => {
      const [seen] = await unlessBlind(context, 'a.project_id');
      const rows = await context.em.execute<{ competition_id: string; id: string }[]>(
        `select c.id as competition_id, s.id from competitions c cross join lateral (
           select a.id, a.starts_at from activities a
           where (a.report_zh is not null or a.report_en is not null) and (a.organization_id = c.host_id or a.project_id in (
             select e.project_id from entries e where e.competition_id = c.id and e.status = 'ACCEPTED'))
             ${seen ? `and ${seen.sql}` : ''}
           order by a.starts_at desc, a.id limit 6) s
         where c.id = any(?::uuid[]) order by s.starts_at desc, s.id`,
        [...(seen?.params ?? []), `{${ids.join(',')}}`],
      );
      const activities = await context.em.find(Activity, { id: { $in: rows.map((row) => row.id) } });
      const byId = new Map(activities.map((activity) => [activity.id, activity]));
      const stories = new Map<string, Activity[]>();
      for (const { competition_id, id } of rows) {
        const activity = byId.get(id);
        if (activity) stories.set(competition_id, [...(stories.get(competition_id) ?? []), activity]);
      }
      return stories;
    },
    [],
  );
}
