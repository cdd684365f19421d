import type { EntityManager } from '@mikro-orm/postgresql';
import { LocalizedText, type Bilingual } from '../../../core/graphql/localized-text.ts';
import { newId } from '../../../core/graphql/node.ts';
import { Organization, OrganizationStatus, type OrganizationKind } from '../organization.entity.ts';
import { Region } from '../regions/region.entity.ts';
import { slugOf } from './slug-of.ts';

/**
 * Organizations that a file names and nobody has registered: they wait to be verified like any other, have no members
 * yet, and get a manager from a region organizer. In the caller's transaction; in the order given.
 */
export function putWaitingOrganizations(
  em: EntityManager,
  inputs: readonly { name: Bilingual; kind: OrganizationKind; regionId: string }[],
  now: Date,
): Organization[] {
  return inputs.map(({ name, kind, regionId }) => {
    const id = newId();
    return em.create(Organization, {
      id,
      slug: slugOf(id),
      name: LocalizedText.of(name),
      kind,
      region: em.getReference(Region, regionId),
      status: OrganizationStatus.PENDING,
      createdAt: now,
    });
  });
}
