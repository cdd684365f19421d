import type { Context } from '../core/context.ts';
import { unitOfWork } from '../core/unit-of-work.ts';
import { notFound } from '../core/graphql/refusals.ts';
import { make } from '../core/graphql/user-error.ts';
import { recordAct } from '../platform/audit/index.ts';
import { Competition, holdCompetition, assertOrganizer } from '../competition/competitions/index.ts';
import { eraseRehearsal } from './erase-rehearsal.ts';
import { refuseBusy } from './move-rehearsal.ts';
import { EndRehearsalSuccess, type EndRehearsalInput, type RehearsalBusyError } from './rehearsal.types.ts';

/** Throws a rehearsal away, all of it or nothing; that there was one stays on record. Organizers only. */
export async function endRehearsal(
  context: Context,
  { competitionId }: EndRehearsalInput,
): Promise<EndRehearsalSuccess | RehearsalBusyError> {
  await assertOrganizer(context, competitionId);
  return await unitOfWork(context, async (em) => {
    const rehearsal = await holdCompetition(context, em, competitionId);
    if (!rehearsal.rehearsalOf) throw notFound(context);
    const busy = await refuseBusy(context, em, competitionId);
    if (busy) return busy;
    const competition = await em.findOneOrFail(Competition, { id: rehearsal.rehearsalOf.id });
    const rows = await eraseRehearsal(em, competitionId);
    recordAct(context, em, 'endRehearsal', { type: 'Competition', id: competition.id }, { rows });
    return make(EndRehearsalSuccess, { competition });
  });
}
