import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import type { Competition } from '../../competitions/index.ts';
import { Organization, Region, type RegionLevel } from '../../../people/organizations/index.ts';
import { SuggestedUnit } from './unit.types.ts';

/** All regions of some levels within a competition's own, each with an organization that might send: of the government first. */
export async function suggestUnits(
  { em }: Context,
  competition: Competition,
  levels: readonly RegionLevel[],
): Promise<SuggestedUnit[]> {
  const rows = await em.execute<{ region_id: string; organization_id: string | null }[]>(
    `with recursive r as (select id, code, level from regions where id = ?
       union all select c.id, c.code, c.level from regions c join r on c.parent_id = r.id)
     select r.id as region_id, o.id as organization_id from r left join lateral (
       select o.id from organizations o where o.region_id = r.id and o.status = 'VERIFIED'
       order by o.kind <> 'GOVERNMENT', o.created_at, o.id limit 1) o on true
     where r.level = any(?::text[]) order by r.code limit 1000`,
    [competition.region.id, `{${levels.join(',')}}`],
  );
  const regions = await em.find(Region, { id: { $in: rows.map((row) => row.region_id) } });
  const organizations = await em.find(Organization, { id: { $in: rows.flatMap((row) => row.organization_id ?? []) } });
  const regionById = new Map(regions.map((region) => [region.id, region]));
  const organizationById = new Map(organizations.map((organization) => [organization.id, organization]));
  return rows.flatMap((row) => {
    const region = regionById.get(row.region_id);
    const organization = organizationById.get(row.organization_id ?? '') ?? null;
    return region ? make(SuggestedUnit, { region, organization }) : [];
  });
}
