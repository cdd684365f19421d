import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { Region } from '../../../people/organizations/index.ts';
import { LevelVotes, RegionVotes, ShownSpread, VoteHour } from '../desk.types.ts';
import { countedRows } from '../figures-cache.ts';

/** Hours in which votes were cast that count or are held; the last 800, more than a month. */
export async function hoursOf(context: Context, competitionId: string): Promise<VoteHour[]> {
  const rows = await countedRows<{ starts: string; counted: number; held: number }>(
    context,
    'hours',
    competitionId,
    `select competition_id, date_trunc('hour', cast_at) as starts,
         count(*) filter (where state = 'COUNTED')::int as counted, count(*) filter (where state = 'HELD')::int as held
       from votes where competition_id = any(?::uuid[]) and retracted_at is null and state <> 'VOIDED'
       group by 1, 2 order by 1, 2`,
  );
  return rows
    .slice(-800)
    .map(({ starts, counted, held }) => make(VoteHour, { startsAt: new Date(starts), counted, held }));
}

/** Counted votes by the region of the organizations whose entries they are for. */
export async function regionsOf(context: Context, competitionId: string): Promise<RegionVotes[]> {
  const rows = await countedRows<{ region_id: string; votes: number }>(
    context,
    'regions',
    competitionId,
    `select t.competition_id, o.region_id, sum(t.votes)::int as votes
       from (select competition_id, entry_id, sum(votes) as votes from tally_parts
         where competition_id = any(?::uuid[]) group by 1, 2) t
         join entries e on e.id = t.entry_id join organizations o on o.id = e.organization_id
       where t.votes > 0 group by 1, 2 order by votes desc, o.region_id`,
  );
  const regions = await context.em.find(Region, { id: { $in: rows.map((row) => row.region_id) } });
  const byId = new Map(regions.map((region) => [region.id, region]));
  return rows.flatMap(({ region_id, votes }) => {
    const region = byId.get(region_id);
    return region ? [make(RegionVotes, { region, votes })] : [];
  });
}

const levels = ['DEVICE', 'EMAIL', 'PHONE', 'OIDC', 'IMPORTED'] as const;

/** Counted votes by how their voters are known. */
export async function levelsOf(context: Context, competitionId: string): Promise<LevelVotes[]> {
  const rows = await countedRows<{ level: (typeof levels)[number]; votes: number }>(
    context,
    'levels',
    competitionId,
    `select competition_id, level, count(*)::int as votes from votes
       where competition_id = any(?::uuid[]) and retracted_at is null and state = 'COUNTED'
       group by 1, 2 order by votes desc, level`,
  );
  return rows.map(({ level, votes }) =>
    make(LevelVotes, { level, label: message(context.locale, `integrity.level.${level}`), votes }),
  );
}

export async function votersOf(context: Context, competitionId: string): Promise<number> {
  const [row] = await countedRows<{ voters: number }>(
    context,
    'voters',
    competitionId,
    `select competition_id, count(distinct (bucket, voter_id))::int as voters from votes
       where competition_id = any(?::uuid[]) and retracted_at is null group by 1`,
  );
  return row?.voters ?? 0;
}

/** Whether chance has shown all entries about equally often; null while nobody has seen any. */
export async function shownOf(context: Context, competitionId: string): Promise<ShownSpread | null> {
  const [spread] = await countedRows<{ least: number; median: number; most: number }>(
    context,
    'shown',
    competitionId,
    `select competition_id, min(shown) as least, percentile_disc(0.5) within group (order by shown) as median,
         max(shown) as most
       from (select e.competition_id, coalesce(p.shown, 0)::int as shown from entries e left join (
           select entry_id, sum(shown) as shown from exposure_parts where competition_id = any(?::uuid[]) group by 1) p
         on p.entry_id = e.id where e.competition_id = any(?::uuid[]) and e.status = 'ACCEPTED') each_entry
       group by 1`,
  );
  return spread && spread.most > 0 ? make(ShownSpread, spread) : null;
}
