import { selectRows } from '../../core/load-rows.ts';
import { load, type Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { categoriesOf } from '../competitions/index.ts';
import type { EntryStatus } from '../entries/index.ts';
import { markSql } from './queue.ts';
import { CategoryFigure, QueueFigures, QueueMark } from './queue.types.ts';

const statuses = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;

const none: QueueFigures = {
  submitted: 0,
  returned: 0,
  accepted: 0,
  rejected: 0,
  withdrawn: 0,
  undecided: 0,
  split: 0,
  held: 0,
  duplicate: 0,
  unverified: 0,
  late: 0,
  coming: 0,
};

/** How many there are to see through each filter; of many competitions in one statement. */
export async function queueFigures(context: Context, competitionId: string): Promise<QueueFigures> {
  // HELD and LATE imply a status of their own; other marks count among the entries that wait.
  const marks = Object.values(QueueMark).map((mark) => {
    const { sql, params = [] } = markSql(context, mark);
    const isAnyStatus = mark === QueueMark.HELD || mark === QueueMark.LATE;
    const waits = "e.status = 'SUBMITTED' and not w.coming and ";
    const condition = mark === QueueMark.COMING ? 'w.coming' : `${isAnyStatus ? '' : waits}${sql}`;
    return {
      sql: `count(*) filter (where ${condition})::int as "${mark.toLowerCase()}"`,
      params,
    };
  });
  const counts = statuses.map(
    (status) => `count(*) filter (where e.status = '${status}' and not w.coming)::int as "${status.toLowerCase()}"`,
  );
  return await load<QueueFigures>(
    context,
    'desk.queueFigures',
    competitionId,
    async (ids) => {
      const rows = await context.em.execute<({ competition_id: string } & QueueFigures)[]>(
        `select e.competition_id, ${[...counts, ...marks.map(({ sql }) => sql)].join(', ')}
         from entries e cross join lateral (
           select e.status = 'SUBMITTED' and awaits_nomination(e.id) as coming offset 0) w
         where e.competition_id = any(?::uuid[]) group by e.competition_id`,
        [...marks.flatMap(({ params }) => params), `{${ids.join(',')}}`],
      );
      return new Map(rows.map(({ competition_id: id, ...figures }) => [id, make(QueueFigures, figures)] as const));
    },
    make(QueueFigures, none),
  );
}

/** How many entries of a status each category has, in the order of the categories. */
export async function queueCategories(
  context: Context,
  competitionId: string,
  status: EntryStatus,
): Promise<CategoryFigure[]> {
  const rows = await selectRows<{ category_id: string; entries: number }>(
    context,
    `desk.queueCategories/${status}`,
    competitionId,
    `select competition_id as id, category_id, count(*)::int as entries from entries
     where competition_id = any(?::uuid[]) and status = ? and (status <> 'SUBMITTED' or not awaits_nomination(id))
     group by 1, 2`,
    [status],
  );
  const counts = new Map(rows.map((row) => [row.category_id, row.entries]));
  const categories = await categoriesOf(context, competitionId);
  return categories.map((category) => make(CategoryFigure, { category, entries: counts.get(category.id) ?? 0 }));
}
