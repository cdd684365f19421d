import type { Context } from '../../../core/context.ts';
import { connectionOf, type PageSource } from '../../../core/graphql/page.ts';
import { Organization } from '../../../people/organizations/index.ts';

export const HostConnection = connectionOf(() => Organization, 'Host');

/** The regions that a person organizes, with those inside them. */
const organized = `with recursive r as (select region_id as id from region_organizers where user_id = ?
  union select c.id from regions c join r on c.parent_id = r.id) select id from r`;

/**
 * In whose name the viewer may run a competition, as a condition on `organizations o`: verified ones that they manage,
 * or that lie in a region they organize.
 */
const mayHost = (viewerId: string): { sql: string; params: unknown[] } => ({
  sql: `o.status = 'VERIFIED' and o.rehearsal_id is null and (o.region_id in (${organized}) or exists (
    select from organization_members m where m.organization_id = o.id and m.user_id = ? and m.role = 'MANAGER'
      and m.left_at is null))`,
  params: [viewerId, viewerId],
});

export const hostsFor = (viewerId: string): PageSource<Organization> => ({
  entity: Organization,
  name: 'viewer.hosts',
  from: 'organizations o',
  alias: 'o',
  where: [mayHost(viewerId)],
  order: { sql: 'o.slug', type: 'text' },
});

export async function isHostFor(context: Context, organizationId: string): Promise<boolean> {
  if (context.isOperator) return true;
  const { sql, params } = mayHost(context.viewer?.id ?? '');
  const rows = await context.em.execute<unknown[]>(`select from organizations o where o.id = ? and ${sql}`, [
    organizationId,
    ...params,
  ]);
  return rows.length > 0;
}

/** Whether a competition of a host may be about a region: the host's own or one inside it, or one that the viewer organizes. */
export async function isWithinReach(context: Context, hostId: string, regionId: string): Promise<boolean> {
  if (context.isOperator) return true;
  const rows = await context.em.execute<unknown[]>(
    `with recursive above as (select id, parent_id from regions where id = ?
       union all select p.id, p.parent_id from regions p join above on above.parent_id = p.id)
     select from above where id in (select region_id from organizations where id = ?) or id in (${organized})`,
    [regionId, hostId, context.viewer?.id ?? null],
  );
  return rows.length > 0;
}
