import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { isId, notFound } from '../../core/graphql/refusals.ts';
import { isMember } from './members/membership.ts';
import { Organization, OrganizationStatus } from './organization.entity.ts';
import { canVerify } from './verification/verifier.ts';

/**
 * Its row held until the transaction ends: what is said of its members and its status happens one after the other. Whom
 * `authorize` turns away holds nobody up.
 */
export async function holdOrganization(
  context: Context,
  em: EntityManager,
  id: string,
  authorize: (context: Context, id: string) => Promise<void>,
): Promise<Organization> {
  if (!isId(id)) throw notFound(context);
  await authorize(context, id);
  const organization = await em.findOne(Organization, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!organization) throw notFound(context);
  // Asked again by those who waited: the one before may have ended their own membership.
  context.loaders.clear();
  await authorize(context, id);
  return organization;
}

/** Everybody sees verified ones; the rest only those who act for it or verify it. What is made up, who rehearses with it. */
export async function canSeeOrganization(
  context: Context,
  { id, status, rehearsalId }: Organization,
): Promise<boolean> {
  if (rehearsalId) return context.isOperator || (await runsRehearsal(context, rehearsalId));
  if (status === OrganizationStatus.VERIFIED || context.isOperator) return true;
  return (await isMember(context, id)) || (await canVerify(context, id));
}

async function runsRehearsal({ em, viewer }: Context, rehearsalId: string): Promise<boolean> {
  if (!viewer) return false;
  const rows = await em.execute<unknown[]>(
    'select from competition_organizers where competition_id = ? and user_id = ?',
    [rehearsalId, viewer.id],
  );
  return rows.length > 0;
}

/** Its status, which stays as it is until the transaction ends. */
export async function holdStatus(em: EntityManager, id: string): Promise<OrganizationStatus> {
  const [row] = await em.execute<{ status: OrganizationStatus }[]>(
    'select status from organizations where id = ? for share',
    [id],
  );
  if (!row) throw new Error(`there is no organization ${id}`);
  return row.status;
}
