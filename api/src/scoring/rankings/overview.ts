import { load, type Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { DayFigure, Desk } from './ranking.types.ts';

interface Row {
  id: string;
  to_review: number;
  assigned: number;
  submitted: number;
  idle: number;
  votes: { day: string; count: number }[] | null;
  entries: { day: string; count: number }[] | null;
}

/** What the organizers of a competition see first; of many competitions in one statement. */
export async function overviewOf(context: Context, competitionId: string): Promise<Desk | null> {
  return await load<Desk | null>(
    context,
    'competition.desk',
    competitionId,
    async (ids) => {
      const rows = await context.em.execute<Row[]>(
        `select c.id,
           (select count(*)::int from entries e where e.competition_id = c.id and e.status = 'SUBMITTED') as to_review,
           coalesce(w.assigned, 0) as assigned, coalesce(w.submitted, 0) as submitted, coalesce(w.idle, 0) as idle,
           (select jsonb_agg(d order by d.day) from (
             select day::text, count(*)::int as count from votes v where v.competition_id = c.id
             and v.retracted_at is null group by day order by day desc limit 60) d) as votes,
           (select jsonb_agg(d order by d.day) from (
             select (e.submitted_at at time zone c.time_zone)::date::text as day, count(*)::int as count
             from entries e where e.competition_id = c.id group by 1 order by 1 desc limit 60) d) as entries
         from competitions c left join lateral (
           select sum(assigned)::int as assigned, sum(submitted)::int as submitted,
             count(*) filter (where submitted = 0)::int as idle
           from (select a.judge_id, count(*) as assigned, count(a.submitted_at) as submitted
             from assignments a join stages s on s.id = a.stage_id where s.competition_id = c.id and a.released_at is null
             group by a.judge_id) per_judge) w on true
         where c.id = any(?::uuid[])`,
        [`{${ids.join(',')}}`],
      );
      return new Map(rows.map((row) => [row.id, desk(row)]));
    },
    null,
  );
}

const days = (rows: { day: string; count: number }[] | null) => (rows ?? []).map((row) => make(DayFigure, row));

const desk = (row: Row): Desk =>
  make(Desk, {
    competitionId: row.id,
    entriesToReview: row.to_review,
    sheetsAssigned: row.assigned,
    sheetsSubmitted: row.submitted,
    judgesWithoutMarks: row.idle,
    votesByDay: days(row.votes),
    entriesByDay: days(row.entries),
  });
