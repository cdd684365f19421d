import { revokeExtensionInput } from '@laurel/schema/setup';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { assertSignedIn } from '../../../core/graphql/operator.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { isId, notFound } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { MessageKind } from '../../../platform/messages/index.ts';
import { holdStage, isOrganizer, StageKind } from '../../competitions/index.ts';
import { Extension } from './extension.entity.ts';
import { notifyOfExtension } from './notify-of-extension.ts';
import { ExtensionRefusedError, RevokeExtensionSuccess, type RevokeExtensionInput } from './extension.types.ts';

/** Takes an extension back while it lasts. What was handed in by it stands. Organizers only. */
export async function revokeExtension(
  context: Context,
  { extensionId, ...given }: RevokeExtensionInput,
): Promise<RevokeExtensionSuccess | ExtensionRefusedError | InvalidInputError> {
  assertSignedIn(context);
  return await unitOfWork(context, async (em, inside) => {
    const extension = isId(extensionId) ? await em.findOne(Extension, { id: extensionId }) : null;
    // Which extension there is, only organizers know.
    if (!extension || !(context.isOperator || (await isOrganizer(inside, extension.competition.id)))) {
      throw notFound(context);
    }
    const parsed = parseInput(context, revokeExtensionInput, given);
    if (parsed instanceof InvalidInputError) return parsed;
    await em.refresh(extension, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const now = context.clock.now();
    if (extension.revokedAt || extension.until < now) {
      const key = extension.revokedAt ? 'extension.revoked' : 'extension.over';
      return userError(context, ExtensionRefusedError, key);
    }
    const by = context.viewer && em.getReference(User, context.viewer.id);
    em.assign(extension, { revokedAt: now, revokedBy: by, revocationReason: parsed.reason });
    const stage = await holdStage(em, extension.competition.id, StageKind.SUBMISSION);
    const until = stage?.closesAt ?? now;
    await notifyOfExtension(context, em, extension, {
      kind: MessageKind.EXTENSION_REVOKED,
      reason: parsed.reason,
      until,
    });
    const matter = { organizationId: extension.organization.id, until: extension.until, reason: parsed.reason };
    recordAct(context, em, 'revokeExtension', { type: 'Competition', id: extension.competition.id }, matter);
    return make(RevokeExtensionSuccess, { extension, competition: await extension.competition.loadOrFail() });
  });
}
