import { load, type Context } from '../../core/context.ts';
import { connectionOf, type PageSource } from '../../core/graphql/page.ts';
import { findById } from '../../core/load-rows.ts';
import { make } from '../../core/graphql/user-error.ts';
import { Assignment, Judge, Mark } from './judging.entity.ts';
import { JudgeProgress, SheetStatus } from './judging.types.ts';

export const AssignmentConnection = connectionOf(() => Assignment, 'Assignment');

const statusSql = {
  [SheetStatus.TO_DO]: 'a.submitted_at is null and not exists (select from marks m where m.assignment_id = a.id)',
  [SheetStatus.STARTED]: 'a.submitted_at is null and exists (select from marks m where m.assignment_id = a.id)',
  [SheetStatus.SUBMITTED]: 'a.submitted_at is not null',
};

export const assignmentsOf = (status: SheetStatus | null): PageSource<Assignment> => ({
  entity: Assignment,
  name: `judge.assignments/${status ?? 'all'}`,
  from: 'assignments a',
  alias: 'a',
  parent: 'a.judge_id',
  where: [{ sql: 'a.released_at is null' }, ...(status ? [{ sql: statusSql[status] }] : [])],
  order: { sql: 'a.ordinal', type: 'integer' },
});

export async function marksOf(context: Context, assignmentId: string): Promise<Mark[]> {
  return await load<Mark[]>(
    context,
    'assignment.marks',
    assignmentId,
    async (ids) => {
      const marks = await context.em.find(Mark, { assignment: { $in: [...ids] } }, { refresh: true });
      return Map.groupBy(marks, (mark) => mark.assignment.id);
    },
    [],
  );
}

export async function progressOf(context: Context, judgeId: string): Promise<JudgeProgress> {
  return await load(
    context,
    'judge.progress',
    judgeId,
    async (ids) => {
      const rows = await context.em.execute<({ judge_id: string } & JudgeProgress)[]>(
        `select a.judge_id, count(*)::int as assigned,
           count(*) filter (where ${statusSql.STARTED})::int as started,
           count(*) filter (where a.submitted_at is not null)::int as submitted
         from assignments a where a.judge_id = any(?::uuid[]) and a.released_at is null group by a.judge_id`,
        [`{${ids.join(',')}}`],
      );
      return new Map(
        rows.map(({ judge_id, assigned, started, submitted }) => [
          judge_id,
          make(JudgeProgress, { assigned, started, submitted }),
        ]),
      );
    },
    make(JudgeProgress, { assigned: 0, started: 0, submitted: 0 }),
  );
}

/** The judge's next unfinished assignments after this one, round the queue. */
export async function assignmentsAhead(
  context: Context,
  { id, judge, ordinal }: Assignment,
  count: number,
): Promise<Assignment[]> {
  return await load<Assignment[]>(
    context,
    `assignment.ahead/${count}`,
    [id, judge.id, ordinal].join('/'),
    async (keys) => {
      const rows = await context.em.execute<{ key: string; ids: string[] }[]>(
        `select k.key, array(
           select a.id from assignments a
           where a.judge_id = split_part(k.key, '/', 2)::uuid and a.id <> split_part(k.key, '/', 1)::uuid and a.submitted_at is null and a.released_at is null
           order by (a.ordinal < split_part(k.key, '/', 3)::int), a.ordinal limit ?) as ids
         from unnest(?::text[]) as k(key)`,
        [count, `{${keys.join(',')}}`],
      );
      const ids = rows.flatMap((row) => row.ids);
      const byId = await findById(context, Assignment, ids);
      return new Map(rows.map((row) => [row.key, row.ids.flatMap((one) => byId.get(one) ?? [])]));
    },
    [],
  );
}

/** The viewer's seats, the stage that closes next first. */
export async function seatsOf(context: Context, competitionId: string | null): Promise<Judge[]> {
  const { viewer, em, clock } = context;
  if (!viewer) return [];
  const all = await load<{ judge: Judge; competitionId: string }[]>(
    context,
    'viewer.seats',
    viewer.id,
    async () => {
      const rows = await em.execute<{ id: string; competition_id: string }[]>(
        `select j.id, p.competition_id from judges j join panels p on p.id = j.panel_id join stages s on s.id = p.stage_id
         where j.user_id = ? and j.retired_at is null order by (s.closes_at <= ?::timestamptz), s.closes_at, j.id limit 100`,
        [viewer.id, clock.now()],
      );
      const judges = await em.find(Judge, { id: { $in: rows.map((row) => row.id) } }, { populate: ['panel'] });
      const byId = new Map(judges.map((judge) => [judge.id, judge]));
      const seats = rows.flatMap((row) => {
        const judge = byId.get(row.id);
        return judge ? [{ judge, competitionId: row.competition_id }] : [];
      });
      return new Map([[viewer.id, seats]]);
    },
    [],
  );
  return all.filter((seat) => competitionId === null || seat.competitionId === competitionId).map((seat) => seat.judge);
}
