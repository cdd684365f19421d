import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { invalidField } from '../../../core/graphql/parse-input.ts';
import { make, type InvalidInputError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { MessageKind } from '../../../platform/messages/index.ts';
import { isOrWasMember } from '../../../people/organizations/index.ts';
import { assertOrganizer } from '../../competitions/index.ts';
import { EntryStatus, holdEntry, notifyOfEntries, type EntryNotEditableError } from '../../entries/index.ts';
import { ReviewVerdict } from '../decision.entity.ts';
import { ExtendCorrectionSuccess, type ExtendCorrectionInput, type OwnEntryError } from '../eligibility.types.ts';
import { standingDecisions } from '../eligibility.queries.ts';
import { notEditable, ownEntry } from './decide.ts';
import { isCorrectionTime } from './ruling.ts';

/** Gives an organization more time to correct an entry, also after its time has run out. Organizers only. */
export async function extendCorrection(
  context: Context,
  { entryId, until }: ExtendCorrectionInput,
): Promise<ExtendCorrectionSuccess | EntryNotEditableError | OwnEntryError | InvalidInputError> {
  return await unitOfWork(context, async (em, inside) => {
    const entry = await holdEntry(inside, em, entryId, ({ competition }) => assertOrganizer(inside, competition.id));
    if (await isOrWasMember(inside, entry.organization.id)) return ownEntry(context);
    const before = entry.correctionUntil;
    if (entry.status !== EntryStatus.RETURNED || entry.settledAs || !before) return notEditable(context, entry);
    if (until <= before || !isCorrectionTime(context.clock.now(), until)) return invalidField(context, 'until');
    entry.correctionUntil = until;
    const words = (await standingDecisions(em, [entry])).get(entry.id) ?? [];
    const reason = words.find(({ verdict }) => verdict === ReviewVerdict.RETURN)?.reason ?? '';
    await notifyOfEntries(context, em, [{ entry, kind: MessageKind.ENTRY_RETURNED, reason, until }]);
    recordAct(context, em, 'extendCorrection', { type: 'Entry', id: entry.id }, { from: before, until });
    return make(ExtendCorrectionSuccess, { entry });
  });
}
