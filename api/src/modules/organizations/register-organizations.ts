import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { LocalizedText } from '../../graphql/localized-text.ts';
import { assertOperator } from '../../graphql/operator.ts';
import { User } from '../identity/index.ts';
import { Organization, OrganizationMember, type OrganizationKind } from './organization.entity.ts';
import { Region } from './region.entity.ts';

export interface OrganizationInput {
  slug: string;
  name: { zh?: string; en?: string };
  kind: OrganizationKind;
  regionId: string;
  memberIds?: string[];
}

/** Adds organizations with their members. Operator only; ids by slug come back. */
export async function registerOrganizations(
  context: Context,
  inputs: OrganizationInput[],
): Promise<Map<string, string>> {
  assertOperator(context);
  const now = context.clock.now();
  return await unitOfWork(context, async (em) => {
    const ids = new Map<string, string>();
    for (const { slug, name, kind, regionId, memberIds = [] } of inputs) {
      const organization = em.create(Organization, {
        slug,
        name: LocalizedText.of(name),
        kind,
        region: em.getReference(Region, regionId, { wrapped: true }),
        createdAt: now,
      });
      for (const userId of memberIds) {
        em.create(OrganizationMember, { organization, user: em.getReference(User, userId), joinedAt: now });
      }
      ids.set(slug, organization.id);
    }
    await em.flush();
    return ids;
  });
}
