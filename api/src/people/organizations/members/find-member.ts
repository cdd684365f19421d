import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { userError } from '../../../core/graphql/user-error.ts';
import { holdOrganization } from '../find-organization.ts';
import { MemberRole, OrganizationMember } from './member.entity.ts';
import { LastManagerError } from './member.types.ts';

/** A member of today, for whom `authorize` lets pass; their organization is held until the transaction ends. */
export async function holdMember(
  context: Context,
  em: EntityManager,
  id: string,
  authorize: (context: Context, organizationId: string) => Promise<void>,
): Promise<OrganizationMember> {
  const found = isId(id) ? await em.findOne(OrganizationMember, { id }) : null;
  if (!found) throw notFound(context);
  await holdOrganization(context, em, found.organization.id, authorize);
  const member = await em.refresh(found);
  if (!member || member.leftAt) throw notFound(context);
  return member;
}

/** What to answer when nobody would manage the organization without this member; null while somebody would. */
export async function lastManager(
  context: Context,
  em: EntityManager,
  member: OrganizationMember,
): Promise<LastManagerError | null> {
  if (member.role !== MemberRole.MANAGER) return null;
  const others = await em.count(OrganizationMember, {
    organization: member.organization,
    id: { $ne: member.id },
    role: MemberRole.MANAGER,
    leftAt: null,
  });
  return others > 0 ? null : userError(context, LastManagerError, 'organization.lastManager');
}
