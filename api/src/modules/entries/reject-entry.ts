import { reasonInput } from '@laurel/schema/inputs';
import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { InvalidInputError, make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { assertOrganizer } from '../competitions/index.ts';
import { MessageKind } from '../messages/index.ts';
import { EntryStatus } from './entry.entity.ts';
import { EntryNotEditableError, RejectEntrySuccess, type RejectEntryInput } from './entry.types.ts';
import { holdEntry } from './find-entry.ts';
import { tellOfEntry } from './tell-of-entry.ts';

/** Keeps an entry from competing, with a reason that its organization reads. Organizers only. */
export async function rejectEntry(
  context: Context,
  input: RejectEntryInput,
): Promise<RejectEntrySuccess | EntryNotEditableError | InvalidInputError> {
  return await unitOfWork(context, async (em, inside) => {
    const entry = await holdEntry(inside, em, input.entryId, ({ competition }) =>
      assertOrganizer(inside, competition.id),
    );
    const parsed = parseInput(context, reasonInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    if (entry.status !== EntryStatus.SUBMITTED) {
      return make(EntryNotEditableError, {
        message: message(context.locale, 'entry.notEditable'),
        status: entry.status,
      });
    }
    entry.status = EntryStatus.REJECTED;
    entry.rejectionReason = parsed.reason;
    await tellOfEntry(context, em, entry, { kind: MessageKind.ENTRY_REJECTED, reason: parsed.reason });
    recordAct(context, em, 'rejectEntry', { type: 'Entry', id: entry.id }, { reason: parsed.reason });
    return make(RejectEntrySuccess, { entry });
  });
}
