import { load, type Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { CompetitionFigures } from './ranking.types.ts';

const none = make(CompetitionFigures, {
  entries: 0,
  shortlisted: 0,
  organizations: 0,
  regions: 0,
  votes: 0,
  voters: 0,
  judges: 0,
});

/** The public figures of a competition; of many in one statement. */
export async function figuresOf(context: Context, competitionId: string): Promise<CompetitionFigures> {
  return await load(
    context,
    'competition.figures',
    competitionId,
    async (ids) => {
      const rows = await context.em.execute<({ id: string } & CompetitionFigures)[]>(
        `select c.id, e.*, v.*, j.* from competitions c
         cross join lateral (
           select count(*)::int as entries, count(shortlisted_at)::int as shortlisted,
             count(distinct organization_id)::int as organizations, count(distinct region_id)::int as regions
           from entries where competition_id = c.id and status = 'ACCEPTED') e
         cross join lateral (select coalesce(sum(t.votes), 0)::int as votes from tally_parts t where t.competition_id = c.id) t0
         cross join lateral (select t0.votes, (select count(distinct (q.bucket, q.voter_id))::int from voter_quotas q
           where q.competition_id = c.id and q.used > 0) as voters) v
         cross join lateral (
           select count(distinct s.user_id)::int as judges from judges s join panels p on p.id = s.panel_id
           where p.competition_id = c.id) j
         where c.id = any(?::uuid[])`,
        [`{${ids.join(',')}}`],
      );
      return new Map(rows.map(({ id, ...figures }) => [id, make(CompetitionFigures, figures)]));
    },
    none,
  );
}
