import { saveOrganizationInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { holdOrganization } from '../find-organization.ts';
import { assertManager } from '../members/membership.ts';
import { OrganizationStatus } from '../organization.entity.ts';
import {
  OrganizationDecidedError,
  SaveOrganizationSuccess,
  type SaveOrganizationInput,
} from '../organization.types.ts';
import { Region } from '../regions/region.entity.ts';

/**
 * Mends the details of an organization. What a region organizer vouched for stands: once verified, only its contact
 * changes. One that was refused waits again as soon as its name, kind or region is mended. Managers only.
 */
export async function saveOrganization(
  context: Context,
  input: SaveOrganizationInput,
): Promise<SaveOrganizationSuccess | OrganizationDecidedError | InvalidInputError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const organization = await holdOrganization(inside, em, input.organizationId, assertManager);
    const parsed = parseInput(context, saveOrganizationInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    const region = input.regionId ? await findRegion(input.regionId) : null;
    const { status } = organization;
    if (parsed.name || input.kind || region) {
      if (status === OrganizationStatus.VERIFIED) {
        return userError(context, OrganizationDecidedError, 'organization.nameStands', { status });
      }
      if (parsed.name) organization.name = LocalizedText.of(parsed.name);
      if (input.kind) organization.kind = input.kind;
      if (region) em.assign(organization, { region });
      em.assign(organization, { status: OrganizationStatus.PENDING, refusalReason: null });
    }
    if (parsed.contact) {
      em.assign(organization, { contactName: parsed.contact.name, contactPhone: parsed.contact.phone });
    }
    const { organizationId: _, contact: __, ...details } = input;
    recordAct(context, em, 'saveOrganization', { type: 'Organization', id: organization.id }, { ...details });
    return make(SaveOrganizationSuccess, { organization });

    async function findRegion(id: string): Promise<Region> {
      const found = isId(id) ? await em.findOne(Region, { id }) : null;
      if (!found) throw notFound(context);
      return found;
    }
  });
}
