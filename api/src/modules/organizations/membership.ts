import { load, type Context } from '../../context.ts';

/** Whether the viewer may act for an organization; asked for many at once in one statement. */
export async function isMember(context: Context, organizationId: string): Promise<boolean> {
  const { viewer } = context;
  if (!viewer) return false;
  return await load(
    context,
    'membership',
    organizationId,
    async (ids) => {
      const rows = await context.em.execute<{ organization_id: string }[]>(
        'select organization_id from organization_members where user_id = ? and organization_id = any(?::uuid[])',
        [viewer.id, `{${ids.join(',')}}`],
      );
      return new Map(rows.map((row) => [row.organization_id, true]));
    },
    false,
  );
}
