import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { assertOrganizer, reviseVoting } from '../competitions/index.ts';
import { MessageKind } from '../messages/index.ts';
import { holdStatus, OrganizationStatus } from '../organizations/index.ts';
import { EntryStatus } from './entry.entity.ts';
import {
  AcceptEntrySuccess,
  EntryNotEditableError,
  OrganizationNotVerifiedError,
  type AcceptEntryInput,
} from './entry.types.ts';
import { holdEntry } from './find-entry.ts';
import { tellOfEntry } from './tell-of-entry.ts';

/** Lets an entry compete, once its organization is verified. Organizers only. */
export async function acceptEntry(
  context: Context,
  input: AcceptEntryInput,
): Promise<AcceptEntrySuccess | EntryNotEditableError | OrganizationNotVerifiedError> {
  return await unitOfWork(context, async (em, inside) => {
    const entry = await holdEntry(inside, em, input.entryId, ({ competition }) =>
      assertOrganizer(inside, competition.id),
    );
    if (entry.status !== EntryStatus.SUBMITTED) {
      return make(EntryNotEditableError, {
        message: message(context.locale, 'entry.notEditable'),
        status: entry.status,
      });
    }
    const standing = await holdStatus(em, entry.organization.id);
    if (standing !== OrganizationStatus.VERIFIED) {
      return make(OrganizationNotVerifiedError, {
        message: message(context.locale, `entry.organization.${standing}`),
        organization: await entry.organization.loadOrFail(),
      });
    }
    entry.status = EntryStatus.ACCEPTED;
    await reviseVoting(em, entry.competition.id);
    await tellOfEntry(context, em, entry, { kind: MessageKind.ENTRY_ACCEPTED });
    recordAct(context, em, 'acceptEntry', { type: 'Entry', id: entry.id });
    return make(AcceptEntrySuccess, { entry });
  });
}
