import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { User } from '../../../platform/identity/index.ts';
import { MemberRole, OrganizationMember } from '../members/member.entity.ts';
import { Organization, OrganizationStatus, type OrganizationKind } from '../organization.entity.ts';
import { Region } from '../regions/region.entity.ts';

interface OrganizationInput {
  slug: string;
  name: { zh?: string; en?: string };
  kind: OrganizationKind;
  regionId: string;
  memberIds?: string[];
  /** Of the rehearsal that it is made up for. */
  rehearsalId?: string;
}

/** Adds organizations, verified, with the people who manage them. Operator only; ids by slug come back. */
export async function registerOrganizations(
  context: Context,
  inputs: OrganizationInput[],
): Promise<Map<string, string>> {
  assertOperator(context);
  const now = context.clock.now();
  return await unitOfWork(context, async (em) => {
    const ids = new Map<string, string>();
    for (const { slug, name, kind, regionId, memberIds = [], rehearsalId = null } of inputs) {
      const organization = em.create(Organization, {
        slug,
        name: LocalizedText.of(name),
        kind,
        region: em.getReference(Region, regionId, { wrapped: true }),
        status: OrganizationStatus.VERIFIED,
        verifiedAt: now,
        rehearsalId,
        createdAt: now,
      });
      for (const userId of memberIds) {
        const user = em.getReference(User, userId, { wrapped: true });
        em.create(OrganizationMember, { organization, user, role: MemberRole.MANAGER, joinedAt: now });
      }
      ids.set(slug, organization.id);
    }
    await em.flush();
    return ids;
  });
}
