import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { badPageSize, isId, notFound } from '../../../core/graphql/refusals.ts';
import { largestPage } from '../../../core/graphql/page.ts';
import { make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { holdOrganization } from '../find-organization.ts';
import { Organization, OrganizationStatus } from '../organization.entity.ts';
import {
  OrganizationDecidedError,
  VerifyOrganizationsSuccess,
  VerifyOrganizationSuccess,
  type VerifyOrganizationInput,
  type VerifyOrganizationsInput,
} from '../organization.types.ts';
import { notifyVerified } from '../notify.ts';
import { assertVerifier } from './verifier.ts';

/**
 * Vouches that an organization is what it says; its entries can be accepted from then on. A refusal can be put right
 * like that, too. For those who verify in its region.
 */
export async function verifyOrganization(
  context: Context,
  input: VerifyOrganizationInput,
): Promise<VerifyOrganizationSuccess | OrganizationDecidedError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const organization = await holdOrganization(inside, em, input.organizationId, assertVerifier);
    const { status } = organization;
    if (status === OrganizationStatus.VERIFIED) {
      return userError(context, OrganizationDecidedError, 'organization.verified', { status });
    }
    await verify(inside, em, [organization]);
    return make(VerifyOrganizationSuccess, { organization });
  });
}

/** The same for many that wait; those on which somebody decided meanwhile stay as they are. */
export async function verifyOrganizations(
  context: Context,
  { organizationIds }: VerifyOrganizationsInput,
): Promise<VerifyOrganizationsSuccess> {
  assertSignedIn(context);
  const ids = [...new Set(organizationIds)].toSorted();
  if (ids.length < 1 || ids.length > largestPage) throw badPageSize(context);
  if (!ids.every(isId)) throw notFound(context);
  return await unitOfWork(context, async (em, inside) => {
    await Promise.all(ids.map((id) => assertVerifier(inside, id)));
    const organizations = await em.find(
      Organization,
      { id: { $in: ids } },
      { orderBy: { id: 1 }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const waiting = organizations.filter(({ status }) => status === OrganizationStatus.PENDING);
    await verify(inside, em, waiting);
    return make(VerifyOrganizationsSuccess, { organizations: waiting });
  });
}

async function verify(context: Context, em: EntityManager, organizations: readonly Organization[]): Promise<void> {
  const verifiedAt = context.clock.now();
  const verifiedBy = context.viewer ? em.getReference(User, context.viewer.id, { wrapped: true }) : null;
  for (const organization of organizations) {
    em.assign(organization, { status: OrganizationStatus.VERIFIED, verifiedAt, verifiedBy, refusalReason: null });
    recordAct(context, em, 'verifyOrganization', { type: 'Organization', id: organization.id });
  }
  await notifyVerified(context, em, organizations);
}
