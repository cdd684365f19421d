import { load, type Context } from '../../../core/context.ts';
import { isSelected } from '../../../core/load-rows.ts';
import { forbidden, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { recentMembershipMs } from '../../../platform/identity/index.ts';
import { MemberRole } from './member.entity.ts';

/** What the viewer may do for an organization, null where nothing; asked for many at once in one statement. */
export async function roleOf(context: Context, organizationId: string): Promise<MemberRole | null> {
  const { viewer } = context;
  if (!viewer) return null;
  return await load<MemberRole | null>(
    context,
    'membership',
    organizationId,
    async (ids) => {
      const rows = await context.em.execute<{ organization_id: string; role: MemberRole }[]>(
        `select organization_id, role from organization_members
         where user_id = ? and left_at is null and organization_id = any(?::uuid[])`,
        [viewer.id, `{${ids.join(',')}}`],
      );
      return new Map(rows.map((row) => [row.organization_id, row.role]));
    },
    null,
  );
}

/** Whether the viewer may act for an organization: write its projects, submit and withdraw its entries. */
export async function isMember(context: Context, organizationId: string): Promise<boolean> {
  return (await roleOf(context, organizationId)) !== null;
}

/** For what managers alone do. Other members are told so; to everybody else it does not exist. */
export async function assertManager(context: Context, organizationId: string): Promise<void> {
  if (context.isOperator) return;
  if (!context.viewer) throw unauthenticated(context);
  const role = await roleOf(context, organizationId);
  if (role === null) throw notFound(context);
  if (role !== MemberRole.MANAGER) throw forbidden(context);
}

/** The instant after which a membership must have ended to count where having left must open nothing. */
export const recentSince = ({ clock }: Pick<Context, 'clock'>): Date =>
  new Date(clock.now().getTime() - recentMembershipMs);

/** Whether the viewer is a member, or was until lately. */
export async function isOrWasMember(context: Context, organizationId: string): Promise<boolean> {
  const { viewer } = context;
  if (!viewer) return false;
  const statement = `select distinct organization_id as id from organization_members
    where organization_id = any(?::uuid[]) and user_id = ? and (left_at is null or left_at > ?)`;
  return await isSelected(context, 'membership.recent', organizationId, statement, [viewer.id, recentSince(context)]);
}
