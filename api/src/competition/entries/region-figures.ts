import { load, type Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { Region } from '../../people/organizations/index.ts';
import { blindToEntries } from './entry.policy.ts';
import { EntryStatus } from './entry.entity.ts';
import { RegionFigure } from './entry.types.ts';

/**
 * Entries of a status by the city they come from; what lies outside any city counts for its province. Those that the viewer
 * judges blind count nowhere.
 */
export async function regionFigures(
  context: Context,
  competitionId: string,
  status = EntryStatus.ACCEPTED,
): Promise<RegionFigure[]> {
  return await load<RegionFigure[]>(
    context,
    `competition.entriesByRegion/${status}`,
    competitionId,
    async (ids) => {
      const blind = await blindToEntries(context);
      const rows = await context.em.execute<{ competition_id: string; id: string; entries: number }[]>(
        `with recursive up as (
           select id, id as top, level, parent_id from regions
           union all
           select up.id, p.id, p.level, p.parent_id from up join regions p on p.id = up.parent_id),
         place as (
           select distinct on (id) id, top from up order by id, level = 'CITY' desc, level = 'PROVINCE' desc)
         select e.competition_id, place.top as id, count(*)::int as entries
         from entries e join place on place.id = e.region_id
         where e.competition_id = any(?::uuid[]) and e.status = ?
           and (e.status <> 'SUBMITTED' or not awaits_nomination(e.id))${blind ? ` and not ${blind.sql}` : ''}
         group by 1, 2 order by entries desc, id`,
        [`{${ids.join(',')}}`, status, ...(blind?.params ?? [])],
      );
      const regions = await context.em.find(Region, { id: { $in: rows.map((row) => row.id) } });
      const byId = new Map(regions.map((region) => [region.id, region]));
      const figures = Map.groupBy(rows, (row) => row.competition_id);
      return new Map(
        [...figures].map(([id, list]) => [
          id,
          list.flatMap((row) => {
            const region = byId.get(row.id);
            return region ? [make(RegionFigure, { region, entries: row.entries })] : [];
          }),
        ]),
      );
    },
    [],
  );
}
