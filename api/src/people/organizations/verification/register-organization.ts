import { registerOrganizationInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { newId } from '../../../core/graphql/node.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { MemberRole, OrganizationMember } from '../members/member.entity.ts';
import { mostWaiting, Organization, OrganizationStatus } from '../organization.entity.ts';
import {
  RegisterOrganizationSuccess,
  SimilarOrganizationsError,
  TooManyWaitingError,
  type RegisterOrganizationInput,
} from '../organization.types.ts';
import { Region } from '../regions/region.entity.ts';
import { similarNames } from './similar.ts';
import { slugOf } from './slug-of.ts';

/**
 * Registers an organization, which then waits to be verified; the person who registers it manages it. Anybody who is
 * signed in may, a few at a time. Where others have a similar name, they are shown first, because most second
 * registrations are of people who did not know of the first.
 */
export async function registerOrganization(
  context: Context,
  input: RegisterOrganizationInput,
): Promise<RegisterOrganizationSuccess | SimilarOrganizationsError | TooManyWaitingError | InvalidInputError> {
  const { viewer, locale } = context;
  if (!viewer) throw unauthenticated(context);
  if (!isId(input.regionId)) throw notFound(context);
  const parsed = parseInput(context, registerOrganizationInput, input);
  if (parsed instanceof InvalidInputError) return parsed;
  const { name, contact } = parsed;
  return await unitOfWork(context, async (em, inside) => {
    const region = await em.findOne(Region, { id: input.regionId });
    if (!region) throw notFound(context);
    // One registration of a person after the other, so that the limit holds for those sent at once.
    await em.execute('select id from users where id = ? for no key update', [viewer.id]);
    const user = em.getReference(User, viewer.id, { wrapped: true });
    const waiting = await em.count(Organization, { registeredBy: viewer.id, status: OrganizationStatus.PENDING });
    if (waiting >= mostWaiting) {
      return make(TooManyWaitingError, {
        message: message(locale, 'organization.tooManyWaiting', { count: waiting }),
      });
    }
    const similar = input.isNew ? [] : await similarNames(inside, name, region.id);
    if (similar.length > 0) {
      return make(SimilarOrganizationsError, {
        message: message(locale, 'organization.similar'),
        organizations: similar,
      });
    }
    const now = context.clock.now();
    const id = newId();
    const organization = em.create(Organization, {
      id,
      slug: slugOf(id),
      name: LocalizedText.of(name),
      kind: input.kind,
      region,
      status: OrganizationStatus.PENDING,
      contactName: contact.name,
      contactPhone: contact.phone,
      registeredBy: user,
      createdAt: now,
    });
    em.create(OrganizationMember, { organization, user, role: MemberRole.MANAGER, joinedAt: now });
    recordAct(context, em, 'registerOrganization', { type: 'Organization', id: organization.id }, { name });
    return make(RegisterOrganizationSuccess, { organization });
  });
}
