import type { Context } from '../../../core/context.ts';
import { isSelected } from '../../../core/load-rows.ts';
import { forbidden, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { isMember } from '../members/membership.ts';
import { Region } from '../regions/region.entity.ts';

/**
 * The regions for which a person is region organizer, in SQL. Organizers of competitions do not verify:
 * the manager of any verified organization may open one, and could vouch for others by it.
 */
const ownRegions = 'select region_id as id from region_organizers where user_id = ?';

/** The same with the regions inside them. */
export const regionsVerifiedBy = (viewerId: string): { sql: string; params: unknown[] } => ({
  sql: `with recursive v as (${ownRegions} union select r.id from regions r join v on r.parent_id = v.id) select id from v`,
  params: [viewerId],
});

export async function regionsToVerify(context: Context): Promise<Region[]> {
  const { viewer, em } = context;
  if (!viewer) return [];
  const rows = await em.execute<{ id: string }[]>(`${ownRegions} limit 100`, [viewer.id]);
  return await em.find(Region, { id: { $in: rows.map(({ id }) => id) } }, { orderBy: { code: 1 } });
}

/** Whether the viewer may verify an organization; asked for many at once in one statement. */
export async function canVerify(context: Context, organizationId: string): Promise<boolean> {
  const { viewer } = context;
  if (!viewer) return false;
  const { sql, params } = regionsVerifiedBy(viewer.id);
  const statement = `select id from organizations where id = any(?::uuid[]) and region_id in (${sql})`;
  return await isSelected(context, 'organization.canVerify', organizationId, statement, params);
}

/** For those who verify. Members are told that they may not; to everybody else the organization may not exist. */
export async function assertVerifier(context: Context, organizationId: string): Promise<void> {
  if (context.isOperator) return;
  if (!context.viewer) throw unauthenticated(context);
  if (await canVerify(context, organizationId)) return;
  throw (await isMember(context, organizationId)) ? forbidden(context) : notFound(context);
}
