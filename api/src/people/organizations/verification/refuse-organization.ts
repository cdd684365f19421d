import { refuseOrganizationInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { InvalidInputError, make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { holdOrganization } from '../find-organization.ts';
import { OrganizationStatus } from '../organization.entity.ts';
import {
  OrganizationDecidedError,
  RefuseOrganizationSuccess,
  type RefuseOrganizationInput,
} from '../organization.types.ts';
import { notifyRefused } from '../notify.ts';
import { assertVerifier } from './verifier.ts';

/** Says, with a reason that its members read, that an organization is not what it claims. For those who verify. */
export async function refuseOrganization(
  context: Context,
  input: RefuseOrganizationInput,
): Promise<RefuseOrganizationSuccess | OrganizationDecidedError | InvalidInputError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const organization = await holdOrganization(inside, em, input.organizationId, assertVerifier);
    const parsed = parseInput(context, refuseOrganizationInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    const { status } = organization;
    if (status !== OrganizationStatus.PENDING) {
      return make(OrganizationDecidedError, {
        message: message(
          context.locale,
          status === OrganizationStatus.VERIFIED ? 'organization.verified' : 'organization.refused',
        ),
        status,
      });
    }
    em.assign(organization, { status: OrganizationStatus.REFUSED, refusalReason: parsed.reason });
    recordAct(
      context,
      em,
      'refuseOrganization',
      { type: 'Organization', id: organization.id },
      { reason: parsed.reason },
    );
    await notifyRefused(inside, em, organization);
    return make(RefuseOrganizationSuccess, { organization });
  });
}
