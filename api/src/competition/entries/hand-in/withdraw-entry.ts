import { reasonInput } from '@laurel/schema/inputs';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { parseInput } from '../../../core/graphql/parse-input.ts';
import { notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { InvalidInputError, make, userError } from '../../../core/graphql/user-error.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { isMember } from '../../../people/organizations/index.ts';
import { reviseVoting } from '../../competitions/index.ts';
import { EntryStatus } from '../entry.entity.ts';
import {
  EntryNotEditableError,
  type SubmissionsClosedError,
  WithdrawEntrySuccess,
  type WithdrawEntryInput,
} from '../entry.types.ts';
import { holdEntry } from '../hold-entry.ts';
import { holdTimes } from '../deadlines/submission-times.ts';
import { correctionTimingAt, submissionsClosed, timingAt } from '../deadlines/submissions-closed.ts';

/** Takes an entry back as long as it could be handed in, or corrected; its number stays used. Members of its organization only. */
export async function withdrawEntry(
  context: Context,
  input: WithdrawEntryInput,
): Promise<WithdrawEntrySuccess | EntryNotEditableError | SubmissionsClosedError | InvalidInputError> {
  if (!context.viewer) throw unauthenticated(context);
  const at = context.clock.now();
  return await unitOfWork(context, async (em, inside) => {
    const entry = await holdEntry(inside, em, input.entryId, async ({ organization }) => {
      if (!(await isMember(inside, organization.id))) throw notFound(context);
    });
    const parsed = parseInput(context, reasonInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    const competition = await entry.competition.loadOrFail();
    const times = await holdTimes(em, competition, entry.organization.id);
    const isBeingCorrected = entry.status === EntryStatus.RETURNED && correctionTimingAt(entry, at) !== null;
    if (!timingAt(times, at) && !isBeingCorrected) return submissionsClosed(context, competition, times, at);
    if (entry.status === EntryStatus.REJECTED || entry.status === EntryStatus.WITHDRAWN) {
      return userError(context, EntryNotEditableError, 'entry.notEditable', { status: entry.status });
    }
    entry.status = EntryStatus.WITHDRAWN;
    await reviseVoting(em, entry.competition.id);
    entry.shortlistedAt = null;
    recordAct(context, em, 'withdrawEntry', { type: 'Entry', id: entry.id }, { reason: parsed.reason });
    return make(WithdrawEntrySuccess, { entry });
  });
}
